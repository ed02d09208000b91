// Measures how long a capture takes, from the release of the mouse button to the text on the clipboard,
// step by step. `cargo xtask latency` runs it. It prints a table and passes no judgement.

import { performance } from "node:perf_hooks";
import { App, imagePath } from "./support/app.js";
import { Capturer, showPicture } from "./support/capture.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { sleep, waitFor } from "./support/wait.js";

/** How many captures to measure. */
const RUNS = 20;
/** The pause after a capture, in milliseconds, in which the next reading process starts. */
const PAUSE = 1500;
/** What is on the clipboard before each capture. */
const BEFORE = "nothing yet";
const PICTURE = imagePath("golden/settings.png");
/** A part of its text. */
const EXPECTED = "Keep line breaks";

const cleanUps = [];
const session = await TestSession.create({
  after: (cleanUp) => cleanUps.push(cleanUp),
  passed: true,
});
try {
  await measure();
} finally {
  for (const cleanUp of cleanUps) await cleanUp();
}

async function measure() {
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const capturer = new Capturer(session);
  const picture = await showPicture(session, PICTURE, 1150, 30);
  await sleep(PAUSE);
  const samples = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await user.copyText(BEFORE);
    const pressed = performance.now();
    await capturer.freeze();
    const frozen = performance.now();
    await capturer.dragWithoutRelease(picture);
    const released = performance.now();
    await capturer.xdotool("mouseup", 1);
    const text = await waitFor("the text is copied", () => copied(user), 30_000, 1);
    const done = performance.now();
    if (!text.includes(EXPECTED)) throw new Error(`another text was copied: ${text}`);
    const timing = await waitFor("the times are known", () => app.evaluate(timingOfPicture));
    // The first capture is slower, because the libraries fill their caches.
    const sample = { freeze: frozen - pressed, ...timing, total: done - released };
    if (run > 0) samples.push(sample);
    await app.click("#clear");
    await capturer.waitUntilThawed();
    await sleep(PAUSE);
  }
  report(samples);
}

async function copied(user) {
  const text = await user.clipboardText();
  return text !== "" && text !== BEFORE && text;
}

/** Runs in the page. */
function timingOfPicture() {
  return document.querySelector("picture-pane")?.item?.job.state.timing;
}

function report(samples) {
  print(`| step of a capture, ${RUNS} times | median, ms | worst, ms |\n|---|--:|--:|`);
  const row = (name, values) =>
    print(`| ${name} | ${median(values).toFixed(0)} | ${Math.max(...values).toFixed(0)} |`);
  const all = (step) => samples.map((sample) => sample[step]);
  row("hotkey to frozen screen, seen from outside", all("freeze"));
  const steps = ["clipboard", "start", "decode", "detect", "recognise"];
  row("cutting out the selection", all("clipboard"));
  for (const step of steps.slice(1)) row(step, all(step));
  const rest = (sample) => steps.reduce((left, step) => left - sample[step], sample.total);
  row("other: input, layout, pipe, clipboard, looking at it from outside", samples.map(rest));
  row("total, from the release of the button to the text on the clipboard", all("total"));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1];
  return (sorted[low] + sorted[high]) / 2;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
