/**
 * What came of something, as data: the state holds an outcome, and `messages/sentences.ts` alone
 * turns it into words when the page is drawn.
 */
import type { CaptureOutcome } from "./bindings/CaptureOutcome";
import type { CommandError } from "./bindings/CommandError";
import type { Copied } from "./bindings/Copied";
import type { EmptyReason } from "./bindings/EmptyReason";
import type { Intake } from "./bindings/Intake";
import type { Job } from "./bindings/Job";
import type { LineMode } from "./bindings/LineMode";
import type { PageInfo } from "./bindings/PageInfo";
import type { ReadError } from "./bindings/ReadError";
import type { Saved } from "./bindings/Saved";
import { isLocked } from "./locked";

/** Why nothing was added; a dialog that the person closed needs no reason. */
export type NothingAdded = Exclude<EmptyReason, "cancelled">;

export type Outcome =
  | { readonly kind: "agreed" }
  | {
      readonly kind: "added";
      readonly added: number;
      readonly refused: number;
      /** Files of a folder that are no pictures, or beyond its limit. */
      readonly skipped: number;
    }
  | { readonly kind: "nothingAdded"; readonly reason: NothingAdded }
  | { readonly kind: "read"; readonly lines: number; readonly codes: number }
  | { readonly kind: "readFailed"; readonly error: ReadError }
  | { readonly kind: "readCancelled" }
  | { readonly kind: "readingProgress"; readonly done: number; readonly all: number }
  | {
      readonly kind: "allRead";
      readonly read: number;
      readonly failed: number;
      /** Those that need a password. */
      readonly locked: number;
      readonly cancelled: number;
    }
  | ({
      readonly kind: "copied";
      /** Whether to say that the text stays out of the clipboard history, and what that means. */
      readonly explainPrivate: boolean;
    } & Readonly<Copied>)
  | {
      readonly kind: "saved";
      readonly name: string;
      /** Name of the folder that it is in. */
      readonly place: string;
      readonly folder: boolean;
      readonly pictures: number;
      /** How many others have no text. */
      readonly withoutText: number;
    }
  /** The file is being made, which takes a while. */
  | { readonly kind: "saving" }
  | { readonly kind: "exported"; readonly name: string }
  | { readonly kind: "replaced"; readonly count: number; readonly pictures: number }
  | { readonly kind: "areaIgnored"; readonly pictures: number }
  /** Undo or redo went through several pictures. */
  | { readonly kind: "picturesChanged"; readonly pictures: number }
  | { readonly kind: "nothingToSave" }
  | { readonly kind: "lineModeChanged"; readonly mode: LineMode }
  | { readonly kind: "areaSelected"; readonly lines: number }
  | { readonly kind: "textSizeChanged"; readonly percent: number }
  /** Consent was withdrawn: the window is back at its first screen. */
  | { readonly kind: "withdrawn" }
  /** The word that is selected now, counted from 1, and how many there are; 0 when none is left. */
  | { readonly kind: "lowConfidenceWord"; readonly nth: number; readonly count: number }
  | { readonly kind: "readingAgain" }
  | { readonly kind: "cleared" }
  | { readonly kind: "erased" }
  | { readonly kind: "captureCancelled" }
  /** In the notation of the settings. */
  | { readonly kind: "hotkeysFailed"; readonly keys: readonly string[] }
  | { readonly kind: "failed"; readonly error: CommandError };

/** What came of a capture; null when the picture itself is reported, once it is read. */
export function captureOutcome(captured: CaptureOutcome): Outcome | null {
  switch (captured.kind) {
    case "copied":
      // The notice of the desktop is short; what a private copy means is said at a copy in the window.
      return { ...captured, explainPrivate: false };
    case "cancelled":
      return { kind: "captureCancelled" };
    case "failed":
      return captured;
    case "opened":
      return null;
  }
}

/** What came of a paste, a drop or the open dialog; null when there is nothing to report. */
export function intakeOutcome({ added, refused, emptyReason, skipped }: Intake): Outcome | null {
  if (emptyReason === "cancelled") return null;
  if (emptyReason) return { kind: "nothingAdded", reason: emptyReason };
  if (added + refused.length + skipped === 0) return null;
  return { kind: "added", added, refused: refused.length, skipped };
}

/**
 * What to report when a picture is done. One of several is reported with the others, when the last
 * is done; a single one only while it is shown.
 */
export function readingOutcome(
  job: Job,
  queue: readonly { readonly job: Job }[],
  isShown: boolean,
): Outcome | null {
  if (queue.length > 1) return queueOutcome(queue.map((item) => item.job));
  return isShown ? jobOutcome(job) : null;
}

/** Null when the person closed the dialog. */
export function savedOutcome(saved: Saved | null): Outcome | null {
  if (!saved) return null;
  const { name, place, folder, pictures, withoutText } = saved;
  return { kind: "saved", name, place, folder, pictures, withoutText };
}

/** Null when the person closed the dialog. */
export function exportOutcome(saved: Saved | null): Outcome | null {
  return saved && { kind: "exported", name: saved.name };
}

function jobOutcome({ state }: Job): Outcome | null {
  switch (state.kind) {
    case "read": {
      const [lines, codes] = [countIn(state.pages, "lines"), countIn(state.pages, "codes")];
      return { kind: "read", lines, codes };
    }
    case "failed":
      return { kind: "readFailed", error: state.error };
    case "cancelled":
      return { kind: "readCancelled" };
    default:
      return null;
  }
}

function countIn(pages: readonly PageInfo[], what: "lines" | "codes"): number {
  return pages.reduce((sum, page) => sum + page[what], 0);
}

function queueOutcome(jobs: readonly Job[]): Outcome | null {
  const count = (kind: Job["state"]["kind"]) =>
    jobs.filter(({ state }) => state.kind === kind).length;
  const open = count("waiting") + count("reading");
  if (open > 0) return { kind: "readingProgress", done: jobs.length - open, all: jobs.length };
  const locked = jobs.filter(isLocked).length;
  return {
    kind: "allRead",
    read: count("read"),
    failed: count("failed") - locked,
    locked,
    cancelled: count("cancelled"),
  };
}
