// Whatever comes in: one sentence that says what to do next, and the program goes on.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { pngOfSize } from "./support/files.js";
import { Hands } from "./support/hands.js";
import { Program, picture, TITLE } from "./support/program.js";
import { until } from "./support/wait.js";

const GOOD = readFileSync(picture("golden/german.png"));

/** What is in a file, and what is said of it. */
const FILES = {
  "empty.png": ["", /empty/],
  "letter.png": ["Dear Sir or Madam,", /not a picture/],
  "cut.png": [GOOD.subarray(0, GOOD.length / 2), /damaged/],
  "rotten.jpg": [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), /damaged/],
  "phone.heic": [Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), /HEIC/],
  "phone.avif": [Buffer.from("\0\0\0\x18ftypavif\0\0\0\0mif1avif"), /AVIF/],
  "drawing.svg": ['<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG.*Export/],
  "paper.pdf": ["%PDF-1.7\n", /PDF.*Save its pages/],
  "field.png": [pngOfSize(50_000, 50_000), /too many pixels/],
};

test("each bad file gets its sentence, and a good one is read", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const expected = { "missing.png": /not found/, pipe: /not an ordinary file/ };
  for (const [name, [content, sentence]] of Object.entries(FILES)) {
    writeFileSync(join(desk.files, name), content);
    expected[name] = sentence;
  }
  execFileSync("mkfifo", [join(desk.files, "pipe")]);
  const names = Object.keys(expected);
  const program = await Program.start(desk, [...names, picture("hello.png")]);
  const sentences = await said(program, names.length + 1);
  for (const name of names) {
    const sentence = sentences.find((sentence) => sentence.includes(name));
    assert.match(sentence ?? `nothing about ${name} in ${sentences}`, expected[name]);
    assert.match(sentence, /\.$/, "a sentence ends with a full stop");
  }
  const states = (await program.jobs()).map(({ state }) => state);
  assert.equal(states.filter((state) => state === "read").length, 1);
});

test("an empty clipboard, and one with text only, are said in words", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.press("ctrl+v");
  await program.says(/clipboard is empty/);
  await hands.copyText("only words");
  await hands.press("ctrl+v");
  await program.says(/clipboard contains text/);
  assert.deepEqual(await program.jobs(), []);
});

test("a clipboard whose owner is gone is said in words", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFile(picture("hello.png"));
  await hands.loseClipboard();
  await hands.press("ctrl+v");
  await program.says(/clipboard is empty|clipboard does not respond/);
  assert.deepEqual(await program.jobs(), []);
});

test("a link is never fetched", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.dragLink(TITLE, "https://example.org/picture.png");
  await program.says(/link.*never downloads/);
  assert.deepEqual(await program.jobs(), []);
  assert.equal(await program.screen(), "work");
});

test("an empty folder is said in words", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const folder = join(desk.files, "nothing");
  mkdirSync(folder);
  await hands.dragFiles(TITLE, folder);
  await program.says(/no pictures in this folder/);
});

test("a reader that dies costs one picture", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const readers = await until("a reader waits", () => desk.hold(program.readers()));
  await hands.copyFile(picture("hello.png"));
  await hands.press("ctrl+v");
  await until("it is being read", async () => (await program.jobs())[0]?.state === "reading");
  for (const pid of readers) process.kill(pid, "SIGKILL");
  assert.deepEqual(await program.finished(1), ["failed"]);
  assert.match(await program.words("#failure"), /stopped unexpectedly/);
  await hands.press("ctrl+v");
  assert.deepEqual(await program.finished(2), ["failed", "read"]);
});

/** One sentence for each file that was not taken or not read, with its name, once all are done. */
async function said(program, files) {
  const refused = () =>
    program.run(() =>
      [...document.querySelectorAll("#refusals li")].map((item) => item.textContent),
    );
  await until("all files are done with", async () => {
    const jobs = await program.jobs();
    const open = jobs.filter(({ state }) => state === "waiting" || state === "reading");
    return open.length === 0 && jobs.length + (await refused()).length === files;
  });
  const sentences = await refused();
  const jobs = await program.jobs();
  for (const [index, { name, state }] of jobs.entries()) {
    if (state !== "failed") continue;
    await program.choose(index);
    const sentence = await until("its sentence is shown", () => program.words("#failure"));
    sentences.push(`${name}: ${sentence}`);
  }
  return sentences;
}
