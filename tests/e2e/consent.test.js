// The consent screen: nothing is read, and nothing is kept, before somebody agreed.

import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { filesBelow } from "./support/files.js";
import { Hands } from "./support/hands.js";
import { Program, picture } from "./support/program.js";
import { until } from "./support/wait.js";

test("declining closes the program and leaves no file", async (t) => {
  const desk = await Desk.set(t);
  const program = await Program.start(desk);
  assert.equal(await program.screen(), "consent");
  const processes = program.processes();
  // The window may be gone before it has answered.
  await program.click("#decline").catch(() => {});
  await program.ended(processes);
  assert.deepEqual(desk.kept(), []);
});

test("both boxes are empty at first, and both are needed", async (t) => {
  const program = await Program.start(await Desk.set(t));
  const state = () =>
    program.run(() => ({
      policy: document.querySelector("#agree-policy").checked,
      age: document.querySelector("#agree-age").checked,
      closed: document.querySelector("#agree").matches(":disabled, [aria-disabled=true]"),
    }));
  assert.deepEqual(await state(), { policy: false, age: false, closed: true });
  await program.click("#agree-policy");
  assert.deepEqual(await state(), { policy: true, age: false, closed: true });
  await program.click("#agree-policy");
  await program.click("#agree-age");
  assert.deepEqual(await state(), { policy: false, age: true, closed: true });
  await program.click("#agree-policy");
  assert.deepEqual(await state(), { policy: true, age: true, closed: false });
});

test("nothing is taken in before consent", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.start(desk, [picture("hello.png")]);
  await hands.copyFile(picture("hello.png"));
  await hands.press("ctrl+v");
  assert.equal(await program.screen(), "consent");
  assert.equal(await program.text(), "");
  const taken = await program.jobs();
  assert.deepEqual(taken, []);
  t.diagnostic(`before: ${taken.length} of 2 pictures, a paste and an argument, are taken in`);
  await program.agree();
  await hands.press("ctrl+v");
  const text = await program.read();
  assert.match(text, /Hello, world/);
  t.diagnostic(`after: the paste is read, ${text.length} characters`);
});

test("consent is asked for once and kept for its owner alone", async (t) => {
  const desk = await Desk.set(t);
  const first = await Program.agreed(desk);
  const record = consentFile(desk);
  assert.equal(statSync(record).mode & 0o777, 0o600);
  const held = JSON.parse(readFileSync(record, "utf8"));
  assert.deepEqual(Object.keys(held).sort(), ["adult", "at", "policy", "program"]);
  await first.close();
  const second = await Program.start(desk);
  assert.equal(await second.screen(), "work");
});

test("a damaged record is no consent", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const record = consentFile(desk);
  const whole = readFileSync(record, "utf8");
  for (const damaged of ["", whole.slice(0, -4), whole.replace("true", "false")]) {
    writeFileSync(record, damaged);
    const program = await Program.start(desk);
    assert.equal(await program.screen(), "consent", damaged);
    await program.close();
  }
});

test("a significant new version of the policy is shown and asked about", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const record = consentFile(desk);
  const held = JSON.parse(readFileSync(record, "utf8"));
  writeFileSync(record, JSON.stringify({ ...held, policy: 0 }));
  const program = await Program.start(desk);
  assert.equal(await program.screen(), "consent");
  assert.notEqual(await program.words("#what-changed"), "");
  await program.agree();
  assert.equal(JSON.parse(readFileSync(record, "utf8")).policy, held.policy);
});

test("withdrawing consent takes everything back", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFile(picture("hello.png"));
  await hands.press("ctrl+v");
  const text = await program.read();
  await program.open("settings");
  await program.click("#theme-dark");
  await until("the settings are kept", () => filesBelow(desk.config).length > 1);
  await program.click("#back");
  t.diagnostic(
    `before: ${desk.kept().length} files, a text of ${text.length} characters in the page`,
  );
  await program.open("data");
  await program.click("#withdraw");
  await program.click("#confirm");
  await program.at("consent");
  const kept = desk.kept();
  assert.deepEqual(kept, []);
  const page = await program.run(() => document.documentElement.outerHTML);
  assert.ok(!page.includes(text.trim()), "the text is still in the page");
  t.diagnostic(`after: ${kept.length} files, no text in the page`);
  const picked = await program.run(() => document.querySelector("#agree-policy").checked);
  assert.equal(picked, false);
});

/** The record of consent, which is the one file that agreeing leaves. */
function consentFile(desk) {
  const files = filesBelow(desk.config).filter((file) => /consent/.test(file));
  assert.equal(files.length, 1, `one record of consent among ${files}`);
  return files[0];
}
