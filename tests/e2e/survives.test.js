// What is survived: the death of the process that draws the page.

import assert from "node:assert/strict";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { below, commandLine } from "./support/processes.js";
import { BINARY, Program, picture, TITLE } from "./support/program.js";
import { until } from "./support/wait.js";

test("when the page dies, it comes back with what was read", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const hands = new Hands(desk);
  // Remote control would not survive it.
  const program = desk.start(BINARY, [picture("golden/german.png")]);
  const window = await hands.window(TITLE);
  await hands.focus(window);
  const copied = () =>
    until("the text can be copied", async () => {
      await hands.press("ctrl+c");
      const text = await hands.clipboard();
      return text !== "something else" && text;
    });
  const text = await copied();
  await hands.copyText("something else");
  const page = below(program.pid).find((pid) => /WebKitWebProcess/.test(commandLine(pid)[0]));
  process.kill(page, "SIGKILL");
  assert.equal(await copied(), text);
});
