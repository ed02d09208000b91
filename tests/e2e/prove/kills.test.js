// Killed at any moment, whichever process it is: consent and settings are there and whole.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "../support/desk.js";
import { commandLine } from "../support/processes.js";
import { Program, picture } from "../support/program.js";
import { sleep } from "../support/wait.js";

/** How many processes are killed; each costs a start of the program, about a second. */
const KILLS = Number(process.env.IMAGETOTEXT_KILLS ?? 100);
/** The latest moment of a kill after settings begin to change, in milliseconds. */
const LATEST = 300;

test(`${KILLS} kills leave consent and settings whole`, async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const kept = (name) => readFileSync(join(desk.config, "imagetotext", `${name}.json`), "utf8");
  const consent = kept("consent");
  const killed = {};
  let written = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const program = await Program.start(desk, [picture("golden/german.png")]);
    assert.equal(await program.screen(), "work", "consent is still known");
    await program.run(keepChanging);
    await sleep(Math.random() * LATEST);
    const victims = [program.pid, ...program.processes()];
    const victim = victims[Math.floor(Math.random() * victims.length)];
    const name = nameOf(victim);
    process.kill(victim, "SIGKILL");
    killed[name] = (killed[name] ?? 0) + 1;
    if (victim !== program.pid) process.kill(program.pid, "SIGKILL");
    await program.ended(victims);

    assert.equal(kept("consent"), consent);
    const settings = JSON.parse(kept("settings"));
    assert.ok(["light", "dark"].includes(settings.theme), settings.theme);
    written += settings.theme === "dark" ? 1 : 0;
  }
  assert.ok(written > 0 && written < KILLS, "kills met settings in both states");
  t.diagnostic(`killed: ${JSON.stringify(killed)}; all files whole`);
});

/** Runs in the page: has settings written again and again. */
async function keepChanging() {
  const { invoke } = window.__TAURI_INTERNALS__;
  const change = (theme) =>
    invoke("set_settings", {
      settings: { theme, lines: "keep", copyAtOnce: false, privateCopy: true, count: true },
    });
  await change("light");
  let isDark = false;
  setInterval(() => {
    isDark = !isDark;
    change(isDark ? "dark" : "light");
  }, 3);
}

function nameOf(pid) {
  const [program, ...words] = commandLine(pid);
  return words.includes("--reader") ? "reader" : (program?.split("/").at(-1) ?? "gone");
}
