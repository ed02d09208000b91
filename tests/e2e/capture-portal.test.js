// Capturing under Wayland, where the desktop does it: the portal is a mock on the session bus.

import assert from "node:assert/strict";
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { App, imagePath } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const PORTAL = fileURLToPath(new URL("support/mock_portal.py", import.meta.url));

/** Starts the program in a session that is said to be one of Wayland, with a portal that answers so. */
async function startWithPortal(t, code) {
  const session = await TestSession.create(t);
  session.env.XDG_SESSION_TYPE = "wayland";
  const file = join(session.files, "Screenshot.png");
  copyFileSync(imagePath("hello.png"), file);
  const portal = { shown: "", press: () => {} };
  if (code !== undefined) {
    const child = session.start("/usr/bin/python3", [PORTAL, String(code), file], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdout.on("data", (data) => {
      portal.shown += data;
    });
    portal.press = (name) => child.stdin.write(`${name}\n`);
    await waitFor("the portal runs", () => portal.shown.includes("ready"));
  }
  const app = await App.startWithConsent(session);
  return { session, app, file, portal, user: new UserInput(session) };
}

const waitForCopy = (user) =>
  waitFor("the text is on the clipboard", async () => /Hello/.test(await user.clipboardText()));

test("the file of the portal is read and removed at once", async (t) => {
  const { app, file, user } = await startWithPortal(t, 0);
  await app.click("#capture");
  await waitForCopy(user);
  assert.deepEqual(await app.waitForJobs(1), ["read"]);
  assert.equal(existsSync(file), false, "the desktop's file is gone");
});

test("a person who gives up, a desktop that refuses and one without a portal get a sentence", async (t) => {
  for (const [code, pattern] of [
    [1, /cancelled/],
    [2, /did not allow/],
    [undefined, /does not let this program capture/],
  ]) {
    const { session, app } = await startWithPortal(t, code);
    await app.click("#capture");
    await app.waitForStatus(pattern);
    assert.deepEqual(await app.jobs(), []);
    await session.end();
  }
});

test("the desktop keeps the hotkeys", async (t) => {
  const { app, portal, user } = await startWithPortal(t, 0);
  await waitFor("both are bound", () => /capture .*\n.*capture-again/.test(portal.shown));
  assert.match(portal.shown, /bound: capture LOGO\+SHIFT\+t/);
  await app.openScreen("settings");
  await waitFor("nothing is wrong", async () => (await app.textOf("#problem-hotkey")) === "");
  portal.press("capture");
  await waitForCopy(user);
});

test("hotkeys are explained where the desktop offers none", async (t) => {
  const { app } = await startWithPortal(t, undefined);
  await app.openScreen("settings");
  await waitFor("the explanation is shown", async () =>
    /--capture/.test(await app.textOf("#problem-hotkey")),
  );
});
