// Starting at login: the entry that desktops look for, and a start before there is a tray.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, BINARY, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { closeWindow, startTray } from "./support/tray.js";
import { sleep, waitFor } from "./support/wait.js";

const entryOf = (session) => join(session.config, "autostart/imagetotext-app.desktop");

async function switchOn(app, session) {
  await app.openScreen("settings");
  await app.click("#setting-autostart");
  await waitFor("the entry is written", () => existsSync(entryOf(session)));
}

test("starting at login is off, an entry when it is switched on, and erased with all data", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  assert.ok(!existsSync(entryOf(session)));
  await switchOn(app, session);
  const entry = readFileSync(entryOf(session), "utf8");
  assert.ok(entry.includes(`Exec="${BINARY}" --at-login\n`), entry);

  await app.click("#setting-autostart");
  await waitFor("the entry is removed", () => !existsSync(entryOf(session)));
  await app.click("#setting-autostart");
  await waitFor("the entry is there again", () => existsSync(entryOf(session)));
  await app.click("#back");

  await app.openScreen("data");
  assert.match(await app.textOf(".files"), /autostart\/imagetotext-app\.desktop/);
  await app.click("#erase-data");
  await app.click("#confirm");
  await waitFor("the entry is erased", () => !existsSync(entryOf(session)));
});

test("withdrawing consent removes the entry", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  await switchOn(app, session);
  await app.click("#back");
  await app.openScreen("data");
  await app.click("#withdraw");
  await app.click("#confirm");
  await app.waitForScreen("consent");
  assert.ok(!existsSync(entryOf(session)));
});

/** A program that stays in the tray and has ended. */
async function setUp(t) {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  await app.openScreen("settings");
  await app.click("#setting-startHidden");
  await app.click("#setting-autostart");
  await waitFor("the entry is written", () => existsSync(entryOf(session)));
  await app.close();
  const user = new UserInput(session);
  const startAtLogin = () => session.start(BINARY, ["--at-login"]);
  return { session, user, startAtLogin };
}

test("at login it waits for a tray that comes later, without a window", async (t) => {
  const { session, user, startAtLogin } = await setUp(t);
  startAtLogin();
  const { shown, click } = await startTray(session);
  await waitFor("the menu is there", () => shown.text.includes("menu:"));
  // Longer than it waits.
  await sleep(12_000);
  assert.deepEqual(await user.windows(TITLE), []);
  click("Open ImageToText");
  await closeWindow(user, await user.waitForWindow(TITLE));
});

test("at login it shows its window on a desktop without a tray", async (t) => {
  const { user, startAtLogin } = await setUp(t);
  startAtLogin();
  await user.waitForWindow(TITLE);
});
