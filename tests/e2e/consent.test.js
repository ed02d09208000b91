// The consent screen: nothing is read and nothing is stored before the user agrees.

import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import test from "node:test";
import { App, imagePath, TITLE } from "./support/app.js";
import { filesBelow } from "./support/files.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("declining closes the program and leaves no file", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.start(session);
  assert.equal(await app.screen(), "consent");
  const processes = app.childProcesses();
  // The window may close before it answers.
  await app.click("#decline").catch(() => {});
  await app.waitForExit(processes);
  assert.deepEqual(session.filesOnDisk(), []);
});

test("both boxes are unchecked at first, and both are required", async (t) => {
  const app = await App.start(await TestSession.create(t));
  const state = () =>
    app.evaluate(() => ({
      policy: document.querySelector("#agree-policy").checked,
      age: document.querySelector("#agree-age").checked,
      disabled: document.querySelector("#agree").matches(":disabled, [aria-disabled=true]"),
    }));
  assert.deepEqual(await state(), { policy: false, age: false, disabled: true });
  await app.click("#agree-policy");
  assert.deepEqual(await state(), { policy: true, age: false, disabled: true });
  await app.click("#agree-policy");
  await app.click("#agree-age");
  assert.deepEqual(await state(), { policy: false, age: true, disabled: true });
  await app.click("#agree-policy");
  assert.deepEqual(await state(), { policy: true, age: true, disabled: false });
});

test("no picture is accepted before consent", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.start(session, [imagePath("hello.png")]);
  await user.copyFile(imagePath("hello.png"));
  await user.press("ctrl+v");
  await waitFor("a sentence says why", async () => /agreed/.test(await app.textOf(".status")));
  assert.equal(await app.screen(), "consent");
  assert.equal(await app.text(), "");
  const accepted = await app.jobs();
  assert.deepEqual(accepted, []);
  t.diagnostic(`before: ${accepted.length} of 2 pictures, a paste and an argument, are accepted`);
  await app.agree();
  await user.press("ctrl+v");
  const text = await app.waitForText();
  assert.match(text, /Hello, world/);
  t.diagnostic(`after: the paste is read, ${text.length} characters`);
});

test("a drop before consent adds nothing, then or later, and says why", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.start(session);
  assert.equal(await app.textOf(".status"), "");
  await user.dragFiles(TITLE, imagePath("hello.png"));
  await waitFor("a sentence says why", async () => /not agreed/.test(await app.textOf(".status")));
  await app.agree();
  assert.deepEqual(await app.jobs(), []);
});

test("consent is asked for once and stored for its owner only", async (t) => {
  const session = await TestSession.create(t);
  const first = await App.startWithConsent(session);
  const record = consentFile(session);
  assert.equal(statSync(record).mode & 0o777, 0o600);
  const saved = JSON.parse(readFileSync(record, "utf8"));
  assert.deepEqual(Object.keys(saved).sort(), ["adult", "at", "policy", "program"]);
  await first.close();
  const second = await App.start(session);
  assert.equal(await second.screen(), "work");
});

test("a damaged consent record does not count", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const record = consentFile(session);
  const valid = readFileSync(record, "utf8");
  for (const damaged of ["", valid.slice(0, -4), valid.replace("true", "false")]) {
    writeFileSync(record, damaged);
    const app = await App.start(session);
    assert.equal(await app.screen(), "consent", damaged);
    await app.close();
  }
});

test("a significant new version of the policy asks for consent again", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const record = consentFile(session);
  const saved = JSON.parse(readFileSync(record, "utf8"));
  writeFileSync(record, JSON.stringify({ ...saved, policy: 0 }));
  const app = await App.start(session);
  assert.equal(await app.screen(), "consent");
  assert.notEqual(await app.textOf("#what-changed"), "");
  await app.agree();
  assert.equal(JSON.parse(readFileSync(record, "utf8")).policy, saved.policy);
});

test("withdrawing consent erases all files and texts", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFile(imagePath("hello.png"));
  await user.press("ctrl+v");
  const text = await app.waitForText();
  await app.openScreen("settings");
  await app.click("#theme-dark");
  await waitFor("the settings are stored", () => filesBelow(session.config).length > 1);
  await app.click("#back");
  t.diagnostic(
    `before: ${session.filesOnDisk().length} files, a text of ${text.length} characters in the page`,
  );
  await app.openScreen("data");
  await app.click("#withdraw");
  await app.click("#confirm");
  await app.waitForScreen("consent");
  const files = session.filesOnDisk();
  assert.deepEqual(files, []);
  const page = await app.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!page.includes(text.trim()), "the text is still in the page");
  t.diagnostic(`after: ${files.length} files, no text in the page`);
  await waitFor("the focus is on what to read first", () =>
    app.evaluate(() => document.activeElement.matches("h1")),
  );
  const checked = await app.evaluate(() => document.querySelector("#agree-policy").checked);
  assert.equal(checked, false);
});

/** The consent record, the only file that agreeing creates. */
function consentFile(session) {
  const files = filesBelow(session.config).filter((file) => /consent/.test(file));
  assert.equal(files.length, 1, `one record of consent among ${files}`);
  return files[0];
}
