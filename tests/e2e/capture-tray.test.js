// The icon in the system tray; the tray is a mock on the session bus.

import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { App, imagePath, TITLE } from "./support/app.js";
import { Capturer, showPicture } from "./support/capture.js";
import { UserInput } from "./support/input.js";
import { isAlive } from "./support/processes.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const TRAY = fileURLToPath(new URL("support/mock_tray.py", import.meta.url));

/** A session with a tray, which collects what it prints. */
async function startTray(t) {
  const session = await TestSession.create(t);
  const tray = session.start("/usr/bin/python3", [TRAY], { stdio: ["pipe", "pipe", "pipe"] });
  const shown = { text: "" };
  tray.stdout.on("data", (data) => {
    shown.text += data;
  });
  await waitFor("the tray runs", () => shown.text.includes("ready"));
  return { session, shown, tray, click: (label) => tray.stdin.write(`${label}\n`) };
}

/** Closes a window as its button does; the window manager may miss a key while it is busy. */
async function closeWindow(user, window) {
  await user.focus(window);
  await waitFor("the window is gone", async () => {
    await user.press("alt+F4");
    return (await user.windows(TITLE)).length === 0;
  });
}

test("the icon is there after consent, and its menu captures", async (t) => {
  const { session, shown, click } = await startTray(t);
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
  const { session, tray, shown } = await startTray(t);
  const app = await App.startWithConsent(session);
  const user = new UserInput(session);
  await waitFor("the menu is there", () => shown.text.includes("menu:"));
  await app.openScreen("settings");
  await app.click("#setting-startHidden");
  const window = await user.waitForWindow(TITLE);
  await closeWindow(user, window);
  tray.kill("SIGKILL");
  await user.waitForWindow(TITLE);
});

test("a window that waits in the tray comes back when the session bus ends", async (t) => {
  const { session, shown } = await startTray(t);
  const app = await App.startWithConsent(session);
  const user = new UserInput(session);
  await waitFor("the menu is there", () => shown.text.includes("menu:"));
  await app.openScreen("settings");
  await app.click("#setting-startHidden");
  const window = await user.waitForWindow(TITLE);
  await closeWindow(user, window);
  session.endBus();
  await user.waitForWindow(TITLE);
  assert.ok(isAlive(app.pid));
});

test("a program that stays in the tray survives its window, and opens it again", async (t) => {
  const { session, shown, click } = await startTray(t);
  const app = await App.startWithConsent(session);
  const user = new UserInput(session);
  await waitFor("the menu is there", () => shown.text.includes("menu:"));
  await app.openScreen("settings");
  await app.click("#setting-startHidden");
  await waitFor("the setting is kept", () =>
    app.evaluate(() => document.querySelector("#setting-startHidden").checked),
  );
  const window = await user.waitForWindow(TITLE);
  await closeWindow(user, window);
  assert.ok(isAlive(app.pid));
  click("Open ImageToText");
  await user.waitForWindow(TITLE);
  click("Quit");
  await waitFor("the program has ended", () => !isAlive(app.pid));
});

test("quitting in the tray asks when edits would be lost", async (t) => {
  const { session, shown, click } = await startTray(t);
  const app = await App.startWithConsent(session, [imagePath("hello.png")]);
  const user = new UserInput(session);
  await waitFor("the menu is there", () => shown.text.includes("menu:"));
  await app.waitForText();
  await app.click("#text");
  await user.type("Zebra ");
  await waitFor("the correction is typed", async () => /Zebra/.test(await app.text()));
  click("Quit");
  await waitFor("the question is shown", () => app.isVisible("#confirm-yes"));
  await user.press("Tab", "Return");
  await waitFor("the program has ended", () => !isAlive(app.pid));
});
