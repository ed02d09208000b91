// Several pictures: each is read, none stops the others, all can be ended and taken away.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { Program, picture, TITLE } from "./support/program.js";
import { until } from "./support/wait.js";

const LANGUAGES = ["czech", "danish", "french", "german", "polish"];

test("of five pictures one is corrupt and four are read", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const corrupt = join(desk.files, "corrupt.png");
  writeFileSync(corrupt, readFileSync(picture("golden/german.png")).subarray(0, 900));
  const [first, second, third, fourth] = LANGUAGES.map((name) => picture(`golden/${name}.png`));
  await hands.copyFiles(first, second, corrupt, third, fourth);
  await hands.press("ctrl+v");
  assert.deepEqual(await program.finished(5), ["read", "read", "failed", "read", "read"]);
  await program.choose(2);
  const sentence = await until("a sentence is shown", () => program.words("#failure"));
  assert.match(sentence, /damaged/);
  const texts = [];
  for (const index of [0, 1, 3, 4]) {
    await program.choose(index);
    texts.push(
      await until("its text is shown", async () => {
        const text = await program.text();
        return text && !texts.includes(text) && text;
      }),
    );
  }
  await program.click("#copy-all");
  await program.says(/copied/);
  const copied = await hands.clipboard();
  for (const text of texts) assert.ok(copied.includes(text), `${text} is not in:\n${copied}`);
});

test("a reading is cancelled, and can be taken up again", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const readers = await until("a reader waits", () => desk.hold(program.readers()));
  await hands.copyFile(picture("golden/german.png"));
  await hands.press("ctrl+v");
  await until("it is being read", async () => (await program.jobs())[0]?.state === "reading");
  await program.click(".notice-card .cancel");
  assert.deepEqual(await program.finished(1), ["cancelled"]);
  await until("the reader is gone", () => !readers.some((pid) => program.readers().includes(pid)));
  await hands.copyFile(picture("hello.png"));
  await hands.press("ctrl+v");
  assert.deepEqual(await program.finished(2), ["cancelled", "read"]);
});

test("everything left is cancelled at once", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await until("a reader waits", () => desk.hold(program.readers()));
  await hands.copyFiles(...LANGUAGES.map((name) => picture(`golden/${name}.png`)));
  await hands.press("ctrl+v");
  await until("five pictures are there", async () => (await program.jobs()).length === 5);
  await program.click("#cancel-all");
  const states = await program.finished(5);
  assert.ok(states.includes("cancelled"), `${states}`);
});

test("clearing leaves no text in the page", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFile(picture("golden/german.png"));
  await hands.press("ctrl+v");
  const text = await program.read();
  const word = text.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a));
  const inPage = () =>
    program.run((word) => {
      const areas = [...document.querySelectorAll("textarea")].map((area) => area.value);
      return [document.documentElement.outerHTML, ...areas].some((held) => held.includes(word));
    }, word);
  assert.ok(await inPage(), "the word is found while it is shown");
  await program.click("#clear");
  await until("the page is empty", async () => (await program.jobs()).length === 0);
  assert.equal(await inPage(), false);
});

test("of a dropped folder the pictures are read", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const folder = join(desk.files, "album");
  mkdirSync(join(folder, "deeper"), { recursive: true });
  copyFileSync(picture("hello.png"), join(folder, "one.png"));
  copyFileSync(picture("golden/small.png"), join(folder, "two.png"));
  writeFileSync(join(folder, "notes.txt"), "not a picture");
  await hands.dragFiles(TITLE, folder);
  assert.deepEqual(await program.finished(2), ["read", "read"]);
  await program.says(/./);
});

test("two hundred files at once are read", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const files = Array.from({ length: 200 }, (_, number) => {
    const file = join(desk.files, `picture ${number}.png`);
    copyFileSync(picture("hello.png"), file);
    return file;
  });
  const program = await Program.start(desk, files);
  const states = await program.finished(200, 240_000);
  assert.deepEqual(new Set(states), new Set(["read"]));
  assert.match(await program.says(/read/), /200 pictures read/);
});

test("a file that vanishes before its turn gets a sentence", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const file = join(desk.files, "fleeting.png");
  copyFileSync(picture("hello.png"), file);
  await hands.copyFiles(file);
  rmSync(file);
  await hands.press("ctrl+v");
  await until("a sentence is shown", async () => {
    const sentences = await Promise.all(["#failure", "#refusals"].map((id) => program.words(id)));
    return sentences.some((sentence) => /not found/.test(sentence ?? ""));
  });
});
