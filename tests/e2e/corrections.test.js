// Corrections of the text: they are in everything that leaves the window, and are not lost.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, BINARY, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { isAlive } from "./support/processes.js";
import { FORMAT, saveAs } from "./support/save.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const MODES = ["keep", "paragraphs", "one"];

test("a correction is in every line mode, format and copy, and survives rotating", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("hello.png"));
  await correct(app, user);
  for (const mode of MODES) {
    await app.click(`#lines-${mode}`);
    await waitFor(`it is shown (${mode})`, async () => /^Zebra/.test(await app.text()));
    await app.click("#copy");
    await waitFor(`it is copied (${mode})`, async () => /^Zebra/.test(await user.clipboardText()));
  }
  for (const name of ["a.txt", "a.md", "a.html", "a.csv", "a.json", "a.tsv", "a.hocr"]) {
    const saved = await save(app, user, join(session.files, name));
    assert.match(saved, /Zebra/, name);
    assert.doesNotMatch(saved, /Hello/, name);
  }
  // A word and a line that the picture does not have.
  await app.click("#lines-keep");
  await app.click("#text");
  await user.press("ctrl+Home", "End");
  await user.type(" savannah");
  await user.press("Return");
  await user.type("A line of its own");
  await waitFor("they are typed", async () => /savannah\nA line/.test(await app.text()));
  const pdf = join(session.files, "a.pdf");
  await save(app, user, pdf);
  const found = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" });
  assert.match(found, /^Zebra.* savannah\nA line of its own\n/);
  for (const way of ["right", "left"]) {
    await app.click(`#rotate-${way}`);
    if (way === "right") await app.click("#confirm-yes");
    await app.waitForStatus(/read/);
  }
  await waitFor("it is there again", async () => /^Zebra/.test(await app.text()));
});

test("edits are undone and redone by keys, all of them too", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("hello.png"));
  const read = await app.waitForText();
  await correct(app, user);
  const corrected = await app.text();
  const shows = (text) => waitFor(`${text} is shown`, async () => (await app.text()) === text);
  await user.press("ctrl+z");
  await user.press("ctrl+z");
  await shows(read);
  await user.press("ctrl+shift+z");
  await user.press("ctrl+y");
  await shows(corrected);
  await app.click("#restore");
  await shows(read);
  await app.click("#text");
  await user.press("ctrl+z");
  await shows(corrected);
  // Across a change of the line mode.
  await user.press("ctrl+3");
  await waitFor("there is one line", async () => !(await app.text()).trim().includes("\n"));
  await user.press("ctrl+z");
  await user.press("ctrl+z");
  await waitFor("the correction is undone", async () => /^Hello/.test(await app.text()));
});

test("closing, clearing and removing ask when edits would be lost", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("hello.png"));
  await correct(app, user);
  const processes = [app.pid, ...app.childProcesses()];
  const window = await user.waitForWindow(TITLE);
  for (const lose of [() => user.closeWindow(window), () => app.click("#clear")]) {
    await lose();
    await waitFor("the question is shown", () => app.isVisible("#confirm-no"));
    await user.press("Escape");
    await waitFor("the question is gone", async () => !(await app.isVisible("#confirm-no")));
    assert.match(await app.text(), /^Zebra/);
  }
  await user.closeWindow(window);
  await waitFor("the question is shown", () => app.isVisible("#confirm-yes"));
  await user.press("Tab", "Return");
  await waitFor("the program has ended", () => !processes.some(isAlive));
});

test("what is typed never goes into a picture that arrives meanwhile", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("hello.png"));
  await correct(app, user);
  const arrive = (name) => session.run(BINARY, [imagePath(name)]);
  await arrive("golden/german.png");
  await app.waitForJobs(2);
  await user.type("herd ");
  await waitFor("the typing goes on", async () => /^Zebra herd /.test(await app.text()));
  const showGerman = async () => {
    await app.select(1);
    await waitFor(
      "the other text is shown",
      async () => !/Hello|Zebra/.test(await app.text()) && (await app.text()) !== "",
    );
    assert.doesNotMatch(await app.text(), /Zebra|herd|ostrich/);
  };
  await showGerman();
  // One who has only clicked into the text sees the new picture, and types nothing into it.
  await app.click("#text");
  await arrive("hello.png");
  await app.waitForJobs(3);
  await waitFor("it is shown", async () => /^Hello/.test(await app.text()));
  await user.type("ostrich");
  assert.doesNotMatch(await app.text(), /ostrich/);
  await showGerman();
});

test("the window closes at once when the edits were copied", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("hello.png"));
  await correct(app, user);
  await app.click("#copy");
  await app.waitForStatus(/copied/);
  const processes = [app.pid, ...app.childProcesses()];
  await user.closeWindow(await user.waitForWindow(TITLE));
  await waitFor("the program has ended", () => !processes.some(isAlive));
});

test("the chosen format and the ending of the name decide what is saved", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("hello.png"));
  await app.waitForText();
  // Without an ending the chosen format decides.
  await saveAs(app, user, join(session.files, "plain"));
  await app.waitForStatus(/Saved/);
  assert.deepEqual(readdirSync(session.files), ["plain.txt"]);
  await saveAs(app, user, join(session.files, "report"), FORMAT.word);
  await app.waitForStatus(/Saved as .*report\.docx/);
  assert.ok(readFileSync(join(session.files, "report.docx"), "latin1").startsWith("PK"));
  rmSync(join(session.files, "report.docx"));
  await saveAs(app, user, join(session.files, "report.rtf"));
  await app.waitForStatus(/\.rtf.*cannot be saved/);
  assert.deepEqual(readdirSync(session.files), ["plain.txt"]);
});

test("a table is copied as cells, for spreadsheets and as text", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("../e2e/pictures/prices.png"));
  await app.waitForText();
  await app.click("#copy-as");
  await user.press("Return");
  await app.waitForStatus(/copied/);
  const types = await user.clipboardTypes();
  assert.ok(types.includes("text/html") && types.includes("UTF8_STRING"), `${types}`);
  // What a spreadsheet would compute is text, and a number stays one.
  const expected = [
    ["Item", "Count", "Price", "Total"],
    ["Kettle", "3", "24.95", "74.85"],
    ["Wool blanket", "12", "49.50", "594.00"],
    ["Pencil", "264", "-0.20", "-52.80"],
    ["Discount", "1", "'=2+3", "5"],
  ];
  const text = await user.clipboardText();
  assert.deepEqual(
    text
      .trim()
      .split("\n")
      .map((row) => row.split("\t")),
    expected,
  );
  const html = await user.clipboardText("text/html");
  const cells = await app.evaluate((html) => {
    const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")];
    return rows.map((row) => [...row.cells].map((cell) => cell.textContent));
  }, html);
  assert.deepEqual(cells, expected);
});

test("words are found and replaced, in all pictures too", async (t) => {
  const session = await TestSession.create(t);
  const pictures = ["hello.png", "hello.png"].map(imagePath);
  const { app, user } = await startWith(session, ...pictures);
  await app.waitForJobs(2);
  await app.waitForText();
  await app.click("#text");
  await user.press("ctrl+h");
  await user.type("hello");
  await waitFor("it is counted", async () => /1 found/.test(await app.textOf("#find-count")));
  await app.click("#find-everywhere");
  await app.click("#find-replacement");
  await user.type("Zebra");
  await app.click("#replace-all");
  await app.waitForStatus(/2 places replaced/);
  await user.press("Escape");
  for (const index of [0, 1]) {
    await app.select(index);
    await waitFor("it is replaced", async () => /^Zebra/.test(await app.text()));
  }
});

test("another page of a picture shows its text", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startWith(session, imagePath("../e2e/pictures/pages.tif"));
  await app.waitForText();
  const marks = () =>
    app.evaluate(() =>
      [...document.querySelectorAll(".page-mark")].map((mark) => mark.dataset.page),
    );
  await waitFor("pages are marked", async () => (await marks()).join() === "Page 2");
  await app.evaluate(() =>
    document.querySelector("text-editor").style.setProperty("height", "40px"),
  );
  const scrolled = () => app.evaluate(() => document.querySelector("text-editor").scrollTop);
  assert.equal(await scrolled(), 0);
  await user.press("ctrl+Next");
  await waitFor("page 2 is shown", async () => /^2/.test(await app.textOf("#pages")));
  await waitFor("its text is shown", async () => (await scrolled()) > 40);
  await user.press("ctrl+Prior");
  await waitFor("the text of page 1 is shown", async () => (await scrolled()) < 40);
});

test("a click on a word shows it in the picture, and the other way round", async (t) => {
  const session = await TestSession.create(t);
  const { app } = await startWith(session, imagePath("hello.png"));
  await app.waitForText();
  await waitFor("the words are laid out", () => app.isVisible("#text-layer .word"));
  const selected = () =>
    app.evaluate(() => {
      const area = document.querySelector("#text");
      return area.value.slice(area.selectionStart, area.selectionEnd);
    });
  await app.click("#text-layer .word");
  await waitFor("it is selected in the text", async () => /^Hello/.test(await selected()));
  await app.evaluate(() => {
    const area = document.querySelector("#text");
    area.setSelectionRange(2, 2);
    area.dispatchEvent(new MouseEvent("click"));
  });
  await waitFor("a word is marked", () => app.isVisible(".word.highlighted"));
});

async function startWith(session, ...files) {
  const app = await App.startWithConsent(session, files);
  return { app, user: new UserInput(session) };
}

/** Replaces the first word of the text by “Zebra”. */
async function correct(app, user) {
  await app.waitForText();
  await app.click("#text");
  await user.press("ctrl+Home", "ctrl+shift+Right");
  await user.type("Zebra ");
  await waitFor("the correction is typed", async () => /^Zebra/.test(await app.text()));
}

/** Saves, and returns what is in the file. */
async function save(app, user, file) {
  await saveAs(app, user, file);
  await waitFor(`${file} is written`, () => existsSync(file));
  await app.waitForStatus(new RegExp(`Saved as .*${file.split("/").at(-1)}`));
  return readFileSync(file, "utf8");
}
