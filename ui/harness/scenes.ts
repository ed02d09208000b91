/** The scenes of the harness: each is a state of the page to look at. */
import type { CodeView } from "../src/bindings/CodeView";
import type { Consent } from "../src/bindings/Consent";
import type { Event as ShellEvent } from "../src/bindings/Event";
import type { Job } from "../src/bindings/Job";
import type { JobState } from "../src/bindings/JobState";
import type { ReadError } from "../src/bindings/ReadError";
import { BILL, drawPicture, LETTER, LONG, type Picture, WIDE_TABLE } from "./pictures";

export interface Scene {
  readonly consent: Consent;
  readonly jobs: readonly Job[];
  readonly pictures: Readonly<Record<number, readonly Picture[]>>;
  readonly events: readonly ShellEvent[];
  readonly codes?: readonly CodeView[];
  /** Selectors that are clicked one after the other. */
  readonly click: readonly string[];
}

const given: Consent = { kind: "given", notice: null };
const nothing: Scene = { consent: given, jobs: [], pictures: {}, events: [], click: [] };

function read(
  id: number,
  name: string,
  pictures: readonly Picture[],
  stopped: ReadError | null = null,
) {
  const pages = pictures.map(({ view: { width, height, lines } }) => ({
    width,
    height,
    preview: { width, height },
    lines: lines.length,
    words: lines.reduce((sum, line) => sum + line.words.length, 0),
    lowConfidence: 1,
    codes: 0,
    unread: null,
    attachments: [],
  }));
  const timing = { clipboard: 2, start: 3, decode: 9, detect: 120, recognise: 210, total: 344 };
  return job(id, name, { kind: "read", pages, stopped, timing });
}

function job(id: number, name: string, state: JobState): Job {
  return { id, name, state };
}

function withPicture(click: readonly string[] = []): Scene {
  const letter = drawPicture(LETTER, 1000, 34);
  return {
    ...nothing,
    jobs: [read(1, "Pasted picture", [letter])],
    pictures: { 1: [letter] },
    click,
  };
}

/** A bill, of which the shell sends the cells of a row with tabs between them. */
function table(click: readonly string[] = []): Scene {
  const bill = drawPicture(BILL, 1000, 34);
  return { ...nothing, jobs: [read(1, "bill.png", [bill])], pictures: { 1: [bill] }, click };
}

function wideTable(click: readonly string[] = []): Scene {
  const claims = drawPicture(WIDE_TABLE, 2400, 24);
  return { ...nothing, jobs: [read(1, "claims.png", [claims])], pictures: { 1: [claims] }, click };
}

/** About five thousand words. */
function long(): Scene {
  const text = Array.from({ length: 7 }, () => LONG).join("\n");
  const picture = drawPicture(text, 1200, 8);
  return { ...nothing, jobs: [read(1, "long.png", [picture])], pictures: { 1: [picture] } };
}

function pages(): Scene {
  const pictures = [LETTER, LONG, LETTER].map((text) => drawPicture(text, 1200, 30));
  const error: ReadError = { kind: "damaged", format: "TIFF" };
  return {
    ...nothing,
    jobs: [read(1, "minutes of the meeting.tiff", pictures, error)],
    pictures: { 1: pictures },
    click: ["#next-page"],
  };
}

/** A PDF with attached files, one of them with a long name. */
function attachments(): Scene {
  const letter = drawPicture(LETTER, 1200, 30);
  const { id, name, state } = read(1, "contract.pdf", [letter]);
  if (state.kind !== "read") return nothing;
  const names = ["invoice.xml", `${"signed-declaration-of-the-buyer-".repeat(3)}2024.pdf`];
  const pages = state.pages.map((page) => ({ ...page, attachments: names }));
  return { ...nothing, jobs: [job(id, name, { ...state, pages })], pictures: { 1: [letter] } };
}

function queue(): Scene {
  const tints = ["#fffdf8", "#e8f1ff", "#fff2e0", "#eafaea", "#f4ecff"];
  const pictures = tints.map((tint) => drawPicture(LETTER, 1000, 34, tint));
  const at = (index: number) => [pictures[index] ?? drawPicture(LETTER, 800, 30)];
  return {
    ...nothing,
    jobs: [
      read(1, "lighthouse.png", at(0)),
      read(2, "a photograph with quite a long name, taken in the rain.jpeg", at(1)),
      job(3, "broken.webp", { kind: "failed", error: { kind: "damaged", format: "WebP" } }),
      read(4, "receipt.jpg", at(2)),
      job(5, "map.png", { kind: "cancelled" }),
      job(6, "minutes.tiff", { kind: "reading", page: 3 }),
      job(7, "page 12.png", { kind: "waiting" }),
      job(8, "page 13.png", { kind: "waiting" }),
    ],
    pictures: { 1: at(0), 2: at(1), 4: at(2) },
  };
}

/** An area is about to be left out of three pictures. */
function ignoring(): Scene {
  return { ...several(), click: ["#show-picture", "#select-area", "#ignore-area"] };
}

/** Three pictures, the first of which is shown. */
function several(): Scene {
  const pictures = ["#fffdf8", "#e8f1ff", "#fff2e0"].map((tint) =>
    drawPicture(LETTER, 1000, 34, tint),
  );
  const names = ["lighthouse.png", "receipt.jpg", "Pasted picture"];
  return {
    ...nothing,
    jobs: names.map((name, index) => read(index + 1, name, pictures.slice(index, index + 1))),
    pictures: { 1: pictures.slice(0, 1), 2: pictures.slice(1, 2), 3: pictures.slice(2) },
  };
}

/** Very long names, and one that would reorder the text around it. */
function longNames(): Scene {
  const letter = drawPicture(LETTER, 1000, 34);
  const name = `${"Scan of the minutes of the general meeting ".repeat(6)}.png`;
  const error: ReadError = { kind: "unsupported", format: "DjVu" };
  const unbroken = `${"W".repeat(180)}.pdf`;
  const list = [unbroken, "\u202Efdp.exe"].map((each) => ({ name: each, error: error }));
  return {
    ...nothing,
    jobs: [read(1, name, [letter])],
    pictures: { 1: [letter] },
    events: [
      { kind: "intake", outcome: { added: 1, refused: list, emptyReason: null, skipped: 0 } },
    ],
  };
}

function refused(): Scene {
  const names = ["notes.pdf", "clip.mov", "empty.png"];
  const errors: ReadError[] = [
    { kind: "unsupported", format: "DjVu" },
    { kind: "notAPicture" },
    { kind: "empty" },
  ];
  const list = names.map((name, index) => ({
    name,
    error: errors[index] ?? ({ kind: "empty" } as const),
  }));
  return {
    ...withPicture(),
    events: [
      { kind: "intake", outcome: { added: 1, refused: list, emptyReason: null, skipped: 2 } },
    ],
  };
}

function withoutText(): Scene {
  const blank = drawPicture("", 900, 200);
  return { ...nothing, jobs: [read(1, "blank.png", [blank])], pictures: { 1: [blank] } };
}

const failed: ReadError = { kind: "damaged", format: "PNG" };

export const SCENES: Record<string, () => Scene> = {
  consent: () => ({ ...nothing, consent: { kind: "missing" } }),
  outdated: () => ({ ...nothing, consent: { kind: "outdated", agreed: 1 } }),
  empty: () => nothing,
  notice: () => ({ ...nothing, consent: { kind: "given", notice: 3 } }),
  dragging: () => ({ ...nothing, events: [{ kind: "dragging", over: true }] }),
  busy: () => ({ ...nothing, jobs: [job(1, "minutes.tiff", { kind: "reading", page: 3 })] }),
  error: () => ({ ...nothing, jobs: [job(1, "old.png", { kind: "failed", error: failed })] }),
  cancelled: () => ({ ...nothing, jobs: [job(1, "map.png", { kind: "cancelled" })] }),
  result: () => withPicture(),
  names: longNames,
  edited: () => withPicture(["#lines-one"]),
  "low-confidence": () => withPicture(["#next-low-confidence"]),
  "no-text": withoutText,
  pages,
  attachments,
  long,
  table: () => table(),
  "wide-table": () => wideTable(),
  "wide-paragraphs": () => wideTable(["#lines-paragraphs"]),
  entities: () => table(["#entities"]),
  redact: () => table(["#redact"]),
  ignore: ignoring,
  picture: () => withPicture(["#show-picture"]),
  several,
  area: () => withPicture(["#show-picture", "#select-area"]),
  menu: () => withPicture(["#show-picture", ".word (right)"]),
  "copy-as": () => withPicture(["#copy-as"]),
  find: () => withPicture(["#text (Ctrl+h)"]),
  "text-menu": () => withPicture(["#text (right)"]),
  codes: () => ({
    ...withPicture(),
    codes: [
      { kind: "qr", text: "https://example.org/invoice/4711" },
      { kind: "qr", text: "BCD\n002\n1\nSCT\n\nExample GmbH\nDE02120300000000202051\nEUR12.30" },
      { kind: "EAN-13", text: "4006381333931" },
    ],
  }),
  queue,
  refused,
  unsaved: () => ({ ...withPicture(), events: [{ kind: "closeRequested", unkept: [1] }] }),
  data: () => ({ ...nothing, click: ["#menu-data"] }),
  confirm: () => ({ ...nothing, click: ["#menu-data", "#withdraw"] }),
  privacy: () => withPicture(["#menu-privacy"]),
  settings: () => ({ ...nothing, click: ["#menu-settings"] }),
  help: () => ({ ...nothing, click: ["#menu-help"] }),
  shortcuts: () => ({ ...nothing, click: ["#menu-help", "#help-shortcuts"] }),
  policy: () => ({ ...nothing, click: ["#menu-help", "#help-policy"] }),
};
