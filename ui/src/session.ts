/** What the window knows after consent: the queue, what is shown of it, and the panel above it. */

import type { CaptureStatus } from "./bindings/CaptureStatus";
import type { InitialState } from "./bindings/InitialState";
import type { Job } from "./bindings/Job";
import type { PageView } from "./bindings/PageView";
import type { PrivacyStatus } from "./bindings/PrivacyStatus";
import type { RefusedFile } from "./bindings/RefusedFile";
import type { StoredData } from "./bindings/StoredData";
import type { EditedTexts } from "./editedText";
import type { Find } from "./find";
import type { Outcome } from "./outcome";

export interface Session {
  readonly start: InitialState;
  readonly panel: Panel | null;
  readonly items: readonly Item[];
  /** The picture that is shown; null exactly when there is none. */
  readonly selectedId: number | null;
  /** Whether the person chose it: else what they type is not meant for its text. */
  readonly isChosen: boolean;
  /** Whether they are typing in its text: what arrives meanwhile is not shown in its place. */
  readonly isTyping: boolean;
  /** The page of it that is shown, from 1. */
  readonly page: number;
  /** The word that is marked in the picture. */
  readonly highlightedWord: WordPosition | null;
  /** The search in the text; null while it is closed. */
  readonly find: Find | null;
  /** What would lose edits, and waits for the person to confirm it. */
  readonly confirmation: Confirmation | null;
  /** What came of the last thing that was done. */
  readonly outcome: Outcome | null;
  /** Files that were not added; shown until the person dismisses them. */
  readonly refused: readonly RefusedFile[];
  /** Whether files are dragged over the window. */
  readonly dragging: boolean;
  /** How many areas are left out of the pictures that are read from now on. */
  readonly ignoredAreas: number;
  /** What of capturing the screen works; null until it is known. */
  readonly capture: CaptureStatus | null;
}

/** A screen above the workspace. */
export type Panel =
  | { readonly screen: "data"; readonly storedData: StoredData | null; readonly question: Question }
  | { readonly screen: "privacy"; readonly status: PrivacyStatus | null }
  | { readonly screen: "settings" }
  | { readonly screen: "help" }
  | { readonly screen: "shortcuts" }
  | { readonly screen: "policy"; readonly number: number };

/** What the person has to confirm before it is done. */
export type Question = "erase" | "withdraw" | null;

/** What is lost with edits that were neither saved nor copied. */
export type Confirmation =
  | { readonly kind: "close" | "clear"; readonly unkept: readonly number[] }
  | { readonly kind: "remove"; readonly id: number }
  | {
      readonly kind: "rotate";
      readonly id: number;
      readonly quarters: number;
      /** The one of several pages whose edits it is about; null when there is only one. */
      readonly page: number | null;
    };

/** One picture of the queue. */
export interface Item {
  readonly job: Job;
  /** How often it was read; what was loaded for an earlier reading is dropped. */
  readonly revision: number;
  readonly texts: EditedTexts;
  /** How often its document was corrected; what was loaded before a correction is dropped. */
  readonly edition: number;
  /** Whether its text is another one than was read. */
  readonly edited: boolean;
  /** The pages that the person corrected, from 1. */
  readonly editedPages: readonly number[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The pages that were loaded so far. */
  readonly pages: readonly (PageView | undefined)[];
}

/** A word of a picture: page from 1, line and word from 0. */
export interface WordPosition {
  readonly page: number;
  readonly line: number;
  readonly word: number;
  /** Whether the picture keeps its size, even where the word is too small to be read. */
  readonly keepsSize?: boolean;
}

export function newSession(start: InitialState): Session {
  return {
    start,
    panel: null,
    items: [],
    selectedId: null,
    isChosen: false,
    isTyping: false,
    page: 1,
    highlightedWord: null,
    find: null,
    confirmation: null,
    outcome: null,
    refused: [],
    dragging: false,
    ignoredAreas: 0,
    capture: null,
  };
}

/** A panel as it opens: without the data that it loads, the policy in its newest version. */
export function newPanel(screen: Panel["screen"], { policies }: InitialState): Panel {
  switch (screen) {
    case "data":
      return { screen, storedData: null, question: null };
    case "privacy":
      return { screen, status: null };
    case "policy":
      return { screen, number: policies[0]?.number ?? 0 };
    default:
      return { screen };
  }
}

export function findItem(session: Session, id: number | null): Item | undefined {
  return session.items.find((item) => item.job.id === id);
}

export function selectedItem(session: Session): Item | undefined {
  return findItem(session, session.selectedId);
}

/** Whether there is something to copy and to save: text, or what codes say. */
export function hasContent({ state }: Job): boolean {
  return state.kind === "read" && state.pages.some(({ lines, codes }) => lines + codes > 0);
}

export function isUnfinished(job: Job): boolean {
  return job.state.kind === "waiting" || job.state.kind === "reading";
}
