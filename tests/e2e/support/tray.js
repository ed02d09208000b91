// A system tray, which is a mock on the session bus.

import { fileURLToPath } from "node:url";

import { App, TITLE } from "./app.js";
import { UserInput } from "./input.js";
import { TestSession } from "./session.js";
import { waitFor } from "./wait.js";

const TRAY = fileURLToPath(new URL("mock_tray.py", import.meta.url));

/** Starts a tray, which collects what it prints. */
export async function startTray(session) {
  const tray = session.start("/usr/bin/python3", [TRAY], { stdio: ["pipe", "pipe", "pipe"] });
  const shown = { text: "" };
  tray.stdout.on("data", (data) => {
    shown.text += data;
  });
  await waitFor("the tray runs", () => shown.text.includes("ready"));
  return { shown, tray, click: (label) => tray.stdin.write(`${label}\n`) };
}

/** A program with consent in a session with a tray that shows its menu. */
export async function startInTray(t, files = []) {
  const session = await TestSession.create(t);
  const tray = await startTray(session);
  const app = await App.startWithConsent(session, files);
  await waitFor("the menu is there", () => tray.shown.text.includes("menu:"));
  return { session, app, user: new UserInput(session), ...tray };
}

/** The same, with its window closed: the program stays in the tray. */
export async function closeIntoTray(t) {
  const started = await startInTray(t);
  const { app, user } = started;
  await app.openScreen("settings");
  await app.click("#setting-startHidden");
  await waitFor("the setting is kept", () =>
    app.evaluate(() => document.querySelector("#setting-startHidden").checked),
  );
  await closeWindow(user, await user.waitForWindow(TITLE));
  return started;
}

/** Closes a window as its button does; the window manager may miss a key while it is busy. */
export async function closeWindow(user, window) {
  await user.focus(window);
  await waitFor("the window is gone", async () => {
    await user.press("alt+F4");
    return (await user.windows(TITLE)).length === 0;
  });
}
