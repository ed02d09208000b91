/** Made-up data for the unit tests, and a fake shell that returns it. */
import { vi } from "vitest";
import type { InitialState } from "../bindings/InitialState";
import type { Job } from "../bindings/Job";
import type { JobState } from "../bindings/JobState";
import type { PageView } from "../bindings/PageView";
import type { Policy } from "../bindings/Policy";
import type { Settings } from "../bindings/Settings";
import type { StoredData } from "../bindings/StoredData";
import type { TextView } from "../bindings/TextView";
import type { ViewEvent } from "../events";
import type { Shell } from "../ipc";
import { newSession, type Session } from "../session";
import { update, type View } from "../state";

export const settings: Settings = {
  language: null,
  theme: "system",
  lines: "keep",
  engine: "builtin",
  copyAtOnce: false,
  privateCopy: true,
  markEntities: true,
  redact: false,
  textSize: 100,
  keepOnTop: false,
  autostart: false,
  count: false,
  capture: {
    hotkey: "Super+Shift+T",
    againHotkey: "Super+Shift+R",
    target: "clipboard",
    tray: true,
    startHidden: false,
  },
  window: null,
};

export function policy(number: number, changes: string[] = []): Policy {
  return {
    number,
    date: `2026-11-0${number}`,
    significant: true,
    translations: {},
    changes,
    promise: ["Nothing leaves this computer."],
    sections: [{ title: `1. Pictures, as of ${number}`, paragraphs: ["They stay here."] }],
  };
}

export function start(change: Partial<InitialState> = {}): InitialState {
  return {
    about: { version: "0.1.0", system: "linux" },
    consent: { kind: "given", notice: null },
    policies: [policy(2, ["Says more."]), policy(1)],
    settings,
    ...change,
  };
}

export const waiting: JobState = { kind: "waiting" };
export const reading: JobState = { kind: "reading", page: 1 };
export const cancelled: JobState = { kind: "cancelled" };
export const failed: JobState = { kind: "failed", error: { kind: "damaged", format: "PNG" } };

/** Pages of a picture that was read, each with so many lines. */
export function read(...lines: number[]): JobState {
  return {
    kind: "read",
    pages: lines.map((count) => ({
      width: 400,
      height: 100,
      preview: { width: 400, height: 100 },
      lines: count,
      words: count * 2,
      lowConfidence: 0,
      codes: 0,
      unread: null,
      attachments: [],
    })),
    stopped: null,
    timing: { clipboard: 0, start: 0, decode: 0, detect: 0, recognise: 0, total: 420 },
  };
}

/** A picture without text that has so many codes. */
export function readCodes(codes: number): JobState {
  const state = read(0);
  if (state.kind !== "read") return state;
  return { ...state, pages: state.pages.map((page) => ({ ...page, codes })) };
}

export function job(id: number, state: JobState = waiting, name = `picture ${id}.png`): Job {
  return { id, name, state };
}

type Quad = PageView["lines"][number]["quad"];

/** An upright box. */
export function box(left: number, top: number, width: number, height: number): Quad {
  return [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ];
}

/**
 * A page with these lines of words: each 10 high and 20 below the one before, each character 10
 * wide. A word after a question mark has low confidence.
 */
export function page(...lines: string[]): PageView {
  return {
    width: 400,
    height: 100,
    leftOut: [],
    lines: lines.map((line, row) => {
      let left = 0;
      const words = line.split(" ").map((marked) => {
        const text = marked.replace(/^\?/, "");
        const quad = box(left, row * 20, text.length * 10, 10);
        left += (text.length + 1) * 10;
        const lowConfidence = text !== marked;
        return { text, quad, confidence: 0.9, lowConfidence, row, column: 0 };
      });
      const text = words.map((word) => word.text).join(" ");
      return { text, quad: box(0, row * 20, left - 10, 10), words };
    }),
  };
}

/**
 * A text as the shell sends it: words are separated by blanks, lines by line breaks and pages by an
 * empty line. A word after a question mark has low confidence.
 */
export function textView(marked: string): TextView {
  const state = { edited: false, editedPages: [], canUndo: false, canRedo: false };
  const view: TextView = {
    text: "",
    lowConfidence: [],
    entities: [],
    pages: [],
    codes: [],
    ...state,
  };
  marked.split("\n\n").forEach((page, index) => {
    if (index > 0) view.text += "\n\n";
    view.pages.push(view.text.length);
    page.split("\n").forEach((content, line) => {
      if (line > 0) view.text += "\n";
      content.split(" ").forEach((markedWord, word) => {
        if (word > 0) view.text += " ";
        const text = markedWord.replace(/^\?/, "");
        const start = view.text.length;
        view.text += text;
        if (text === markedWord) return;
        view.lowConfidence.push({ start, end: view.text.length, page: index + 1, line, word });
      });
    });
  });
  return view;
}

/** The answer of the shell to an edit. */
export function editedView(text: string): TextView {
  return { ...textView(text), text, edited: true, editedPages: [1], canUndo: true };
}

/** The shell sends the text of a picture in the line mode “keep”; marked as in `textView`. */
export function textLoaded(id: number, revision: number, marked: string): ViewEvent {
  const view = textView(marked);
  return { kind: "textLoaded", id, revision, edition: 0, mode: "keep", view };
}

export const storedData: StoredData = {
  entries: [{ kind: "settings", path: "/home/ada/settings.json", exists: true, bytes: 161 }],
  consent: { policy: 2, at: "2026-11-24T09:30:00Z", adult: true, program: "0.1.0" },
  settings,
  counters: [{ month: "2026-11", pictures: 41 }],
};

/** A shell whose commands all succeed; each test replaces the ones that it is about. */
export function fakeShell(change: Partial<Shell> = {}): Shell {
  const done = vi.fn(async () => undefined);
  const nothing = { added: 0, refused: [], emptyReason: null, skipped: 0 };
  const pixels = () => ({ width: 1, height: 1, data: new Uint8ClampedArray([9, 9, 9, 9]) });
  return {
    start: vi.fn(async () => start()),
    agree: vi.fn(async () => start()),
    decline: done,
    withdraw: vi.fn(async () => start({ consent: { kind: "missing" } })),
    acknowledge: vi.fn(async () => start()),
    setLanguage: vi.fn(async () => undefined),
    setSettings: vi.fn(async (settings: Settings) => settings),
    addBytes: vi.fn(async () => ({ ...nothing, added: 1 })),
    addClipboard: vi.fn(async () => ({ ...nothing, added: 1 })),
    clipboardText: vi.fn(async () => ""),
    open: vi.fn(async () => nothing),
    cancel: vi.fn(async () => undefined),
    cancelAll: vi.fn(async () => undefined),
    remove: vi.fn(async () => undefined),
    clear: vi.fn(async () => undefined),
    unlock: vi.fn(async () => undefined),
    rotate: vi.fn(async () => undefined),
    page: vi.fn(async () => page("Hello world")),
    preview: vi.fn(async () => pixels()),
    thumbnail: vi.fn(async () => pixels()),
    text: vi.fn(async () => textView("Hello world")),
    copy: vi.fn(async (text: string) => ({ characters: text.length, lines: 1, private: false })),
    edit: vi.fn(async (_id, _lines, text: string) => editedView(text)),
    step: vi.fn(async () => textView("Hello world")),
    ignoreArea: vi.fn(async () => editedView("world")),
    ignoreAreaFromNowOn: vi.fn(async () => undefined),
    stopIgnoringAreas: vi.fn(async () => undefined),
    unkept: vi.fn(async () => []),
    wordAt: vi.fn(async () => null),
    spanOf: vi.fn(async () => null),
    close: vi.fn(async () => undefined),
    copyAs: vi.fn(async () => ({ characters: 11, lines: 1, private: false })),
    save: vi.fn(async () => ({
      name: "text.txt",
      place: "Documents",
      format: "txt",
      folder: false,
      pictures: 1,
      withoutText: 0,
    })),
    saveAll: vi.fn(async () => ({
      name: "texts",
      place: "Documents",
      format: "txt",
      folder: true,
      pictures: 2,
      withoutText: 1,
    })),
    saveAllAsPdf: vi.fn(async () => ({
      name: "texts.pdf",
      place: "Documents",
      format: "pdf",
      folder: false,
      pictures: 1,
      withoutText: 0,
    })),
    storedData: vi.fn(async () => storedData),
    exportData: vi.fn(async () => ({
      name: "me.json",
      place: "Documents",
      format: "json",
      folder: false,
      pictures: 1,
      withoutText: 0,
    })),
    setCounter: vi.fn(async () => storedData),
    erase: vi.fn(async () => storedData),
    privacyStatus: vi.fn(async () => ({
      network: "refused" as const,
      files: storedData.entries,
      memoryFolder: null,
      pictures: 0,
      pictureBytes: 0,
      workers: 0,
      idleWorkers: 1,
    })),
    capture: vi.fn(async () => undefined),
    captureAgain: vi.fn(async () => undefined),
    captureStatus: vi.fn(async () => ({
      method: "screen" as const,
      hotkey: "active" as const,
      againHotkey: "active" as const,
      hasTray: true,
    })),
    ...change,
  };
}

/** The view after these events, from the start of the program. */
export function viewAfter(...events: ViewEvent[]): View {
  return events.reduce(update, { kind: "starting" } as View);
}

/** The session after these events, consent given. */
export function session(...events: ViewEvent[]): Session {
  const view = events.reduce(update, { kind: "ready", session: newSession(start()) } as View);
  if (view.kind !== "ready") throw new Error(`no session, but ${view.kind}`);
  return view.session;
}

/** The shell reports a picture. */
export function jobEvent(id: number, state?: JobState): ViewEvent {
  return { kind: "shellEvent", shellEvent: { kind: "job", job: job(id, state) } };
}

/** Waits until pending promises are settled. */
export async function flushPromises(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await Promise.resolve();
}
