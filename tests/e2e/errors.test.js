// Every failure ends in one sentence that says what to do next, and the program continues to work.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { pngClaimingSize } from "./support/png.js";
import { FORMAT, saveAs } from "./support/save.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const GOOD = readFileSync(imagePath("golden/german.png"));

/** The content of a file and the message about it. */
const FILES = {
  "empty.png": ["", /empty/],
  "letter.png": ["Dear Sir or Madam,", /not a picture/],
  "truncated.png": [GOOD.subarray(0, GOOD.length / 2), /damaged/],
  "damaged.jpg": [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), /damaged/],
  "phone.heic": [Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), /HEIC.*damaged/],
  "phone.avif": [Buffer.from("\0\0\0\x18ftypavif\0\0\0\0mif1avif"), /AVIF.*damaged/],
  "drawing.svg": ['<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG.*Export/],
  "paper.pdf": ["%PDF-1.7\n", /PDF.*damaged/],
  "locked.pdf": [readFileSync(imagePath("pdf/aes-256.pdf")), /password/],
  "huge.png": [pngClaimingSize(50_000, 50_000), /120 million pixels/],
};

test("each bad file gets an error message, and a good one is read", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const expected = { "missing.png": /not found/, pipe: /not a picture file/ };
  for (const [name, [content, message]] of Object.entries(FILES)) {
    writeFileSync(join(session.files, name), content);
    expected[name] = message;
  }
  execFileSync("mkfifo", [join(session.files, "pipe")]);
  const names = Object.keys(expected);
  const app = await App.start(session, [...names, imagePath("hello.png")]);
  const messages = await messagesAbout(app, names.length + 1);
  for (const name of names) {
    const message = messages.find((message) => message.includes(name));
    assert.match(message ?? `nothing about ${name} in ${messages}`, expected[name]);
    assert.match(message, /\.$/, "a message ends with a full stop");
  }
  const states = (await app.jobs()).map(({ state }) => state);
  assert.equal(states.filter((state) => state === "read").length, 1);
});

test("an empty clipboard and one with text get an error message", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.press("ctrl+v");
  await app.waitForStatus(/clipboard is empty/);
  await user.copyText("only words");
  await user.press("ctrl+v");
  await app.waitForStatus(/clipboard contains text/);
  assert.deepEqual(await app.jobs(), []);
});

test("a clipboard whose owner has ended gets an error message", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFile(imagePath("hello.png"));
  await user.killClipboardOwner();
  await user.press("ctrl+v");
  await app.waitForStatus(/clipboard is empty|clipboard does not respond/);
  assert.deepEqual(await app.jobs(), []);
});

test("a link is never fetched", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.dragLink(TITLE, "https://example.org/picture.png");
  await app.waitForStatus(/link.*never downloads/);
  assert.deepEqual(await app.jobs(), []);
  assert.equal(await app.screen(), "work");
});

test("an empty folder gets an error message", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const folder = join(session.files, "nothing");
  mkdirSync(folder);
  await user.dragFiles(TITLE, folder);
  await app.waitForStatus(/no pictures in this folder/);
});

test("a crash of the reading process affects one picture", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const workers = await waitFor("a reading process waits", () => session.pause(app.workers()));
  await user.copyFile(imagePath("hello.png"));
  await user.press("ctrl+v");
  await waitFor(
    "the picture is being read",
    async () => (await app.jobs())[0]?.state === "reading",
  );
  for (const pid of workers) process.kill(pid, "SIGKILL");
  assert.deepEqual(await app.waitForJobs(1), ["failed"]);
  assert.match(await app.textOf("#failure"), /stopped unexpectedly/);
  await user.press("ctrl+v");
  assert.deepEqual(await app.waitForJobs(2), ["failed", "read"]);
  await app.select(0);
  await app.click("#read-again");
  assert.deepEqual(await app.waitForJobs(2), ["read", "read"]);
});

test("the picture of a file that has changed is not put under the text that was read", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const picture = join(session.files, "scan.png");
  copyFileSync(imagePath("hello.png"), picture);
  const app = await App.startWithConsent(session, [picture]);
  const text = await app.waitForText();
  writeFileSync(picture, GOOD);
  const saved = join(session.files, "scan.pdf");
  await saveAs(app, user, saved, FORMAT.pdf);
  await app.waitForStatus(/scan\.png.*has changed since it was read/);
  assert.ok(!existsSync(saved));
  await app.click("#rotate-right");
  await waitFor("the change is reported", async () =>
    /has changed since it was read/.test((await app.textOf("#refusals")) ?? ""),
  );
  assert.equal(await app.waitForText(), text);
  rmSync(picture);
  await saveAs(app, user, saved, FORMAT.pdf);
  await app.waitForStatus(/PDF needs .*scan\.png.* gone.*other formats/);
  // The same bytes are the same picture.
  copyFileSync(imagePath("hello.png"), picture);
  await saveAs(app, user, saved, FORMAT.pdf);
  await app.waitForStatus(/Saved as .*scan\.pdf/);
});

/** Waits until all files are finished. Returns the message about each file that failed, with its name. */
async function messagesAbout(app, files) {
  const refused = () =>
    app.evaluate(() =>
      [...document.querySelectorAll("#refusals li")].map((item) => item.textContent),
    );
  await waitFor("all files are finished", async () => {
    const jobs = await app.jobs();
    const open = jobs.filter(({ state }) => state === "waiting" || state === "reading");
    return open.length === 0 && jobs.length + (await refused()).length === files;
  });
  const messages = await refused();
  const jobs = await app.jobs();
  for (const [index, { name, state }] of jobs.entries()) {
    if (state !== "failed" && state !== "locked") continue;
    await app.select(index);
    const message = await waitFor("the message is shown", () => app.textOf("#failure"));
    messages.push(`${name}: ${message}`);
  }
  return messages;
}
