// Several pictures: each is read, none affects the others, all can be cancelled and cleared.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const LANGUAGES = ["czech", "danish", "french", "german", "polish"];

test("a corrupt picture does not affect the four others", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const corrupt = join(session.files, "corrupt.png");
  writeFileSync(corrupt, readFileSync(imagePath("golden/german.png")).subarray(0, 900));
  const [first, second, third, fourth] = LANGUAGES.map((name) => imagePath(`golden/${name}.png`));
  await user.copyFiles(first, second, corrupt, third, fourth);
  await user.press("ctrl+v");
  assert.deepEqual(await app.waitForJobs(5), ["read", "read", "failed", "read", "read"]);
  await app.select(2);
  const message = await waitFor("a message is shown", () => app.textOf("#failure"));
  assert.match(message, /damaged/);
  const texts = [];
  for (const index of [0, 1, 3, 4]) {
    await app.select(index);
    texts.push(
      await waitFor("the text is shown", async () => {
        const text = await app.text();
        return text && !texts.includes(text) && text;
      }),
    );
  }
  await app.click("#copy-all");
  await app.waitForStatus(/copied/);
  const copied = await user.clipboardText();
  for (const text of texts) assert.ok(copied.includes(text), `${text} is not in:\n${copied}`);
});

test("reading is cancelled, and the next picture is read", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const workers = await waitFor("a reading process waits", () => session.pause(app.workers()));
  await user.copyFile(imagePath("golden/german.png"));
  await user.press("ctrl+v");
  await waitFor(
    "the picture is being read",
    async () => (await app.jobs())[0]?.state === "reading",
  );
  await app.click(".notice-card .cancel");
  assert.deepEqual(await app.waitForJobs(1), ["cancelled"]);
  await waitFor(
    "the reading process has ended",
    () => !workers.some((pid) => app.workers().includes(pid)),
  );
  await user.copyFile(imagePath("hello.png"));
  await user.press("ctrl+v");
  assert.deepEqual(await app.waitForJobs(2), ["cancelled", "read"]);
});

test("all remaining pictures are cancelled at once", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await waitFor("a reading process waits", () => session.pause(app.workers()));
  await user.copyFiles(...LANGUAGES.map((name) => imagePath(`golden/${name}.png`)));
  await user.press("ctrl+v");
  await waitFor("five pictures are in the queue", async () => (await app.jobs()).length === 5);
  await app.click("#cancel-all");
  const states = await app.waitForJobs(5);
  assert.ok(states.includes("cancelled"), `${states}`);
});

test("clearing leaves no text in the page", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await user.copyFile(imagePath("golden/german.png"));
  await user.press("ctrl+v");
  const text = await app.waitForText();
  const word = text.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a));
  const inPage = () =>
    app.evaluate((word) => {
      const areas = [...document.querySelectorAll("textarea")].map((area) => area.value);
      return [document.documentElement.outerHTML, ...areas].some((content) =>
        content.includes(word),
      );
    }, word);
  assert.ok(await inPage(), "the search finds what is shown");
  await app.click("#clear");
  await waitFor("the page is empty", async () => (await app.jobs()).length === 0);
  assert.equal(await inPage(), false);
});

test("the pictures of a dropped folder are read", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const folder = join(session.files, "album");
  mkdirSync(join(folder, "deeper"), { recursive: true });
  copyFileSync(imagePath("hello.png"), join(folder, "one.png"));
  copyFileSync(imagePath("golden/small.png"), join(folder, "two.png"));
  writeFileSync(join(folder, "notes.txt"), "not a picture");
  await user.dragFiles(TITLE, folder);
  assert.deepEqual(await app.waitForJobs(2), ["read", "read"]);
  await app.waitForStatus(/./);
});

test("two hundred files at once are read", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const files = Array.from({ length: 200 }, (_, number) => {
    const file = join(session.files, `picture ${number}.png`);
    copyFileSync(imagePath("hello.png"), file);
    return file;
  });
  const app = await App.start(session, files);
  const states = await app.waitForJobs(200, 240_000);
  assert.deepEqual(new Set(states), new Set(["read"]));
  assert.match(await app.waitForStatus(/read/), /200 pictures read/);
});

test("a file that is deleted before it is read gets an error message", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const file = join(session.files, "deleted.png");
  copyFileSync(imagePath("hello.png"), file);
  await user.copyFiles(file);
  rmSync(file);
  await user.press("ctrl+v");
  await waitFor("a message is shown", async () => {
    const messages = await Promise.all(["#failure", "#refusals"].map((id) => app.textOf(id)));
    return messages.some((message) => /not found/.test(message ?? ""));
  });
});
