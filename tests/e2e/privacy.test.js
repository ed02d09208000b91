// After “Clear” the memory of our processes contains nothing of a picture and its text, and the reading
// process is sandboxed.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, goldenText, imagePath } from "./support/app.js";
import { Capturer, showPicture } from "./support/capture.js";
import { UserInput } from "./support/input.js";
import { noisePicture } from "./support/noise-picture.js";
import { countInMemory } from "./support/process-memory.js";
import { commandLine, statusOf } from "./support/processes.js";
import { seededRandom } from "./support/random.js";
import { TestSession } from "./support/session.js";
import { sleep, waitFor } from "./support/wait.js";

/** How long after “Clear” the memory is searched, in milliseconds. */
const DELAY = 2000;

/** Words of the German picture that occur nowhere else. */
const LONG_WORDS = goldenText("german")
  .split(/[^\p{L}]+/u)
  .filter((word) => word.length > 7);

test("after clearing no pixel of a picture is left in our memory", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const { file, patterns } = noisePicture(seededRandom(t));
  writeFileSync(join(session.files, "noise.png"), file);
  await user.copyFile(join(session.files, "noise.png"));
  await user.press("ctrl+v");
  await app.waitForJobs(1);
  await waitFor("the picture is painted", () =>
    app.evaluate(() => document.querySelector("#picture").width > 1),
  );
  await assertGoneAfterClearing(t, app, patterns);
});

test("of a captured screen only the selected part comes into our memory", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const capturer = new Capturer(session);
  const { file, patterns, screenPatterns } = noisePicture(seededRandom(t));
  writeFileSync(join(session.files, "noise.png"), file);
  const noise = await showPicture(session, join(session.files, "noise.png"), 900, 700);
  const hello = await showPicture(session, imagePath("hello.png"), 1150, 30);
  const all = [...screenPatterns, patterns["RGBA pixels"]];
  const count = () => countInMemory(app.pid, all).reduce((sum, each) => sum + each);
  await capturer.freeze();
  assert.equal(count(), 0, "while the screen is frozen");
  await capturer.drag(hello);
  await waitFor("the text is copied", async () => /Hello/.test(await user.clipboardText()));
  assert.equal(count(), 0, "after the capture of something else");
  await capturer.waitUntilThawed();
  await capturer.freeze();
  await capturer.drag(noise);
  await app.waitForJobs(2);
  const captured = count();
  t.diagnostic(`control, captured itself: ${captured}`);
  assert.ok(captured > 0, "the search finds what was captured");
  await app.click("#clear");
  await sleep(DELAY);
  assert.equal(count(), 0, "after clearing");
});

test("after clearing no word of a text is left in our memory", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFile(imagePath("golden/german.png"));
  await user.press("ctrl+v");
  await app.waitForJobs(1);
  // What the test sends to the page and receives from it passes through our process. The word itself
  // must not.
  const backwards = (word) => [...word].reverse().join("");
  const word = await waitFor("a long word is shown", () =>
    LONG_WORDS.reduce(async (found, word) => {
      const isShown = await app.evaluate((drow) => {
        const word = [...drow].reverse().join("");
        return document.querySelector("#text")?.value.includes(word);
      }, backwards(word));
      return isShown ? word : found;
    }, null),
  );
  const patterns = { "UTF-8": Buffer.from(word), "UTF-16": Buffer.from(word, "utf16le") };
  await assertGoneAfterClearing(t, app, patterns);
});

test("after clearing no correction is left in our memory", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session, [imagePath("hello.png")]);
  await app.waitForText();
  await app.click("#text");
  const word = "Quetschkommode";
  await user.press("ctrl+Home");
  // The text itself would pass through our process.
  const length = () => app.evaluate(() => document.querySelector("#text").value.length);
  const whole = (await length()) + word.length + 1;
  await user.type(`${word} `);
  const isThere = async () => (await length()) === whole;
  await waitFor("the correction is typed", isThere);
  // Several line modes and steps of Undo hold it.
  await app.click("#lines-one");
  await user.press("ctrl+z");
  await waitFor("it is undone", async () => (await length()) < whole);
  await user.press("ctrl+shift+z");
  await waitFor("it is there again", isThere);
  const patterns = { "UTF-8": Buffer.from(word), "UTF-16": Buffer.from(word, "utf16le") };
  await assertGoneAfterClearing(t, app, patterns, () => app.click("#confirm-yes"));
});

test("the reading process is sandboxed", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  const [worker] = await waitFor("a reading process waits", () => {
    const workers = app.workers();
    return workers.length > 0 && statusOf(workers[0], "Seccomp") === "2" && workers;
  });
  assert.equal(statusOf(worker, "NoNewPrivs"), "1");
  const limits = readFileSync(`/proc/${worker}/limits`, "utf8");
  assert.match(limits, /^Max core file size +0 /m);
  assert.match(limits, /^Max open files +3 /m);
  assert.doesNotMatch(limits, /^Max address space +unlimited/m);
});

/** Searches for the patterns while they are shown and after clearing. */
async function assertGoneAfterClearing(t, app, patterns, confirm = () => undefined) {
  const shown = count(app, patterns);
  t.diagnostic(`while it is shown: ${describe(shown)}`);
  assert.ok(total(ours(shown)) > 0, "the search finds what is shown");
  await app.click("#clear");
  await confirm();
  await sleep(DELAY);
  const left = count(app, patterns);
  t.diagnostic(`after clearing: ${describe(left)}`);
  assert.equal(total(ours(left)), 0, describe(left));
}

/** How often each process contains each pattern. */
function count(app, patterns) {
  const buffers = Object.values(patterns);
  return [app.pid, ...app.childProcesses()].map((pid) => {
    const [command, ...words] = commandLine(pid);
    const name = (command ?? "").split("/").at(-1);
    const counts = countInMemory(pid, buffers);
    return {
      name: words.includes("--worker") ? `${name} --worker` : name,
      hits: Object.fromEntries(Object.keys(patterns).map((kind, index) => [kind, counts[index]])),
    };
  });
}

/** Without the processes of the web view, which belong to the system. */
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
