// The picture: drawn again after it was hidden, averaged where it is reduced, areas of it left out.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { png } from "./support/png.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("a picture is drawn again after its pane was hidden", async (t) => {
  const { session, app, user } = await startAndPaste(t);
  const window = await user.waitForWindow(TITLE);
  const resize = (width, height) =>
    session.run("xdotool", ["windowsize", "--sync", window, String(width), String(height)]);
  await resize(700, 660);
  await app.click("#zoom-actual");
  const isDrawn = async () => (await darkest(session, await app.evaluate(stageBox))) < 64;
  await waitFor("the letters of the picture are drawn", isDrawn);
  await resize(500, 400);
  await waitFor("only the text is shown", async () => !(await app.isVisible(".scroller")));
  await resize(700, 660);
  await waitFor("the picture is shown", () => app.isVisible(".scroller"));
  await waitFor("its letters are drawn again", isDrawn);
});

test("thin lines are seen in a picture that is smaller than it is", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  const user = new UserInput(session);
  // A line of one pixel at every seventh row.
  const [width, height] = [1400, 1400];
  const rgb = Buffer.alloc(width * height * 3, 255);
  for (let row = 0; row < height; row += 7) rgb.fill(0, row * width * 3, (row + 1) * width * 3);
  const file = join(session.files, "lines.png");
  writeFileSync(file, png(width, height, rgb));
  await user.copyFile(file);
  await user.press("ctrl+v");
  await waitFor("the picture is reduced", () =>
    app.evaluate(() => document.querySelector("#reduced-picture")?.width > 1),
  );
  const { weakest, scale } = await app.evaluate(() => {
    const canvas = document.querySelector("#reduced-picture");
    const { data } = canvas.getContext("2d").getImageData(canvas.width >> 1, 0, 1, canvas.height);
    const scale = canvas.height / 1400;
    // Each line has its darkness in one row or in two beside each other.
    const dark = Array.from({ length: canvas.height }, (_, row) => 255 - data[row * 4]);
    const lines = Array.from({ length: 190 }, (_, line) => Math.floor((line + 1) * 7 * scale));
    const near = lines.map((row) => Math.max(dark[row - 1], dark[row], dark[row + 1] ?? 0));
    return { weakest: Math.min(...near) / 255, scale };
  });
  assert.ok(scale < 1, `the scale is ${scale}`);
  assert.ok(weakest > scale / 2 - 0.01, `a line has ${weakest} of its darkness at ${scale}`);
});

test("an area that is left out of all pictures is left out of later ones, until it is stopped", async (t) => {
  const { app, user } = await startAndPaste(t);
  const whole = await app.text();
  await app.evaluate(() => document.querySelector("#select-area").focus());
  await user.press("Return");
  await app.click("#ignore-area");
  await user.press("Down", "Return");
  await waitFor("it is left out", async () => (await app.text()) !== whole);
  const rest = await app.text();
  await waitFor("the window says so", () => app.isVisible("#ignored-areas"));

  /** The same picture once more. */
  const again = async (number) => {
    await user.press("ctrl+v");
    await app.waitForJobs(number);
    await app.select(number - 1);
    await waitFor("it is selected", () =>
      app.isVisible(`#queue li:nth-child(${number}) [aria-current]`),
    );
    await waitFor("its text is there", () => app.isVisible("#text"));
  };
  await again(2);
  await waitFor("it is left out again", async () => (await app.text()) === rest);
  await app.click("#stop-ignoring");
  await waitFor("nothing says so", async () => !(await app.isVisible("#ignored-areas")));
  await again(3);
  await waitFor("the whole text is there", async () => (await app.text()) === whole);
});

test("the buttons of an area are seen as a whole, wherever it is", async (t) => {
  const { session, app, user } = await startAndPaste(t);
  const window = await user.waitForWindow(TITLE);
  const times = (count, key) => Array.from({ length: count }, () => key);
  for (const [width, height] of [
    [500, 700],
    [1120, 720],
  ]) {
    await session.run("xdotool", ["windowsize", "--sync", window, String(width), String(height)]);
    await app.evaluate(() => document.querySelector("#select-area").focus());
    await user.press("Return");
    await waitFor("an area is selected", () => app.isVisible("#area"));
    for (const corner of [
      ["shift+Left", "Left", "Up"],
      ["Right", "Down"],
      ["Left"],
      ["Right", "Up"],
    ]) {
      await user.press(...corner.flatMap((key) => times(key === "shift+Left" ? 20 : 52, key)));
      const place = `at ${corner.join(", ")} in a window of ${width} × ${height}`;
      await waitFor(`the buttons are on the pane ${place}`, async () => {
        const cut = await app.evaluate(cutAreaButtons);
        return cut.length === 0;
      });
    }
    await user.press("Escape");
    await waitFor("no area is selected", async () => !(await app.isVisible("#area")));
  }
});

/** The buttons of the selected area that leave the pane or do not have room for their words. */
function cutAreaButtons() {
  const pane = document.querySelector(".scroller").getBoundingClientRect();
  const buttons = [...document.querySelectorAll(".area-buttons button")];
  if (buttons.length === 0) return ["none is there"];
  return buttons
    .filter((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const isInside =
        left >= pane.left && right <= pane.right && top >= pane.top && bottom <= pane.bottom;
      return !isInside || button.scrollWidth > button.clientWidth + 1;
    })
    .map((button) => button.textContent);
}

/** Starts the program with a picture of one line. */
async function startAndPaste(t) {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  const user = new UserInput(session);
  await user.copyFile(imagePath("hello.png"));
  await user.press("ctrl+v");
  await app.waitForText();
  return { session, app, user };
}

/** How dark the darkest pixel of the picture is on the screen, 0 for black. */
async function darkest(session, { left, top, right, bottom }) {
  const window = await new UserInput(session).waitForWindow(TITLE);
  const code = `
import gi, sys
gi.require_version("Gdk", "3.0")
gi.require_version("GdkX11", "3.0")
from gi.repository import Gdk, GdkX11
window = GdkX11.X11Window.foreign_new_for_display(Gdk.Display.get_default(), int(sys.argv[1]))
print(min(Gdk.pixbuf_get_from_window(window, *map(int, sys.argv[2:])).get_pixels()))`;
  const box = [left + 4, top + 4, right - left - 8, bottom - top - 8].map(Math.round).map(String);
  const { stdout, stderr } = await session.run("/usr/bin/python3", ["-c", code, window, ...box]);
  assert.match(stdout, /\d/, stderr);
  return Number(stdout);
}

/** Runs in the page: where the picture is. */
function stageBox() {
  const { left, top, right, bottom } = document.querySelector(".stage").getBoundingClientRect();
  return { left, top, right, bottom };
}
