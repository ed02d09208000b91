// How the program starts: once, with a display, and without a way to the network.

import assert from "node:assert/strict";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { BINARY, Program, picture, TITLE } from "./support/program.js";
import { until } from "./support/wait.js";

test("a second start brings the first to the front and hands its files over", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const window = await hands.window(TITLE);
  await hands.minimise(window);
  const second = await desk.run(BINARY, [picture("hello.png")]);
  assert.equal(second.code, 0, second.stderr);
  assert.deepEqual(await program.finished(1), ["read"]);
  await until("the window is in front", () => hands.hasFocus(window));
});

test("without a display there is a sentence and an exit code", async (t) => {
  const desk = await Desk.set(t, { display: false });
  const { code, stderr } = await desk.run(BINARY, []);
  assert.equal(code, 1);
  assert.match(stderr, /display/);
  assert.match(stderr, /imagetotext --help|command line/, "what can be done instead");
  assert.doesNotMatch(stderr, /panicked/);
});
