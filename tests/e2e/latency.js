// How long a paste takes in the real window, from the key to the text, and where the time goes.
// Run by `cargo xtask latency`; prints a table, judges nothing.

import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { commandLine, memoryOf } from "./support/processes.js";
import { Program, ROOT } from "./support/program.js";
import { sleep, until } from "./support/wait.js";

/** How many pastes are measured. */
const RUNS = 20;
/** After a paste, in milliseconds: the next reader gets ready and nothing else is going on. */
const REST = 1500;
const PICTURE = resolve(ROOT, "tests/e2e/pictures/screenshot.png");
const COMMAND_LINE = process.env.IMAGETOTEXT_CLI ?? resolve(ROOT, "target/release/imagetotext");

const endings = [];
const desk = await Desk.set({ after: (ending) => endings.push(ending), passed: true });
try {
  await measure(desk);
} finally {
  for (const ending of endings) await ending();
}

async function measure(desk) {
  const hands = new Hands(desk);
  const program = await Program.agreed(desk);
  await program.run(watch);
  await hands.copyFile(PICTURE);
  await sleep(REST);
  const idle = memory(program);
  const samples = [];
  const alone = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await hands.press("ctrl+v");
    const sample = await until("the text is shown", () => program.run(() => window.sample));
    alone.push(commandLineAlone());
    // The first paste warms the page up.
    if (run > 0) samples.push(sample);
    await program.click("#clear");
    await program.run(() => {
      window.sample = null;
    });
    await sleep(REST);
  }
  report(samples, alone.slice(1), idle);
}

/** Runs in the page: notes when the keys come and when the text stands there; the pane of the
 * picture knows what the shell said of the time. */
function watch() {
  let pressed = 0;
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "v" && event.ctrlKey) pressed = performance.now();
    },
    true,
  );
  window.sample = null;
  const look = () => {
    const text = document.querySelector("#text")?.value;
    const timing = document.querySelector("picture-pane")?.item?.job.state.timing;
    if (pressed && timing && text) {
      // What is drawn in this frame is on the screen when the next begins.
      requestAnimationFrame(() => {
        window.sample = { whole: performance.now() - pressed, ...timing };
        pressed = 0;
        look();
      });
    } else {
      // Not by frames: drawing them takes time from the reading.
      setTimeout(look, 4);
    }
  };
  look();
}

function commandLineAlone() {
  const begun = performance.now();
  execFileSync(COMMAND_LINE, ["--quiet", PICTURE]);
  return performance.now() - begun;
}

function memory(program) {
  return [program.pid, ...program.processes()].map((pid) => {
    const [command, ...words] = commandLine(pid);
    const name = command.split("/").at(-1) + (words.includes("--reader") ? " --reader" : "");
    return { name, kib: memoryOf(pid) };
  });
}

function report(samples, alone, idle) {
  const row = (name, values) => say(`| ${name} | ${median(values).toFixed(0)} |`);
  say(`| part of a paste, ${RUNS} times | median, ms |\n|---|--:|`);
  const parts = ["clipboard", "start", "decode", "detect", "recognise"];
  for (const part of parts) {
    row(
      part,
      samples.map((sample) => sample[part]),
    );
  }
  const rest = (sample) => parts.reduce((left, part) => left - sample[part], sample.whole);
  row("the rest: messages, pipe, layout, drawing", samples.map(rest));
  const whole = samples.map((sample) => sample.whole);
  row("from the key to the text", whole);
  row("the command line on the same picture, start included", alone);
  const inReader = samples.map(({ decode, detect, recognise }) => decode + detect + recognise);
  row("decode, detect and recognise together", inReader);
  say("\n| process, idle | memory, MiB |\n|---|--:|");
  const inMib = (kib) => (kib / 1024).toFixed(0);
  for (const { name, kib } of idle) say(`| ${name} | ${inMib(kib)} |`);
  say(`| all | ${inMib(idle.reduce((sum, { kib }) => sum + kib, 0))} |`);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return (sorted[low] + sorted[high]) / 2;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
