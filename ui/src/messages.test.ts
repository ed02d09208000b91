// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { CommandError } from "./bindings/CommandError";
import type { ReadError } from "./bindings/ReadError";
import {
  bytes,
  commandErrorMessage,
  confirmationMessage,
  day,
  jobState,
  moment,
  month,
  nothingAddedMessage,
  outcomeMessage,
  readErrorMessage,
  refusedMessage,
  WORDS,
} from "./messages";
import type { NothingAdded, Outcome } from "./outcome";
import { cancelled, failed, job, read, readCodes, reading, waiting } from "./testing/fixtures";

/** One of each kind; a kind that is missing here does not compile. */
const READ_ERRORS: { [Kind in ReadError["kind"]]: Extract<ReadError, { kind: Kind }> } = {
  empty: { kind: "empty" },
  notAPicture: { kind: "notAPicture" },
  unsupported: { kind: "unsupported", format: "DjVu" },
  unsupportedKind: { kind: "unsupportedKind", format: "TIFF" },
  damaged: { kind: "damaged", format: "PNG" },
  tooManyPixels: { kind: "tooManyPixels", megapixels: 120, side: 65_535 },
  tooManyPages: { kind: "tooManyPages" },
  passwordNeeded: { kind: "passwordNeeded" },
  wrongPassword: { kind: "wrongPassword" },
  tooLarge: { kind: "tooLarge", megabytes: 256 },
  missing: { kind: "missing" },
  changed: { kind: "changed" },
  directory: { kind: "directory" },
  emptyFolder: { kind: "emptyFolder" },
  special: { kind: "special" },
  denied: { kind: "denied" },
  unreadable: { kind: "unreadable" },
  tookTooLong: { kind: "tookTooLong", seconds: 120 },
  outOfMemory: { kind: "outOfMemory" },
  crashed: { kind: "crashed" },
  internal: { kind: "internal" },
};

const ERRORS: { [Kind in CommandError["kind"]]: Extract<CommandError, { kind: Kind }>[] } = {
  notConsented: [{ kind: "notConsented" }],
  noSuchJob: [{ kind: "noSuchJob" }],
  stalePolicy: [{ kind: "stalePolicy" }],
  notAdult: [{ kind: "notAdult" }],
  clipboard: [
    { kind: "clipboard", reason: "empty" },
    { kind: "clipboard", reason: "busy" },
    { kind: "clipboard", reason: "unavailable" },
    { kind: "clipboard", reason: "notKept" },
  ],
  capture: [
    { kind: "capture", reason: "unsupported" },
    { kind: "capture", reason: "denied" },
    { kind: "capture", reason: "busy" },
    { kind: "capture", reason: "noAnswer" },
    { kind: "capture", reason: "emptyRegion" },
    { kind: "capture", reason: "noRegion" },
    { kind: "capture", reason: "unreadable" },
  ],
  storage: [
    { kind: "storage", reason: "full", path: "/home/ada/settings.json" },
    { kind: "storage", reason: "denied", path: "/home/ada/settings.json" },
    { kind: "storage", reason: "other", path: "/home/ada/settings.json" },
  ],
  save: [
    { kind: "save", reason: "full", name: "text.txt" },
    { kind: "save", reason: "denied", name: "text.txt" },
    { kind: "save", reason: "other", name: "text.txt" },
  ],
  saveOverPicture: [{ kind: "saveOverPicture", name: "scan.pdf" }],
  readAgain: [{ kind: "readAgain", reason: { kind: "changed" }, name: "scan.png" }],
  unknownFormat: [{ kind: "unknownFormat", extension: "docx" }],
  notRedactable: [{ kind: "notRedactable" }],
  badRequest: [{ kind: "badRequest" }],
  internal: [{ kind: "internal" }],
};

const NOTHING: Record<NothingAdded, true> = {
  clipboardEmpty: true,
  clipboardText: true,
  clipboardUnavailable: true,
  link: true,
  emptyFolder: true,
};

/** One or two sentences; the first may begin with a name in quotes. */
const SENTENCES = /^[A-Z“][^.!?]*\.( [A-Z][^.!?]*\.)?$/u;
/** A sentence that says what to do next begins with one of these words. */
const NEXT = new RegExp(
  "(^|\\. |Please )(Capture|Change|Check|Choose|Close|Confirm|Copy|Crop|Cut|Enter|Export|Free|Get|Open|Read|" +
    "Restart|Save|Select|Take|Try|report) ",
  "u",
);

const textOf = (outcome: Outcome): string => outcomeMessage(outcome).text;

function judge(sentence: string): void {
  // A dot in a name does not end a sentence.
  const plain = sentence.replace(/\u2068.*?\u2069/gu, "name");
  expect(plain).toMatch(SENTENCES);
  expect(plain).toMatch(NEXT);
  expect(plain).not.toMatch(/undefined|null|\[object|NaN/u);
}

describe("every error says what happened and what to do next", () => {
  test.each(Object.values(READ_ERRORS).map((error) => [error.kind, error] as const))(
    "%s",
    (_, error) => judge(readErrorMessage(error)),
  );

  test.each(
    Object.values(ERRORS)
      .flat()
      .map((error) => [JSON.stringify(error), error] as const),
  )("%s", (_, error) => judge(commandErrorMessage(error)));

  test.each(Object.keys(NOTHING) as NothingAdded[])("%s", (nothing) => {
    judge(nothingAddedMessage(nothing));
  });

  test("no two read errors have the same words", () => {
    const sentences = Object.values(READ_ERRORS).map(readErrorMessage);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

test("errors name what is known: format, limit, file", () => {
  expect(readErrorMessage(READ_ERRORS.damaged)).toContain("PNG");
  expect(readErrorMessage({ kind: "damaged", format: "PDF" })).toMatch(/^This PDF is damaged/);
  expect(readErrorMessage({ kind: "unsupported", format: "HEIC" })).toMatch(/HEIC.*PNG or JPEG/);
  expect(readErrorMessage(READ_ERRORS.tooLarge)).toContain("256");
  expect(readErrorMessage(READ_ERRORS.tookTooLong)).toContain("120 seconds");
  expect(commandErrorMessage({ kind: "save", reason: "full", name: "text.txt" })).toContain(
    "text.txt",
  );
});

test("a name keeps the text around it in order, whatever it contains", () => {
  const name = "\u202Egnp.exe";
  expect(refusedMessage({ name, error: { kind: "empty" } })).toContain(`\u2068${name}\u2069`);
});

test("all texts in a folder are counted, and the pictures without text", () => {
  const folder = { kind: "saved", name: "texts", place: "Documents", folder: true } as const;
  expect(textOf({ ...folder, pictures: 99, withoutText: 9 })).toMatch(
    /folder .*texts.*\. 99 texts saved\. 9 pictures have no text\.$/,
  );
  expect(textOf({ ...folder, pictures: 1, withoutText: 0 })).toMatch(/\. 1 text saved\.$/);
});

test("a file that has changed is named", () => {
  const reason = { kind: "changed" } as const;
  const said = commandErrorMessage({ kind: "readAgain", reason, name: "scan.png" });
  expect(said).toMatch(/scan\.png.*: The file has changed since it was read\. Open it again\.$/);
  const missing = { kind: "readAgain", reason: { kind: "missing" }, name: "scan.png" } as const;
  expect(commandErrorMessage(missing)).toMatch(/PDF needs .*scan\.png.* gone.* other formats\.$/);
});

test("an area without text is not said to be left out", () => {
  expect(textOf({ kind: "areaIgnored", pictures: 0 })).toBe("There is no text in this area.");
});

test("a long name is shortened, and keeps its ending", () => {
  const name = `${"😀".repeat(200)}.txt`;
  const said = textOf({
    kind: "saved",
    name,
    place: "Documents",
    folder: false,
    pictures: 1,
    withoutText: 0,
  });
  expect(said.length).toBeLessThan(160);
  expect(said).toContain("😀.txt");
  expect(said).toContain("Documents");
  expect(said).not.toMatch(/\p{Surrogate}/u);
});

describe("singular and plural", () => {
  test("lines", () => {
    expect([0, 1, 1200].map(WORDS.COUNTED.lines)).toEqual(["0 lines", "1 line", "1,200 lines"]);
  });

  test("everything that is counted has a form for one and a form for many", () => {
    for (const [name, counted] of Object.entries(WORDS.COUNTED)) {
      // An adjective alone has one form in English.
      if (name !== "uncertain") expect(counted(1), name).not.toBe(counted(2).replace("2", "1"));
      expect(counted(1) + counted(2), name).not.toMatch(/#/);
    }
  });

  test("added pictures", () => {
    const said = (added: number, skipped: number, refused: number) =>
      textOf({ kind: "added", added, skipped, refused });
    expect(said(1, 0, 0)).toBe("1 picture added.");
    expect(said(2, 1, 1)).toBe(
      "2 pictures added. 1 file could not be opened. 1 file that is not a picture was skipped.",
    );
    expect(said(0, 0, 2)).toBe("2 files could not be opened.");
  });

  test("copied lines, or characters of a single line", () => {
    const said = (lines: number, characters: number, explainPrivate = false) =>
      textOf({ kind: "copied", lines, characters, private: true, explainPrivate });
    expect(said(12, 400)).toBe("12 lines copied.");
    expect(said(1, 1)).toBe("1 character copied.");
    expect(said(1, 11, true)).toBe(
      "11 characters copied. It can be pasted as usual, but stays out of the clipboard history.",
    );
  });

  test("pictures with edits: one by its name, several by their number", () => {
    const said = (...names: string[]) => confirmationMessage({ kind: "close", names });
    expect(said("letter.png")).toMatch(/changed the text of “\u2068letter\.png\u2069”/);
    expect(said("a.png", "b.png", "c.png")).toMatch(/the texts of 3 pictures/);
    const rotating = (page: number | null) =>
      confirmationMessage({ kind: "rotate", names: ["a.png"], page });
    expect(rotating(null)).toMatch(/rotate it back/);
    expect(rotating(3)).toMatch(/page 3.*rotate it back/);
  });

  test("states of a picture", () => {
    const said = (...lines: number[]) => jobState(job(1, read(...lines)));
    expect(said(1)).toBe("1 line");
    expect(said(1, 2)).toBe("2 pages, 3 lines");
    expect(said(0)).toBe("No text found");
    expect(jobState(job(1, readCodes(196)))).toBe("196 codes");
    expect(jobState(job(1, readCodes(1)))).toBe("1 code");
    expect(jobState(job(1, reading))).toBe("Reading …");
    expect(jobState(job(1, { kind: "reading", page: 3 }))).toContain("3");
    expect([waiting, failed, cancelled].map((state) => jobState(job(1, state)))).toEqual([
      "Waiting",
      "Could not be read",
      "Cancelled",
    ]);
    const locked = { kind: "failed", error: READ_ERRORS.passwordNeeded } as const;
    expect(jobState(job(1, locked))).toBe("Needs a password");
  });
});

test("outcomes of reading", () => {
  expect(textOf({ kind: "read", lines: 12, codes: 1 })).toBe("12 lines read.");
  expect(textOf({ kind: "read", lines: 0, codes: 0 })).toMatch(/^No text/);
  expect(textOf({ kind: "read", lines: 0, codes: 2 })).toMatch(/only what its codes say/);
  expect(outcomeMessage({ kind: "readFailed", error: READ_ERRORS.damaged })).toEqual({
    tone: "error",
    text: readErrorMessage(READ_ERRORS.damaged),
  });
  expect(textOf({ kind: "readCancelled" })).toContain("cancelled");
  const all = { kind: "allRead", read: 1, failed: 1, locked: 0, cancelled: 1 } as const;
  expect(outcomeMessage(all)).toEqual({
    tone: "error",
    text: "1 picture read. 1 picture could not be read. 1 picture was cancelled.",
  });
  expect(outcomeMessage({ ...all, failed: 0, locked: 2, cancelled: 0 })).toEqual({
    tone: "neutral",
    text: "1 picture read. 2 files need a password.",
  });
  expect(outcomeMessage({ kind: "readFailed", error: READ_ERRORS.passwordNeeded }).tone).toBe(
    "neutral",
  );
});

test("low-confidence words are counted from 1", () => {
  expect(textOf({ kind: "lowConfidenceWord", nth: 2, count: 5 })).toContain("2 of 5");
  expect(textOf({ kind: "lowConfidenceWord", nth: 0, count: 0 })).toContain("no uncertain words");
});

test("dates, times and sizes are written out", () => {
  expect(day("2026-11-24")).toBe("24 November 2026");
  expect(day("someday")).toBe("someday");
  expect(moment("2026-11-24T09:30:00Z")).toBe("24 November 2026, 09:30 UTC");
  expect(moment("then")).toBe("then");
  expect(month("2026-11")).toBe("November 2026");
  expect([bytes(1), bytes(812), bytes(1500), bytes(2_500_000)]).toEqual([
    "1 byte",
    "812 bytes",
    "1.5 kB",
    "2.5 MB",
  ]);
});
