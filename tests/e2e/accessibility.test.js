// Every screen in both themes has no accessibility violation, and is saved as a screenshot.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import { App, imagePath, ROOT } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const AXE = readFileSync(join(ROOT, "ui/node_modules/axe-core/axe.min.js"), "utf8");
/** Where the screenshots go. */
const OUT = process.env.IMAGETOTEXT_SCREENS ?? resolve(ROOT, "target/e2e-screens");
const PANELS = ["data", "privacy", "settings", "help", "shortcuts", "policy"];

for (const theme of ["light", "dark"]) {
  test(`every screen is accessible, ${theme}`, async (t) => {
    const session = await TestSession.create(t, { theme });
    const user = new UserInput(session);
    const app = await App.start(session);
    const dark = await app.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    assert.equal(dark, theme === "dark", "the page follows the system");
    const check = (name) => inspect(app, `${theme}-${name}`);
    await check("consent");
    await app.agree();
    await check("empty");

    await user.copyFile(resolve(ROOT, "tests/e2e/pictures/screenshot.png"));
    await user.press("ctrl+v");
    await app.waitForText();
    await app.waitForStatus(/read/);
    await check("read");
    await app.click("#text");
    await user.press("ctrl+h");
    await user.type("the");
    await waitFor("matches are marked", () => app.isVisible("mark.match"));
    await check("find");
    await app.click("#find-close");
    await app.click("#text");
    await user.type("x");
    await waitFor("the text is edited", () => app.isVisible("#restore"));
    await app.click("#clear");
    await waitFor("the question is shown", () => app.isVisible("#confirm-no"));
    await check("confirm");
    await user.press("Escape");
    await app.click("#restore");

    const corrupt = join(session.files, "corrupt.png");
    writeFileSync(corrupt, readFileSync(imagePath("golden/german.png")).subarray(0, 900));
    await user.copyFiles(
      imagePath("golden/receipt.png"),
      corrupt,
      join(session.files, "missing.png"),
    );
    await user.press("ctrl+v");
    await waitFor("all pictures are finished", async () => {
      const states = (await app.jobs()).map(({ state }) => state);
      return states.length >= 3 && !states.some((state) => /waiting|reading/.test(state));
    });
    await check("queue");
    await app.select((await app.jobs()).findIndex(({ state }) => state === "failed"));
    await app.waitForScreen("work");
    await check("failed");

    for (const panel of PANELS) {
      await app.openScreen(panel);
      await check(panel);
      if (panel === "data") {
        await app.click("#withdraw");
        await waitFor("the confirmation is shown", () => app.isVisible("#confirm"));
        await check("data-confirm");
        await app.click("#cancel-confirm");
      }
      await app.click("#back");
      await app.waitForScreen("work");
    }
  });
}

/** Saves a screenshot and asserts that axe finds no violation. */
async function inspect(app, name) {
  mkdirSync(OUT, { recursive: true });
  await waitFor("the screen is painted", () => app.evaluate(isPainted));
  writeFileSync(join(OUT, `${name}.png`), await app.screenshot());
  await app.evaluate(`() => { ${AXE} }`);
  const found = await app.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  assert.deepEqual(found, [], name);
}

/** Runs in the page: whether the picture has arrived and the last frame is on the screen. */
async function isPainted() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const canvas = document.querySelector("#picture");
  return !canvas?.checkVisibility() || !document.querySelector("#text") || canvas.width > 1;
}
