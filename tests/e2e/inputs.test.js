// Every input source: clipboard, drag and drop, arguments, file dialog.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, goldenText, imagePath, TITLE } from "./support/app.js";
import { errorRate } from "./support/error-rate.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

/** Highest error rate of a good screenshot. */
const MAX_ERROR_RATE = 0.03;

test("a picture is pasted, read, copied and pasted elsewhere", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFile(imagePath("golden/german.png"));
  await user.press("ctrl+v");
  const text = await app.waitForText();
  assertText("german", text);
  await app.click("#copy");
  await app.waitForStatus(/lines? copied/);
  assert.equal(await user.clipboardText(), text);
});

test("copied files are pasted", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFiles(imagePath("golden/french.png"), imagePath("golden/polish.png"));
  await user.press("ctrl+v");
  assert.deepEqual(await app.waitForJobs(2), ["read", "read"]);
  await app.select(0);
  await waitFor("the French text is shown", async () => isTextOf("french", await app.text()));
  await app.select(1);
  await waitFor("the Polish text is shown", async () => isTextOf("polish", await app.text()));
});

test("the paste button pastes", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFile(imagePath("golden/small.png"));
  await app.click("#paste");
  assertText("small", await app.waitForText());
});

test("dropped files are read", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const file = join(session.files, "a b #1 ü.png");
  copyFileSync(imagePath("golden/spanish.png"), file);
  await user.dragFiles(TITLE, file);
  assertText("spanish", await app.waitForText());
  await user.dragFiles(TITLE, imagePath("golden/czech.png"), imagePath("golden/danish.png"));
  assert.deepEqual(await app.waitForJobs(3), ["read", "read", "read"]);
});

test("files are given as arguments", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  copyFileSync(imagePath("golden/settings.png"), join(session.files, "relative.png"));
  const app = await App.start(session, ["relative.png"]);
  assertText("settings", await app.waitForText());
});

test("files are chosen in the dialog", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.openWindowBy("ctrl+o", "Open");
  await user.typePath(imagePath("golden/columns.png"));
  await user.press("Return");
  assertText("columns", await app.waitForText());
});

test("cancelling the dialog opens nothing and shows no message", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const before = await app.status();
  await user.openWindowBy("ctrl+o", "Open");
  await user.press("Escape");
  await waitFor("the dialog is gone", async () => (await user.windows("Open")).length === 0);
  assert.deepEqual(await app.jobs(), []);
  assert.equal(await app.status(), before);
});

function assertText(name, text) {
  assert.ok(isTextOf(name, text), `${name} was read as:\n${text}`);
}

function isTextOf(name, text) {
  return errorRate(goldenText(name), text) <= MAX_ERROR_RATE;
}
