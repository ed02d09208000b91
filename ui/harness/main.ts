/**
 * The page without its shell: commands are answered with made-up data. `?scene=queue&theme=dark`
 * chooses what is seen. Never part of the program.
 */
import { mockIPC } from "@tauri-apps/api/mocks";
import type { Event as ShellEvent } from "../src/bindings/Event";
import type { InitialState } from "../src/bindings/InitialState";
import type { Settings } from "../src/bindings/Settings";
import type { StoredData } from "../src/bindings/StoredData";
import type { Theme } from "../src/bindings/Theme";
import { policy } from "./policies";
import { SCENES } from "./scenes";
import { raw } from "./sheets";

interface Given {
  readonly id: number;
  readonly page: number;
  readonly lines: string;
  readonly text: string;
  readonly settings: Settings;
  readonly events: { onmessage: (event: ShellEvent) => void };
}

const asked = new URLSearchParams(location.search);
const scene = (SCENES[asked.get("scene") ?? "empty"] ?? SCENES.empty)?.();
if (!scene) throw new Error("no such scene");

let settings: Settings = {
  theme: (asked.get("theme") as Theme | null) ?? "system",
  lines: "keep",
  copyAtOnce: false,
  privateCopy: true,
  count: true,
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
const held = (): StoredData => ({
  entries: [
    { kind: "consent", path: `${folder}/consent.json`, exists: true, bytes: 96 },
    { kind: "settings", path: `${folder}/settings.json`, exists: true, bytes: 161 },
    { kind: "counters", path: `${folder}/counters.json`, exists: false, bytes: 0 },
  ],
  consent: { policy: 3, at: "2026-11-24T09:30:00Z", adult: true, program: "0.1.0" },
  settings,
  counters: [
    { month: "2026-11", pictures: 41 },
    { month: "2026-10", pictures: 128 },
  ],
});

function textOf({ id, lines }: Given): string {
  const pages = (scene?.sheets[id] ?? []).map(({ view }) => view.lines.map(({ text }) => text));
  if (lines === "one") return pages.flat().join(" ");
  return pages.map((page) => page.join(lines === "keep" ? "\n" : " ")).join("\n\n");
}

const nothing = { added: 0, refused: [], emptyReason: "clipboardEmpty", skipped: 0 };
const answers: Record<string, (given: Given) => unknown> = {
  start: ({ events }) => {
    setTimeout(() => tell(events.onmessage), 0);
    return start();
  },
  set_settings: (given) => {
    settings = given.settings;
    return settings;
  },
  add_clipboard: () => nothing,
  open: () => ({ ...nothing, emptyReason: "cancelled" }),
  page: ({ id, page }) => scene.sheets[id]?.[page - 1]?.view,
  preview: ({ id, page }) => raw(sheetOf(id, page)),
  thumbnail: ({ id }) => raw(sheetOf(id, 1), 96),
  text: textOf,
  copy: ({ text }) => ({ characters: text.length, lines: text.split("\n").length, private: true }),
  stored_data: held,
  privacy_status: () => ({
    network: "refused",
    files: held().entries,
    pictures: 1,
    pictureBytes: 3_456_000,
    workers: 0,
    idleWorkers: 1,
  }),
};

function sheetOf(id: number, page: number) {
  const found = scene?.sheets[id]?.[page - 1];
  if (!found) throw { kind: "noSuchJob" };
  return found;
}

function tell(hear: (event: ShellEvent) => void): void {
  for (const job of scene?.jobs ?? []) hear({ kind: "job", job });
  for (const event of scene?.events ?? []) hear(event);
  click(scene?.click ?? []);
}

/** Clicks on one after the other, each as soon as it is there, and then says that all is there. */
function click([selector, ...others]: readonly string[]): void {
  const later = (work: () => void) => setTimeout(work, 300);
  if (!selector) {
    later(() => document.body.setAttribute("data-settled", ""));
    return;
  }
  const target = document.querySelector<HTMLElement>(selector);
  target?.click();
  later(() => click(target ? others : [selector, ...others]));
}

mockIPC((command, given) => answers[command]?.(given as unknown as Given));
await import("../src/main");
