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
  count: (at: number, all: number, isMore: boolean) =>
    `${FORMATS.number(at)} of ${FORMATS.number(all)}${isMore ? "+" : ""}`,
} as const;

/** A question before edits are lost that were neither saved nor copied. */
export interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

const UNSAVED = "You have changed text that you have neither saved nor copied.";

export const CONFIRM: Record<Confirmation["kind"], Confirm> = {
  close: {
    title: "Close without saving?",
    text: UNSAVED,
    yes: "Close without saving",
    no: "Keep open",
  },
  clear: {
    title: "Clear everything?",
    text: UNSAVED,
    yes: "Clear everything",
    no: "Keep",
  },
  remove: {
    title: "Remove this picture?",
    text: UNSAVED,
    yes: "Remove",
    no: "Keep",
  },
  rotate: {
    title: "Read the picture again?",
    text: "Your changes to the text belong to the picture as it is now. When you rotate it back, they are there again.",
    yes: "Read again",
    no: "Cancel",
  },
};
