// Starting the program: a second time, and without a display.

import assert from "node:assert/strict";
import test from "node:test";
import { App, BINARY, imagePath, TITLE } from "./support/app.js";
import { watchBrightness } from "./support/brightness.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("a second start shows the first window and passes its files on", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const window = await user.waitForWindow(TITLE);
  await user.minimise(window);
  const second = await session.run(BINARY, [imagePath("hello.png")]);
  assert.equal(second.code, 0, second.stderr);
  assert.deepEqual(await app.waitForJobs(1), ["read"]);
  await waitFor("the window is in front", () => user.hasFocus(window));
});

test("without a display there is an error message and an exit code", async (t) => {
  const session = await TestSession.create(t, { display: false });
  const { code, stderr } = await session.run(BINARY, []);
  assert.equal(code, 1);
  assert.match(stderr, /display/);
  assert.match(stderr, /imagetotext --help|command line/, "it names an alternative");
  assert.doesNotMatch(stderr, /panicked/);
});

for (const bus of ["missing", "unreachable"]) {
  test(`with a session bus that is ${bus} the window opens and reads`, async (t) => {
    const session = await TestSession.create(t, { bus });
    const app = await App.startWithConsent(session, [imagePath("hello.png")]);
    assert.match(await app.waitForText(), /Hello/);
  });
}

test("a dark theme starts dark, whatever the theme of the system", async (t) => {
  const session = await TestSession.create(t, { theme: "light" });
  const app = await App.startWithConsent(session);
  await app.openScreen("settings");
  await app.click("#theme-dark");
  await waitFor("the page is dark", () =>
    app.evaluate(() => document.documentElement.dataset.theme === "dark"),
  );
  await app.close();
  const frames = watchBrightness(session);
  await waitFor("frames are taken", () => frames.length > 0);
  await App.start(session);
  const atStart = frames.length;
  await waitFor("some frames of the page are taken", () => frames.length > atStart + 10);
  assert.ok(Math.max(...frames) < 128, `the brightness of the frames is ${frames}`);
  // It is not the screen without a window.
  assert.ok(frames.at(-1) > 20, `${frames.at(-1)}`);
});
