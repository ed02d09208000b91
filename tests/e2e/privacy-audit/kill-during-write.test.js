// Consent and settings stay intact when any process is killed at any moment.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, imagePath } from "../support/app.js";
import { commandLine } from "../support/processes.js";
import { seededRandom } from "../support/random.js";
import { TestSession } from "../support/session.js";
import { sleep } from "../support/wait.js";

/** How many processes to kill. Each takes a start of the program, about a second. */
const KILLS = Number(process.env.IMAGETOTEXT_KILLS ?? 100);
/** The longest time from the first change of settings to the kill, in milliseconds. */
const MAX_DELAY = 300;

test(`${KILLS} kills leave consent and settings intact`, async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const saved = (name) => readFileSync(join(session.config, "imagetotext", `${name}.json`), "utf8");
  const consent = saved("consent");
  const random = seededRandom(t);
  const killed = {};
  let darkCount = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const app = await App.start(session, [imagePath("golden/german.png")]);
    assert.equal(await app.screen(), "work", "the consent is still valid");
    await app.evaluate(keepChangingSettings);
    await sleep(random() * MAX_DELAY);
    const victims = [app.pid, ...app.childProcesses()];
    const victim = victims[Math.floor(random() * victims.length)];
    const name = nameOf(victim);
    process.kill(victim, "SIGKILL");
    killed[name] = (killed[name] ?? 0) + 1;
    if (victim !== app.pid) process.kill(app.pid, "SIGKILL");
    await app.waitForExit(victims);

    assert.equal(saved("consent"), consent);
    const settings = JSON.parse(saved("settings"));
    assert.ok(["light", "dark"].includes(settings.theme), settings.theme);
    darkCount += settings.theme === "dark" ? 1 : 0;
  }
  assert.ok(darkCount > 0 && darkCount < KILLS, "kills found the settings in both states");
  t.diagnostic(`killed: ${JSON.stringify(killed)}; all files intact`);
});

/** Runs in the page: changes the settings again and again. */
async function keepChangingSettings() {
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
  return words.includes("--worker") ? "reading process" : (program?.split("/").at(-1) ?? "ended");
}
