// @vitest-environment node
/** Rules that hold for the whole page, checked on its sources. */
import { describe, expect, test } from "vitest";
import type { View } from "./state";
import { fakeShell, jobEvent, page, read, start, textLoaded, viewAfter } from "./testing/fixtures";
import { circles, importsOf, isUsedAtLoad, wordsOf } from "./testing/sources";

const FILES: Record<string, string> = import.meta.glob("./**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
/** The files of the program: what the tests need is left out. */
const SOURCES = Object.entries(FILES).filter(
  ([path]) => !path.endsWith(".test.ts") && !path.startsWith("./testing/"),
);

describe("imports", () => {
  test("make no circle", () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(circles(new Map(SOURCES.map(([path, code]) => [path, importsOf(path, code)])))).toEqual(
      [],
    );
  });

  test("a circle would be found", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["a"]],
      ["d", ["a"]],
    ]);
    expect(circles(graph)).toEqual(["a > b > c > a"]);
  });

  test("of Tauri are only in ipc.ts", () => {
    const users = SOURCES.filter(([, code]) => code.includes("@tauri-apps/"));
    expect(users.map(([path]) => path)).toEqual(["./ipc.ts"]);
  });
});

describe("words", () => {
  test("that people read are only in messages/", () => {
    const others = SOURCES.filter(([path]) => !path.startsWith("./messages"));
    const found = others.flatMap(([path, code]) => wordsOf(code).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  test.each([
    ['const text = "No text was found.";', "No text was found."],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
    ["const text = `Reading ${name} now`;", "Reading … now"],
    ["html`<button>Close</button>`", "Close"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text.
    ['html`<p class="a b" aria-label="Close it">${text}</p>`', "Close it"],
  ])("in a source would be found: %s", (code, words) => {
    expect(wordsOf(code)).toEqual([words]);
  });

  test("are looked up when something is drawn: the language may have changed", () => {
    const others = SOURCES.filter(([path]) => !path.startsWith("./messages"));
    const early = others.filter(([, code]) => isUsedAtLoad(code, "WORDS"));
    expect(early.map(([path]) => path)).toEqual([]);
  });

  test.each([
    ["const { TEXT } = WORDS;", true],
    ["const names = [WORDS.TEXT.pane];", true],
    ["const name = () => WORDS.TEXT.pane;", false],
  ])("that are looked up when a file is loaded would be found: %s", (code, isEarly) => {
    expect(isUsedAtLoad(code, "WORDS")).toBe(isEarly);
  });

  test("are no part of the state, which holds outcomes", async () => {
    const view = viewAfter(
      { kind: "started", start: start() },
      jobEvent(1, read(1)),
      {
        kind: "pageLoaded",
        id: 1,
        revision: 1,
        edition: 0,
        page: 1,
        view: page("Hello big world"),
      },
      textLoaded(1, 1, "Hello ?big world"),
      { kind: "panelOpened", panel: { screen: "data", storedData: null, question: null } },
      { kind: "storedDataLoaded", storedData: await fakeShell().storedData() },
      {
        kind: "outcomeReported",
        outcome: {
          kind: "saved",
          name: "my text.txt",
          place: "My Documents",
          folder: false,
          pictures: 1,
          withoutText: 0,
        },
      },
    );
    const keys = new Set(keysOfWords(view));
    expect(keys).toContain("paragraphs");
    for (const key of keys) expect(Object.keys(FREE_STRINGS)).toContain(key);
  });
});

/** The names of all properties of a type, at any depth, that take any string. */
type FreeStrings<T> = T extends readonly (infer Item)[]
  ? FreeStrings<Item>
  : T extends object
    ? {
        [Key in keyof T & string]-?: string extends T[Key]
          ? Key
          : T[Key] extends readonly string[]
            ? Key
            : FreeStrings<T[Key]>;
      }[keyof T & string]
    : never;

/** Data out of pictures, files and the policy. A sentence in the state does not compile here. */
const FREE_STRINGS: Record<FreeStrings<View>, true> = {
  // Pictures and their text.
  name: true,
  place: true,
  format: true,
  extension: true,
  text: true,
  // The names of the standards of barcodes.
  kind: true,
  attachments: true,
  current: true,
  // The search.
  query: true,
  replacement: true,
  // The policy.
  date: true,
  changes: true,
  promise: true,
  title: true,
  paragraphs: true,
  // What is kept on this computer.
  version: true,
  path: true,
  memoryFolder: true,
  at: true,
  program: true,
  month: true,
  // The settings of capturing.
  hotkey: true,
  againHotkey: true,
  keys: true,
};

/** The names of the properties that hold more than one word. */
function keysOfWords(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /\s/.test(value) ? [key] : [];
  if (Array.isArray(value)) return value.flatMap((item) => keysOfWords(item, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => keysOfWords(item, name));
}
