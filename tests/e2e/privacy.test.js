// What stays of a picture and its text: nothing on the disk, nothing in the memory of our
// processes once it is cleared, nothing that could have gone anywhere.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { noise } from "./support/marker.js";
import { countIn } from "./support/memory.js";
import { commandLine, statusOf } from "./support/processes.js";
import { golden, Program, picture } from "./support/program.js";
import { sleep, until } from "./support/wait.js";

/** How soon after "Clear" nothing is left, in milliseconds. */
const SOON = 2000;

/** Words of the German picture that stand nowhere else. */
const LONG_WORDS = golden("german")
  .split(/[^\p{L}]+/u)
  .filter((word) => word.length > 7);

test("after clearing no pixel of a picture is left in our memory", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  const { file, needles } = noise();
  writeFileSync(join(desk.files, "noise.png"), file);
  await hands.copyFile(join(desk.files, "noise.png"));
  await hands.press("ctrl+v");
  await program.finished(1);
  await until("it is painted", () =>
    program.run(() => document.querySelector("#picture").width > 1),
  );
  await isGoneAfterClearing(t, program, needles);
});

test("after clearing no word of a text is left in our memory", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await hands.copyFile(picture("golden/german.png"));
  await hands.press("ctrl+v");
  await program.finished(1);
  // Whatever the test asks the page, or hears of it, goes through our process: the word itself must
  // not.
  const backwards = (word) => [...word].reverse().join("");
  const word = await until("a long word is shown", () =>
    LONG_WORDS.reduce(async (found, word) => {
      const isShown = await program.run((drow) => {
        const word = [...drow].reverse().join("");
        return document.querySelector("#text")?.value.includes(word);
      }, backwards(word));
      return isShown ? word : found;
    }, null),
  );
  const needles = { "UTF-8": Buffer.from(word), "UTF-16": Buffer.from(word, "utf16le") };
  await isGoneAfterClearing(t, program, needles);
});

test("a reader is locked in", async (t) => {
  const desk = await Desk.set(t);
  const program = await Program.agreed(desk);
  const [reader] = await until("a reader waits", () => {
    const readers = program.readers();
    return readers.length > 0 && statusOf(readers[0], "Seccomp") === "2" && readers;
  });
  assert.equal(statusOf(reader, "NoNewPrivs"), "1");
  const limits = readFileSync(`/proc/${reader}/limits`, "utf8");
  assert.match(limits, /^Max core file size +0 /m);
  assert.match(limits, /^Max open files +3 /m);
  assert.doesNotMatch(limits, /^Max address space +unlimited/m);
});

/** Looks for the needles while they are shown, clears, and looks again. */
async function isGoneAfterClearing(t, program, needles) {
  const shown = count(program, needles);
  t.diagnostic(`while it is shown: ${describe(shown)}`);
  assert.ok(total(ours(shown)) > 0, "while it is shown it is found");
  await program.click("#clear");
  await sleep(SOON);
  const left = count(program, needles);
  t.diagnostic(`after clearing: ${describe(left)}`);
  assert.equal(total(ours(left)), 0, describe(left));
}

/** How often each needle stands in each process. */
function count(program, needles) {
  const buffers = Object.values(needles);
  return [program.pid, ...program.processes()].map((pid) => {
    const [command, ...words] = commandLine(pid);
    const name = (command ?? "").split("/").at(-1);
    const counts = countIn(pid, buffers);
    return {
      name: words.includes("--reader") ? `${name} --reader` : name,
      hits: Object.fromEntries(Object.keys(needles).map((kind, index) => [kind, counts[index]])),
    };
  });
}

/** Without those of the web view, which are the system's. */
function ours(counts) {
  return counts.filter(({ name }) => !name.startsWith("WebKit"));
}

function total(counts) {
  return counts.flatMap(({ hits }) => Object.values(hits)).reduce((sum, hits) => sum + hits, 0);
}

function describe(counts) {
  return counts
    .map(({ name, hits }) => {
      const found = Object.entries(hits).filter(([, times]) => times > 0);
      return `${name}: ${found.map(([kind, times]) => `${times} × ${kind}`).join(", ") || "none"}`;
    })
    .join("; ");
}
