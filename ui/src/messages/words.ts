/** The words on buttons and screens. */
import type { HeldKind } from "../bindings/HeldKind";
import type { Job } from "../bindings/Job";
import type { LineMode } from "../bindings/LineMode";
import type { NetworkFact } from "../bindings/NetworkFact";
import type { Theme } from "../bindings/Theme";
import { count } from "./plain";

export { bytes, count, day, moment, month } from "./plain";

export const PROGRAM = "ImageToText";
export const PRIVACY_CLAIM = "What left this computer: nothing";

export const LINE_MODES: Record<LineMode, string> = {
  keep: "As in the picture",
  paragraphs: "Paragraphs",
  one: "One line",
};

export const THEMES: Record<Theme, string> = {
  system: "As the system",
  light: "Light",
  dark: "Dark",
};

export const HELD: Record<HeldKind, string> = {
  consent: "Your consent",
  settings: "Settings",
  counters: "Counters",
};

/** How a picture of the queue is doing. */
export function jobState({ state }: Job): string {
  switch (state.kind) {
    case "waiting":
      return "Waiting";
    case "reading":
      return state.page > 1 ? `Reading page ${state.page} …` : "Reading …";
    case "read": {
      const lines = state.pages.reduce((sum, page) => sum + page.lines, 0);
      if (lines === 0) return "No text found";
      const pages = state.pages.length > 1 ? `${count(state.pages.length, "page")}, ` : "";
      return `${pages}${count(lines, "line")}`;
    }
    case "failed":
      return "Not read";
    case "cancelled":
      return "Cancelled";
  }
}

export const NETWORK: Record<NetworkFact, string> = {
  refused: "Refused. Tried just now: the system lets this program open no internet connection.",
  open: "Not used. The program has no part that could send anything, but the system would not stop one.",
  unknown: "Not used. Whether the system would stop a connection could not be told.",
};

/** Said under the text when a mode other than the one in sight was edited. */
export const EDITED_ELSEWHERE =
  "Your edits belong to another line mode and are kept there; each mode has its own text.";

export const CONSENT = {
  title: "Your pictures stay with you",
  titleOutdated: "The privacy policy has changed",
  lead: "ImageToText reads text out of pictures, on this computer alone. Before it reads anything, it asks you.",
  leadOutdated: "Something important is different. Nothing is read until you have agreed again.",
  policy: "I have read the privacy policy and agree to it",
  adult: "I am 14 or older",
  agree: "Agree",
  decline: "Decline",
  declineHint: "Declining closes the program and stores nothing.",
} as const;
