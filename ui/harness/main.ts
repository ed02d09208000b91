/**
 * The page on a mock shell that returns made-up data. `?scene=queue&theme=dark` chooses the scene.
 * Never part of the program.
 */
import { mockIPC } from "@tauri-apps/api/mocks";
import type { EntitySpan } from "../src/bindings/EntitySpan";
import type { Event as ShellEvent } from "../src/bindings/Event";
import type { InitialState } from "../src/bindings/InitialState";
import type { Intake } from "../src/bindings/Intake";
import type { Language } from "../src/bindings/Language";
import type { LineMode } from "../src/bindings/LineMode";
import type { Settings } from "../src/bindings/Settings";
import type { StoredData } from "../src/bindings/StoredData";
import type { TextView } from "../src/bindings/TextView";
import type { Theme } from "../src/bindings/Theme";
import { encodePicture } from "./pictures";
import { policy } from "./policies";
import { SCENES } from "./scenes";

interface Arguments {
  readonly id: number;
  readonly page: number;
  readonly lines: LineMode;
  readonly text: string;
  readonly settings: Settings;
  readonly events: { onmessage: (event: ShellEvent) => void };
}

const query = new URLSearchParams(location.search);
const scene = (SCENES[query.get("scene") ?? "empty"] ?? SCENES.empty)?.();
if (!scene) throw new Error("no such scene");

let settings: Settings = {
  language: query.get("language") as Language | null,
  theme: (query.get("theme") as Theme | null) ?? "system",
  lines: "keep",
  engine: "builtin",
  copyAtOnce: false,
  privateCopy: true,
  markEntities: true,
  redact: false,
  textSize: 100,
  keepOnTop: false,
  autostart: false,
  count: true,
  capture: {
    hotkey: "Super+Shift+T",
    againHotkey: "Super+Shift+R",
    target: "clipboard",
    tray: true,
    startHidden: false,
  },
  window: { width: 1280, height: 800 },
};

const start = (): InitialState => ({
  about: { version: "0.1.0", system: "linux" },
  consent: scene.consent,
  policies: [
    policy(3, false, ["Says more plainly what the counters count."]),
    policy(2, true, ["Names the folder in which settings lie.", "Counters are off by default."]),
    policy(1, true, []),
  ],
  settings,
});

const folder = "/home/ada/.config/imagetotext";
const storedData = (): StoredData => ({
  entries: [
    { kind: "consent", path: `${folder}/consent.json`, exists: true, bytes: 96 },
    { kind: "settings", path: `${folder}/settings.json`, exists: true, bytes: 161 },
    { kind: "counters", path: `${folder}/counters.json`, exists: false, bytes: 0 },
    {
      kind: "autostart",
      path: "/home/ada/.config/autostart/imagetotext-app.desktop",
      exists: false,
      bytes: 0,
    },
  ],
  consent: { policy: 3, at: "2026-11-24T09:30:00Z", adult: true, program: "0.1.0" },
  settings,
  counters: [
    { month: "2026-11", pictures: 41 },
    { month: "2026-10", pictures: 128 },
  ],
});

function textOf({ id, lines }: Arguments): TextView {
  const state = { edited: false, editedPages: [], canUndo: false, canRedo: false };
  const result: TextView = {
    text: "",
    lowConfidence: [],
    entities: [],
    pages: [],
    codes: [...(scene?.codes ?? [])],
    ...state,
  };
  (scene?.pictures[id] ?? []).forEach(({ view }, index) => {
    if (result.text !== "") result.text += separator(lines, true);
    result.pages.push(result.text.length);
    view.lines.forEach((line, lineIndex) => {
      const isRow = [line, view.lines[lineIndex - 1]].some((each) => each?.text.includes("\t"));
      if (lineIndex > 0) result.text += isRow && lines !== "one" ? "\n" : separator(lines, false);
      line.words.forEach(({ text, lowConfidence }, word) => {
        const before = line.text.charAt(
          line.words.slice(0, word).reduce((sum, { text }) => sum + text.length + 1, -1),
        );
        if (word > 0) result.text += before;
        const start = result.text.length;
        result.text += text;
        const span = { start, end: result.text.length, page: index + 1, line: lineIndex, word };
        if (lowConfidence) result.lowConfidence.push(span);
      });
    });
  });
  result.entities = entitiesOf(result.text);
  return result;
}

/** A little of what the shell finds. */
function entitiesOf(text: string): EntitySpan[] {
  const patterns = [
    ["email", /\w+@[\w.]+\w/g],
    ["iban", /DE89 [\d ]+\d/g],
    ["phone", /\+44 [\d ]+\d|555 \d+/g],
    ["link", /www\.[\w.]+\w/g],
  ] as const;
  const found = patterns.flatMap(([kind, pattern]) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
      kind,
      start: index,
      end: index + match.length,
    })),
  );
  return found.sort((one, other) => one.start - other.start);
}

function separator(lines: LineMode, isNewPage: boolean): string {
  if (lines !== "one" && isNewPage) return "\n\n";
  return lines === "keep" ? "\n" : " ";
}

const nothing: Intake = { added: 0, refused: [], emptyReason: "clipboardEmpty", skipped: 0 };
const answers: Record<string, (args: Arguments) => unknown> = {
  start: ({ events }) => {
    setTimeout(() => sendEvents(events.onmessage), 0);
    return start();
  },
  set_settings: (args) => {
    settings = args.settings;
    return settings;
  },
  add_clipboard: () => nothing,
  open: () => ({ ...nothing, emptyReason: "cancelled" }),
  page: ({ id, page }) => scene.pictures[id]?.[page - 1]?.view,
  preview: ({ id, page }) => encodePicture(pictureOf(id, page)),
  thumbnail: ({ id, page }) => encodePicture(pictureOf(id, page), 96),
  text: textOf,
  edit: ({ text }) => ({
    text,
    lowConfidence: [],
    entities: [],
    pages: [0],
    edited: true,
    canUndo: true,
    canRedo: false,
  }),
  step: textOf,
  unkept: () => [],
  word_at: () => null,
  span_of: () => null,
  copy_as: () => ({ characters: 11, lines: 1, private: true }),
  copy: ({ text }) => ({ characters: text.length, lines: text.split("\n").length, private: true }),
  stored_data: storedData,
  capture_status: () => ({
    method: "screen",
    hotkey: query.get("hotkey") ?? "active",
    againHotkey: "active",
    hasTray: true,
  }),
  privacy_status: () => ({
    network: "refused",
    files: storedData().entries,
    memoryFolder: "/run/user/1000/imagetotext-web-0gTz4x",
    pictures: 1,
    pictureBytes: 3_456_000,
    workers: 0,
    idleWorkers: 1,
  }),
};

function pictureOf(id: number, page: number) {
  const found = scene?.pictures[id]?.[page - 1];
  if (!found) throw { kind: "noSuchJob" };
  return found;
}

function sendEvents(send: (event: ShellEvent) => void): void {
  for (const job of scene?.jobs ?? []) send({ kind: "job", job });
  for (const event of scene?.events ?? []) send(event);
  click(scene?.click ?? []);
}

function keyPress(key: string): KeyboardEvent {
  return new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
}

function rightClick(target: HTMLElement): MouseEvent {
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = { clientX: left + width / 3, clientY: top + height / 3 };
  return new MouseEvent("contextmenu", { ...at, button: 2, bubbles: true, cancelable: true });
}

/**
 * Clicks each selector as soon as it is in the page, with the right button where it ends in
 * ` (right)`, or presses the key of ` (Ctrl+H)`; then marks the page as settled.
 */
function click([selector, ...others]: readonly string[]): void {
  const wait = (work: () => void) => setTimeout(work, 300);
  if (!selector) {
    wait(() => document.body.setAttribute("data-settled", ""));
    return;
  }
  const [place = "", how] = selector.split(" (");
  const target = document.querySelector<HTMLElement>(place);
  if (how === undefined) target?.click();
  else if (how.startsWith("Ctrl+")) target?.dispatchEvent(keyPress(how.charAt(5)));
  else target?.dispatchEvent(rightClick(target));
  wait(() => click(target ? others : [selector, ...others]));
}

mockIPC((command, args) => answers[command]?.(args as unknown as Arguments));
await import("../src/main");
