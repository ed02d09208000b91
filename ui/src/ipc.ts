/**
 * The commands of the shell: one typed call for each. No other file uses Tauri's interface.
 */
import { Channel, type InvokeArgs, type InvokeOptions, invoke } from "@tauri-apps/api/core";
import type { Area } from "./bindings/Area";
import type { CaptureStatus } from "./bindings/CaptureStatus";
import type { CommandError } from "./bindings/CommandError";
import type { Copied } from "./bindings/Copied";
import type { CopyFormat } from "./bindings/CopyFormat";
import type { Event as ShellEvent } from "./bindings/Event";
import type { HistoryStep } from "./bindings/HistoryStep";
import type { InitialState } from "./bindings/InitialState";
import type { Intake } from "./bindings/Intake";
import type { Language } from "./bindings/Language";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { PrivacyStatus } from "./bindings/PrivacyStatus";
import type { Saved } from "./bindings/Saved";
import type { SaveFormat } from "./bindings/SaveFormat";
import type { Settings } from "./bindings/Settings";
import type { StoredData } from "./bindings/StoredData";
import type { TextSpan } from "./bindings/TextSpan";
import type { TextView } from "./bindings/TextView";
import type { WordPlace } from "./bindings/WordPlace";

export type { ShellEvent };

/** A picture to paint: RGBA, four bytes a pixel, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export const shell = {
  start: (onEvent: (event: ShellEvent) => void) =>
    call<InitialState>("start", { events: new Channel<ShellEvent>(onEvent) }),
  agree: (version: number, adult: boolean) => call<InitialState>("agree", { version, adult }),
  decline: () => call<void>("decline"),
  withdraw: () => call<InitialState>("withdraw"),
  acknowledge: (version: number) => call<InitialState>("acknowledge", { version }),
  /** Tells the language of the page, for what the shell shows itself. */
  setLanguage: (language: Language) => call<void>("set_language", { language }),
  setSettings: (settings: Settings) => call<Settings>("set_settings", { settings }),

  /** The bytes are sent raw; as JSON they would be numbers, ten times as large. */
  addBytes: (bytes: Uint8Array, name: string) =>
    call<Intake>("add_bytes", bytes, { headers: { name: encodeURIComponent(name) } }),
  addClipboard: () => call<Intake>("add_clipboard"),
  /** The text on the clipboard; empty when there is none. */
  clipboardText: () => call<string>("clipboard_text"),
  open: () => call<Intake>("open"),

  cancel: (id: number) => call<void>("cancel", { id }),
  cancelAll: () => call<void>("cancel_all"),
  remove: (id: number) => call<void>("remove", { id }),
  clear: () => call<void>("clear"),
  /** Reads a PDF with the password that it needs. */
  unlock: (id: number, password: string) => call<void>("unlock", { id, password }),
  /** Reads a picture again; of several pages only this one. */
  rotate: (id: number, quarters: number, page: number) =>
    call<void>("rotate", { id, quarters, page }),

  page: (id: number, page: number) => call<PageView>("page", { id, page }),
  preview: async (id: number, page: number) =>
    toPixels(await call<ArrayBuffer>("preview", { id, page })),
  thumbnail: async (id: number, page: number) =>
    toPixels(await call<ArrayBuffer>("thumbnail", { id, page })),
  text: (id: number, lines: LineMode) => call<TextView>("text", { id, lines }),

  /** Corrects the document; with `joins` the edit is a part of the one before. */
  edit: (id: number, lines: LineMode, text: string, joins: boolean) =>
    call<TextView>("edit", { id, lines, text, joins }),
  step: (id: number, lines: LineMode, step: HistoryStep) =>
    call<TextView>("step", { id, lines, step }),
  /** Leaves the lines of an area of a page out of the text, as an edit. */
  ignoreArea: (id: number, lines: LineMode, page: number, area: Area) =>
    call<TextView>("ignore_area", { id, lines, page, area }),
  /** From now on also in pictures that are read later, whose page has the same size. */
  ignoreAreaFromNowOn: (id: number, page: number, area: Area) =>
    call<void>("ignore_area_from_now_on", { id, page, area }),
  stopIgnoringAreas: () => call<void>("stop_ignoring_areas"),
  /** The pictures with edits that were neither saved nor copied. */
  unkept: () => call<number[]>("unkept"),
  /** The word at a place of the text that is shown. */
  wordAt: (id: number, place: number) => call<TextSpan | null>("word_at", { id, place }),
  /** Where a word of the picture is in the text that is shown. */
  spanOf: (id: number, word: WordPlace) => call<TextSpan | null>("span_of", { id, word }),
  close: () => call<void>("close"),

  copy: (text: string) => call<Copied>("copy", { text }),
  copyAs: (ids: number[], format: CopyFormat) => call<Copied>("copy_as", { ids, format }),
  /** The dialog calls such files `kind`. */
  save: (id: number, format: SaveFormat, kind: string) =>
    call<Saved | null>("save", { id, format, kind }),
  saveAll: () => call<Saved | null>("save_all"),
  /** Saves all pictures with their texts in one file. */
  saveAllAsPdf: (kind: string) => call<Saved | null>("save_all_as_pdf", { kind }),

  storedData: () => call<StoredData>("stored_data"),
  exportData: () => call<Saved | null>("export_data"),
  setCounter: (month: string, pictures: number) =>
    call<StoredData>("set_counter", { month, pictures }),
  erase: () => call<StoredData>("erase"),
  privacyStatus: () => call<PrivacyStatus>("privacy_status"),

  capture: () => call<void>("capture"),
  captureAgain: () => call<void>("capture_again"),
  captureStatus: () => call<CaptureStatus>("capture_status"),
};

export type Shell = typeof shell;

/** What a failed call threw; anything that the shell did not throw is an internal error. */
export function asCommandError(thrown: unknown): CommandError {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown) {
    return thrown as CommandError;
  }
  return { kind: "internal" };
}

function call<T>(command: string, args?: InvokeArgs, options?: InvokeOptions): Promise<T> {
  return invoke<T>(command, args, options);
}

/** Bytes before the pixels: width and height as little-endian 32-bit numbers. */
const HEADER = 8;

function toPixels(buffer: ArrayBuffer): Pixels {
  const header = new DataView(buffer);
  const width = header.getUint32(0, true);
  const height = header.getUint32(4, true);
  return { width, height, data: new Uint8ClampedArray(buffer, HEADER, width * height * 4) };
}
