// Every screen in both themes: nothing that keeps somebody out, and a picture to look at.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { Program, picture, ROOT } from "./support/program.js";
import { until } from "./support/wait.js";

const AXE = readFileSync(join(ROOT, "ui/node_modules/axe-core/axe.min.js"), "utf8");
/** Where the pictures go. */
const OUT = process.env.IMAGETOTEXT_SCREENS ?? resolve(ROOT, "target/e2e-screens");
const PANELS = ["data", "privacy", "settings", "shortcuts", "policy"];

for (const theme of ["light", "dark"]) {
  test(`every screen can be used by everybody, ${theme}`, async (t) => {
    const desk = await Desk.set(t, { theme });
    const hands = new Hands(desk);
    const program = await Program.start(desk);
    const dark = await program.run(() => matchMedia("(prefers-color-scheme: dark)").matches);
    assert.equal(dark, theme === "dark", "the page follows the system");
    const look = (name) => inspect(program, `${theme}-${name}`);
    await look("consent");
    await program.agree();
    await look("empty");

    await hands.copyFile(resolve(ROOT, "tests/e2e/pictures/screenshot.png"));
    await hands.press("ctrl+v");
    await program.read();
    await program.says(/read/);
    await look("read");

    const corrupt = join(desk.files, "corrupt.png");
    writeFileSync(corrupt, readFileSync(picture("golden/german.png")).subarray(0, 900));
    await hands.copyFiles(picture("golden/receipt.png"), corrupt, join(desk.files, "missing.png"));
    await hands.press("ctrl+v");
    await until("all are done", async () => {
      const states = (await program.jobs()).map(({ state }) => state);
      return states.length >= 3 && !states.some((state) => /waiting|reading/.test(state));
    });
    await look("queue");
    await program.choose((await program.jobs()).findIndex(({ state }) => state === "failed"));
    await program.at("work");
    await look("failed");

    for (const panel of PANELS) {
      await program.open(panel);
      await look(panel);
      if (panel === "data") {
        await program.click("#withdraw");
        await until("it asks again", () => program.shows("#confirm"));
        await look("data-confirm");
        await program.click("#cancel-confirm");
      }
      await program.click("#back");
      await program.at("work");
    }
  });
}

/** Takes a picture of the screen, and has it judged. */
async function inspect(program, name) {
  mkdirSync(OUT, { recursive: true });
  await until("everything is painted", () => program.run(isPainted));
  writeFileSync(join(OUT, `${name}.png`), await program.picture());
  await program.run(`() => { ${AXE} }`);
  const faults = await program.run(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  assert.deepEqual(faults, [], name);
}

/** Runs in the page: whether the picture has come, and what was drawn last is on the screen. */
async function isPainted() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const canvas = document.querySelector("#picture");
  return !canvas?.checkVisibility() || !document.querySelector("#text") || canvas.width > 1;
}
