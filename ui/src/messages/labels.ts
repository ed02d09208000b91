/** Names of choices and states. */
import type { HeldKind } from "../bindings/HeldKind";
import type { Job } from "../bindings/Job";
import type { LineMode } from "../bindings/LineMode";
import type { NetworkFact } from "../bindings/NetworkFact";
import type { Theme } from "../bindings/Theme";
import { count } from "./format";

export const PROGRAM = "ImageToText";

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

export const STORED_FILES: Record<HeldKind, string> = {
  consent: "Your consent",
  settings: "Settings",
  counters: "Counters",
};

/** The state of a picture in the queue. */
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
