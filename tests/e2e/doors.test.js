// Every door by which a picture comes in, used as a person uses it.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { errorRate } from "./support/mistakes.js";
import { golden, Program, picture, TITLE } from "./support/program.js";
import { until } from "./support/wait.js";

/** Share of wrong characters that a good screenshot may have. */
const BAR = 0.03;

test("a picture is pasted, read, copied and pasted elsewhere", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFile(picture("golden/german.png"));
  await hands.press("ctrl+v");
  const text = await program.read();
  right("german", text);
  await program.click("#copy");
  await program.says(/lines? copied/);
  assert.equal(await hands.clipboard(), text);
});

test("copied files are pasted", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFiles(picture("golden/french.png"), picture("golden/polish.png"));
  await hands.press("ctrl+v");
  assert.deepEqual(await program.finished(2), ["read", "read"]);
  await program.choose(0);
  await until("the French text is shown", async () => accepts("french", await program.text()));
  await program.choose(1);
  await until("the Polish text is shown", async () => accepts("polish", await program.text()));
});

test("the button pastes too", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFile(picture("golden/small.png"));
  await program.click("#paste");
  right("small", await program.read());
});

test("files are dropped", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const odd = join(desk.files, "a b #1 ü.png");
  copyFileSync(picture("golden/spanish.png"), odd);
  await hands.dragFiles(TITLE, odd);
  right("spanish", await program.read());
  await hands.dragFiles(TITLE, picture("golden/czech.png"), picture("golden/danish.png"));
  assert.deepEqual(await program.finished(3), ["read", "read", "read"]);
});

test("files come as arguments", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  copyFileSync(picture("golden/settings.png"), join(desk.files, "relative.png"));
  const program = await Program.start(desk, ["relative.png"]);
  right("settings", await program.read());
});

test("files are chosen in the dialog", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.press("ctrl+o");
  const dialog = await hands.window("Open");
  await hands.focus(dialog);
  await hands.typePath(picture("golden/columns.png"));
  await hands.press("Return");
  right("columns", await program.read());
});

test("closing the dialog takes nothing in and says nothing", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const before = await program.status();
  await hands.press("ctrl+o");
  const dialog = await hands.window("Open");
  await hands.focus(dialog);
  await hands.press("Escape");
  await until("the dialog is gone", async () => (await hands.windows("Open")).length === 0);
  assert.deepEqual(await program.jobs(), []);
  assert.equal(await program.status(), before);
});

function right(name, text) {
  assert.ok(accepts(name, text), `${name} was read as:\n${text}`);
}

function accepts(name, text) {
  return errorRate(golden(name), text) <= BAR;
}
