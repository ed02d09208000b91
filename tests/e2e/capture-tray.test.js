// The icon in the system tray; the tray is a mock on the session bus.

import assert from "node:assert/strict";
import test from "node:test";
import { App, imagePath, TITLE } from "./support/app.js";
import { Capturer, showPicture } from "./support/capture.js";
import { UserInput } from "./support/input.js";
import { isAlive } from "./support/processes.js";
import { TestSession } from "./support/session.js";
import { closeIntoTray, startInTray, startTray } from "./support/tray.js";
import { waitFor } from "./support/wait.js";

test("the icon is there after consent, and its menu captures", async (t) => {
  const session = await TestSession.create(t);
  const { shown, click } = await startTray(session);
  const app = await App.start(session);
  const user = new UserInput(session);
  const capturer = new Capturer(session);
  assert.doesNotMatch(shown.text, /menu/, "before consent there is none");
  await app.agree();
  await waitFor("the menu is there", () => shown.text.includes("menu:"));
  assert.match(shown.text, /Capture text.*Capture the same region again.*Open ImageToText.*Quit/);
  const picture = await showPicture(session, imagePath("hello.png"), 1150, 30);
  click("Capture text");
  await waitFor("the screen is frozen", () => capturer.isFrozen());
  await capturer.drag(picture);
  await waitFor("the text is copied", async () => /Hello/.test(await user.clipboardText()));
});

test("a window that waits in the tray comes back when the tray ends", async (t) => {
  const { user, tray } = await closeIntoTray(t);
  tray.kill("SIGKILL");
  await user.waitForWindow(TITLE);
});

test("a window that waits in the tray comes back when the session bus ends", async (t) => {
  const { session, app, user } = await closeIntoTray(t);
  session.endBus();
  await user.waitForWindow(TITLE);
  assert.ok(isAlive(app.pid));
});

test("a program that stays in the tray survives its window, and opens it again", async (t) => {
  const { app, user, click } = await closeIntoTray(t);
  assert.ok(isAlive(app.pid));
  click("Open ImageToText");
  await user.waitForWindow(TITLE);
  click("Quit");
  await waitFor("the program has ended", () => !isAlive(app.pid));
});

test("quitting in the tray asks when edits would be lost", async (t) => {
  const { app, user, click } = await startInTray(t, [imagePath("hello.png")]);
  await app.waitForText();
  await app.click("#text");
  await user.type("Zebra ");
  await waitFor("the correction is typed", async () => /Zebra/.test(await app.text()));
  click("Quit");
  await waitFor("the question is shown", () => app.isVisible("#confirm-yes"));
  await user.press("Tab", "Return");
  await waitFor("the program has ended", () => !isAlive(app.pid));
});
