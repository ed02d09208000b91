// Measures how long a paste takes in the real window, from the key press to the text, step by step.
// `cargo xtask latency` runs it. It prints a table and passes no judgement.

import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { App, ROOT } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { commandLine, memoryOf } from "./support/processes.js";
import { TestSession } from "./support/session.js";
import { sleep, waitFor } from "./support/wait.js";

/** How many pastes to measure. */
const RUNS = 20;
/** The pause after a paste, in milliseconds, in which the next reading process starts. */
const PAUSE = 1500;
const PICTURE = resolve(ROOT, "tests/e2e/pictures/screenshot.png");
const COMMAND_LINE = process.env.IMAGETOTEXT_CLI ?? resolve(ROOT, "target/release/imagetotext");

const cleanUps = [];
const session = await TestSession.create({
  after: (cleanUp) => cleanUps.push(cleanUp),
  passed: true,
});
try {
  await measure(session);
} finally {
  for (const cleanUp of cleanUps) await cleanUp();
}

async function measure(session) {
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await app.evaluate(recordPastes);
  await user.copyFile(PICTURE);
  await sleep(PAUSE);
  const idle = memory(app);
  const samples = [];
  const cliTimes = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await user.press("ctrl+v");
    const sample = await waitFor("the text is shown", () => app.evaluate(() => window.sample));
    cliTimes.push(timeCommandLine());
    // The first paste is slower, because the page fills its caches.
    if (run > 0) samples.push(sample);
    await app.click("#clear");
    await app.evaluate(() => {
      window.sample = null;
    });
    await sleep(PAUSE);
  }
  report(samples, cliTimes.slice(1), idle);
}

/** Runs in the page: measures the time from a key press to the text. The picture pane has the times
 * that the desktop program measured. */
function recordPastes() {
  let pressed = 0;
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "v" && event.ctrlKey) pressed = performance.now();
    },
    true,
  );
  window.sample = null;
  const poll = () => {
    const text = document.querySelector("#text")?.value;
    const timing = document.querySelector("picture-pane")?.item?.job.state.timing;
    if (pressed && timing && text) {
      // What is drawn in this frame is on the screen when the next frame begins.
      requestAnimationFrame(() => {
        window.sample = { total: performance.now() - pressed, ...timing };
        pressed = 0;
        poll();
      });
    } else {
      // A timer, because drawing frames would slow down the reading.
      setTimeout(poll, 4);
    }
  };
  poll();
}

function timeCommandLine() {
  const start = performance.now();
  execFileSync(COMMAND_LINE, ["--quiet", PICTURE]);
  return performance.now() - start;
}

function memory(app) {
  return [app.pid, ...app.childProcesses()].map((pid) => {
    const [command, ...words] = commandLine(pid);
    const name = command.split("/").at(-1) + (words.includes("--worker") ? " --worker" : "");
    return { name, kib: memoryOf(pid) };
  });
}

function report(samples, cliTimes, idle) {
  const row = (name, values) => print(`| ${name} | ${median(values).toFixed(0)} |`);
  print(`| step of a paste, ${RUNS} times | median, ms |\n|---|--:|`);
  const steps = ["clipboard", "start", "decode", "detect", "recognise"];
  for (const step of steps) {
    row(
      step,
      samples.map((sample) => sample[step]),
    );
  }
  const rest = (sample) => steps.reduce((left, step) => left - sample[step], sample.total);
  row("other: messages, pipe, layout, drawing", samples.map(rest));
  const totals = samples.map((sample) => sample.total);
  row("total, from the key press to the text", totals);
  row("the command line on the same picture, including its start", cliTimes);
  const inWorker = samples.map(({ decode, detect, recognise }) => decode + detect + recognise);
  row("decode, detect and recognise together", inWorker);
  print("\n| idle process | memory, MiB |\n|---|--:|");
  const inMib = (kib) => (kib / 1024).toFixed(0);
  for (const { name, kib } of idle) print(`| ${name} | ${inMib(kib)} |`);
  print(`| all | ${inMib(idle.reduce((sum, { kib }) => sum + kib, 0))} |`);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return (sorted[low] + sorted[high]) / 2;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
