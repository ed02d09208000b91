/** What came of an action, for the status line. */
import type { LineMode } from "../bindings/LineMode";

export const OUTCOMES = {
  agreed: "Ready.",
  savedInFolder: (folder: string) => `Saved in the folder ${folder}.`,
  savedAs: (name: string, place: string) => `Saved as ${name} in ${place}.`,
  exported: (name: string) => `Your data was exported to ${name}.`,
  nothingToSave: "There is no text to save. Try another picture.",
  emptyArea: "There is no text in this area.",
  textSize: (percent: string) => `Text size: ${percent}.`,
  withdrawn: "Your consent was withdrawn, and everything was erased.",
  noUncertainWords: "There are no uncertain words left in this text.",
  uncertainWord: (nth: number, all: number) =>
    `Uncertain word ${nth} of ${all}. Compare it with the picture.`,
  saving: "Saving …",
  reading: (done: string, all: string) => `${done} of ${all} pictures read`,
  readingAgain: "Reading the picture again …",
  cleared: "Everything cleared.",
  erased: "Settings and counters erased.",
  /** Follows what was copied. */
  privateCopy: "It can be pasted as usual, but stays out of the clipboard history.",
} as const;

export const LINE_MODE_CHANGED: Record<LineMode, string> = {
  keep: "Lines as in the picture.",
  paragraphs: "One line per paragraph; hyphenated words joined.",
  one: "Everything on one line.",
};
