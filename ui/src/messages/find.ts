/** The words of finding and replacing, and of the questions before edits are lost. */
import type { Confirmation } from "../session";
import { FORMATS } from "./counted";

export const FIND = {
  bar: "Find in the text",
  query: "Find",
  replacement: "Replace with",
  previous: "Previous match",
  next: "Next match",
  matchCase: "Match case",
  everywhere: "In all pictures",
  replaceOne: "Replace",
  replaceAll: "Replace all",
  close: "Close the search",
  none: "Nothing was found.",
  found: (all: number, isMore: boolean) => `${FORMATS.number(all)}${isMore ? "+" : ""} found`,
  /** After what is found in the picture that is shown. */
  inAll: (here: string, all: number, isMore: boolean) =>
    `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} in all pictures`,
  noneHere: "0 here",
  count: (at: number, all: number, isMore: boolean) =>
    `${FORMATS.number(at)} of ${FORMATS.number(all)}${isMore ? "+" : ""}`,
} as const;

/** A question before edits are lost that were neither saved nor copied. */
export interface Confirm {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
}

/** Before the edits of one picture are lost. */
export const UNSAVED = (name: string) =>
  `You have changed the text of ${name} and neither saved nor copied it.`;

/** Before a picture with edits is rotated and read again. */
export const EDITS_COME_BACK =
  "Your changes to the text belong to the picture as it is now. When you rotate it back, they are there again.";

/** The same of one of several pages. */
export const PAGE_EDITS_COME_BACK = (page: string) =>
  `Your changes to the text of page ${page} belong to the page as it is now. When you rotate it back, they are there again.`;

export const CONFIRM: Record<Confirmation["kind"], Confirm> = {
  close: {
    title: "Close without saving?",
    yes: "Close without saving",
    no: "Keep open",
  },
  clear: {
    title: "Clear everything?",
    yes: "Clear everything",
    no: "Keep",
  },
  remove: {
    title: "Remove this picture?",
    yes: "Remove",
    no: "Keep",
  },
  rotate: {
    title: "Read the picture again?",
    yes: "Read again",
    no: "Cancel",
  },
};
