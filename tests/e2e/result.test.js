// What a person does with a text: look, choose, change, copy, save.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { Program, picture } from "./support/program.js";
import { until } from "./support/wait.js";

test("line modes change the text at once and are remembered", async (t) => {
  const desk = await Desk.set(t);
  const { program } = await pasted(desk, "golden/columns.png");
  await program.read();
  const lines = async () => (await program.text()).trim().split("\n").length;
  const kept = await lines();
  assert.ok(kept > 2, `${kept} lines`);
  await program.click("#lines-one");
  await until("there is one line", async () => (await lines()) === 1);
  await program.click("#lines-paragraphs");
  await until("there are paragraphs", async () => (await lines()) > 1 && (await lines()) < kept);
  await program.close();
  const again = await Program.start(desk);
  await paste(desk, "golden/german.png");
  await again.read();
  assert.ok(await again.run(() => document.querySelector("#lines-paragraphs").checked));
});

test("a private copy is marked so that clipboard managers leave it alone", async (t) => {
  const desk = await Desk.set(t);
  const { program, hands } = await pasted(desk, "hello.png");
  await program.click("#copy");
  await program.says(/copied/);
  assert.ok((await hands.clipboardKinds()).includes("x-kde-passwordManagerHint"));
  await program.open("settings");
  await program.click("#setting-privateCopy");
  await program.click("#back");
  await program.click("#copy");
  await until("the mark is gone", async () => {
    const kinds = await hands.clipboardKinds();
    return kinds.length > 0 && !kinds.includes("x-kde-passwordManagerHint");
  });
});

test("copied at once, if that is wished", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await program.open("settings");
  await program.click("#setting-copyAtOnce");
  await program.click("#back");
  await paste(desk, "hello.png");
  const text = await program.read();
  await until("the text is on the clipboard", async () => (await hands.clipboard()) === text);
});

test("a picture without text leaves the clipboard alone", async (t) => {
  const desk = await Desk.set(t);
  const { program, hands } = await pasted(desk, "../e2e/pictures/blank.png");
  await program.finished(1);
  await until("it is said", () => program.shows("#no-text"));
  await hands.copyText("as it was");
  await hands.press("ctrl+c");
  assert.equal(await hands.clipboard(), "as it was");
});

test("the corrected text is what is copied", async (t) => {
  const desk = await Desk.set(t);
  const { program, hands } = await pasted(desk, "hello.png");
  await program.read();
  await program.click("#text");
  await hands.press("ctrl+End");
  await hands.type(" corrected");
  await until("it is typed", async () => / corrected$/.test(await program.text()));
  await program.click("#copy");
  await program.says(/copied/);
  assert.match(await hands.clipboard(), / corrected$/);
});

test("words lie over the picture and can be selected there", async (t) => {
  const desk = await Desk.set(t);
  const { program, hands } = await pasted(desk, "golden/german.png");
  const text = await program.read();
  const words = await until("the words are laid out", () =>
    program.run(() => document.querySelectorAll("#text-layer .word").length),
  );
  assert.ok(words >= text.split(/\s+/).length / 2, `${words} words`);
  await program.run(() => {
    const word = document.querySelector("#text-layer .word");
    document.getSelection().selectAllChildren(word);
  });
  await hands.press("ctrl+c");
  await program.says(/copied/);
  const first = text.trim().split(/\s+/)[0];
  assert.equal((await hands.clipboard()).trim(), first);
});

test("a picture on its side is turned and read again", async (t) => {
  const desk = await Desk.set(t);
  const { program } = await pasted(desk, "../e2e/pictures/on-its-side.png");
  await program.finished(1);
  await program.click("#rotate-right");
  await until("the text is upright", async () => /quick brown fox/.test(await program.text()));
});

test("the text is saved where the person says, for its owner alone", async (t) => {
  const desk = await Desk.set(t);
  const { program, hands } = await pasted(desk, "hello.png");
  const text = await program.read();
  for (const name of ["text.txt", "page.json", "page.hocr"]) {
    const file = join(desk.files, name);
    await hands.press("ctrl+s");
    const dialog = await hands.window("Save");
    await hands.focus(dialog);
    await hands.press("ctrl+a");
    await hands.type(file);
    await hands.press("Return");
    await until(`${name} is written`, () => existsSync(file) && statSync(file).size > 0);
    await program.says(new RegExp(`Saved as .*${name}`));
  }
  const read = (name) => readFileSync(join(desk.files, name), "utf8");
  assert.equal(read("text.txt").trim(), text.trim());
  assert.ok(JSON.parse(read("page.json")));
  assert.match(read("page.hocr"), /ocr_page/);
});

test("text that looks like markup is shown as text", async (t) => {
  const desk = await Desk.set(t);
  const { program } = await pasted(desk, "../e2e/pictures/markup.png");
  const tags = (await program.read()).match(/<[a-z]+/g) ?? [];
  assert.ok(tags.includes("<script"), `${tags}`);
  const scripts = await program.run(() => document.querySelectorAll("body script").length);
  assert.equal(scripts, 0);
  t.diagnostic(`shown as text: ${tags.length} tags; scripts in the page: ${scripts}`);
  // A script of the page's own making would be seen.
  const seen = await program.run(() => {
    const script = document.body.appendChild(document.createElement("script"));
    const count = document.querySelectorAll("body script").length;
    script.remove();
    return count;
  });
  assert.equal(seen, 1);
  t.diagnostic(`seen: ${seen} script that was put there`);
});

/** A program that was handed a picture by the clipboard. */
async function pasted(desk, name) {
  const program = await Program.agreed(desk);
  const hands = await paste(desk, name);
  return { program, hands };
}

async function paste(desk, name) {
  const hands = new Hands(desk);
  await hands.copyFile(picture(name));
  await hands.press("ctrl+v");
  return hands;
}
