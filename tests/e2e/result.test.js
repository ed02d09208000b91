// Working with a text: line modes, selecting, correcting, copying, saving.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, imagePath } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { FORMAT, saveAs } from "./support/save.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("line modes change the text at once and are remembered", async (t) => {
  const session = await TestSession.create(t);
  const { app } = await startAndPaste(session, "golden/columns.png");
  await app.waitForText();
  const lines = async () => (await app.text()).trim().split("\n").length;
  const original = await lines();
  assert.ok(original > 2, `${original} lines`);
  await app.click("#lines-one");
  await waitFor("there is one line", async () => (await lines()) === 1);
  await app.click("#lines-paragraphs");
  await waitFor(
    "there are paragraphs",
    async () => (await lines()) > 1 && (await lines()) < original,
  );
  await app.close();
  const second = await App.start(session);
  await paste(session, "golden/german.png");
  await second.waitForText();
  assert.ok(await second.evaluate(() => document.querySelector("#lines-paragraphs").checked));
});

test("a private copy is marked so that clipboard managers leave it alone", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  await app.click("#copy");
  await app.waitForStatus(/copied/);
  assert.ok((await user.clipboardTypes()).includes("x-kde-passwordManagerHint"));
  await app.openScreen("settings");
  await app.click("#setting-privateCopy");
  await app.click("#back");
  await app.click("#copy");
  await waitFor("the mark is removed", async () => {
    const types = await user.clipboardTypes();
    return types.length > 0 && !types.includes("x-kde-passwordManagerHint");
  });
});

test("the text is copied automatically when the setting is on", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  await app.openScreen("settings");
  await app.click("#setting-copyAtOnce");
  await app.click("#back");
  await paste(session, "hello.png");
  const text = await app.waitForText();
  await waitFor("the text is on the clipboard", async () => (await user.clipboardText()) === text);
});

test("a picture without text does not change the clipboard", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "../e2e/pictures/blank.png");
  await app.waitForJobs(1);
  await waitFor("the message is shown", () => app.isVisible("#no-text"));
  await user.copyText("as it was");
  await user.press("ctrl+c");
  assert.equal(await user.clipboardText(), "as it was");
});

test("the corrected text is copied", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  await app.waitForText();
  await app.click("#text");
  await user.press("ctrl+End");
  await user.type(" corrected");
  await waitFor("the correction is typed", async () => / corrected$/.test(await app.text()));
  await app.click("#copy");
  await app.waitForStatus(/copied/);
  assert.match(await user.clipboardText(), / corrected$/);
});

test("numbers are listed, copied by a click, and redacted in every copy", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  await app.waitForText();
  await app.click("#text");
  await user.press("ctrl+a");
  await user.type("Call +44 20 7946 0958 or pay DE89 3704 0044 0532 0130 00");
  await waitFor("both numbers are listed", async () =>
    /\(2\)/.test((await app.textOf("#entities")) ?? ""),
  );
  await app.click("#entities");
  await user.press("Return");
  await app.waitForStatus(/copied/);
  assert.equal(await user.clipboardText(), "+44 20 7946 0958");

  await app.click("#redact");
  await waitFor("both are struck out", () =>
    app.evaluate(() => document.querySelectorAll("mark.redacted").length >= 2),
  );
  await app.click("#copy");
  const redacted = "Call ████ or pay ████";
  await waitFor(
    "the copy is redacted",
    async () => (await user.clipboardText()).trim() === redacted,
  );
  // What is selected, and other formats, are redacted too.
  await app.click("#text");
  await user.press("ctrl+a", "ctrl+c");
  await waitFor("the selection is", async () => (await user.clipboardText()).trim() === redacted);
  for (const format of ["Markdown", "JSON"]) {
    await app.click("#copy-as");
    await user.press(format.charAt(0).toLowerCase(), "Return");
    const copied = await waitFor(`${format} is copied`, async () => {
      const text = await user.clipboardText();
      return text.includes("████") && (format === "JSON") === text.startsWith("{") && text;
    });
    assert.doesNotMatch(copied, /7946|0958|3704|0532/);
  }
});

test("words over the picture can be selected", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "golden/german.png");
  const text = await app.waitForText();
  const words = await waitFor("the words are laid out", () =>
    app.evaluate(() => document.querySelectorAll("#text-layer .word").length),
  );
  assert.ok(words >= text.split(/\s+/).length / 2, `${words} words`);
  await app.evaluate(() => {
    const word = document.querySelector("#text-layer .word");
    document.getSelection().selectAllChildren(word);
  });
  await user.press("ctrl+c");
  await app.waitForStatus(/copied/);
  const first = text.trim().split(/\s+/)[0];
  assert.equal((await user.clipboardText()).trim(), first);
});

test("a rotated picture is read again", async (t) => {
  const session = await TestSession.create(t);
  const { app } = await startAndPaste(session, "../e2e/pictures/on-its-side.png");
  await app.waitForJobs(1);
  await app.click("#rotate-right");
  await waitFor("the text is upright", async () => /quick brown fox/.test(await app.text()));
});

test("the text is saved where the user chooses, for its owner only", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  const text = await app.waitForText();
  for (const name of ["text.txt", "page.json", "page.hocr", "page.docx", "page.pdf"]) {
    const file = join(session.files, name);
    await saveAs(app, user, file);
    await waitFor(`${name} is written`, () => existsSync(file) && statSync(file).size > 0);
    await app.waitForStatus(new RegExp(`Saved as .*${name}`));
    assert.equal(statSync(file).mode & 0o777, 0o600, name);
  }
  const read = (name) => readFileSync(join(session.files, name), "utf8");
  assert.equal(read("text.txt").trim(), text.trim());
  assert.ok(JSON.parse(read("page.json")));
  assert.match(read("page.hocr"), /ocr_page/);
  assert.ok(read("page.docx").startsWith("PK"));
  // The picture is decoded once more for it.
  assert.match(read("page.pdf"), /^%PDF-.*\/Subtype \/Image/su);
});

test("a PDF that is searchable already is saved as it is, until its text is corrected", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session, [imagePath("pdf/plain.pdf")]);
  await app.waitForText();
  const [same, corrected] = ["same.pdf", "corrected.pdf"].map((name) => join(session.files, name));
  await saveAs(app, user, same, FORMAT.pdf);
  await app.waitForStatus(/Saved as .*same\.pdf/);
  assert.deepEqual(readFileSync(same), readFileSync(imagePath("pdf/plain.pdf")));
  await app.click("#text");
  await user.type("Corrected ");
  await waitFor("the text is corrected", async () => /Corrected/.test(await app.text()));
  await saveAs(app, user, corrected, FORMAT.pdf);
  await app.waitForStatus(/Saved as .*corrected\.pdf/);
  assert.match(readFileSync(corrected, "latin1"), /\/Subtype \/Image/);
});

test("text that looks like markup is shown as text", async (t) => {
  const session = await TestSession.create(t);
  const { app } = await startAndPaste(session, "../e2e/pictures/markup.png");
  const tags = (await app.waitForText()).match(/<[a-z]+/g) ?? [];
  assert.ok(tags.includes("<script"), `${tags}`);
  const scripts = await app.evaluate(() => document.querySelectorAll("body script").length);
  assert.equal(scripts, 0);
  t.diagnostic(`shown as text: ${tags.length} tags; scripts in the page: ${scripts}`);
  // The search must find a script that is there.
  const found = await app.evaluate(() => {
    const script = document.body.appendChild(document.createElement("script"));
    const count = document.querySelectorAll("body script").length;
    script.remove();
    return count;
  });
  assert.equal(found, 1);
  t.diagnostic(`control: ${found} script that the test added`);
});

/** Starts the program and pastes a picture. */
async function startAndPaste(session, name) {
  const app = await App.startWithConsent(session);
  const user = await paste(session, name);
  return { app, user };
}

async function paste(session, name) {
  const user = new UserInput(session);
  await user.copyFile(imagePath(name));
  await user.press("ctrl+v");
  return user;
}
