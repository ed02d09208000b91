/** The words of the screen of the work: toolbar, list, picture, text, foot. */
import { count, named } from "./format";

export const WORK = {
  toolbar: "Pictures",
  open: "Open",
  openPictures: "Open pictures",
  paste: "Paste",
  cancelAll: "Cancel all",
  copyAll: "Copy all",
  saveAll: "Save all",
  clear: "Clear",
  cancel: "Cancel",
  remove: "Remove",
  read: "Read it",
  close: "Close",
  cancelled: "Reading was cancelled.",
  reading: (name: string) => `Reading ${name}`,
  cancelOne: (name: string) => `Cancel ${name}`,
  removeOne: (name: string) => `Remove ${name}`,
  dropToAdd: "Drop to add",
  split: "Size of picture and text",
  splitHow: "Drag, or use the arrow keys; double-click sets it back",
} as const;

export const EMPTY = {
  title: "Drop a picture here",
  titleDragging: "Drop to read",
  /** The keys that paste stand between the two. */
  before: "or paste one with",
  after: ", or open a file.",
  formats: "PNG, JPEG, WebP, BMP, GIF, TIFF. Several at once, or a whole folder.",
} as const;

export const QUEUE = { list: "List of pictures" } as const;

export const PICTURE = {
  pane: "Picture",
  page: (name: string, page: number) => `Picture ${name}, page ${page}`,
  turnLeft: "Turn left",
  turnRight: "Turn right",
  previousPage: "Previous page",
  nextPage: "Next page",
  ofPages: (page: number, pages: number) => `${page} / ${pages}`,
  smaller: "Smaller",
  larger: "Larger",
  actual: "Actual size",
  percent: (scale: number) => `${Math.round(scale * 100)} %`,
  fit: "Whole picture",
  copyLine: "Copy this line",
} as const;

export const TEXT = {
  pane: "Text",
  of: (name: string) => `Text of ${name}`,
  modes: "Lines",
  copy: "Copy",
  copyLine: "Copy line",
  save: "Save",
  none: "No text was found in this picture.",
  noneHow: "Turn it if it lies on its side, or try a larger or sharper copy.",
  missingAfter: (page: number) => `The pages after page ${page} are missing.`,
  doubts: (number: number) => `${count(number, "doubtful word")}: next`,
  edited: "Edited",
  /** Said when a mode other than the one in sight was edited. */
  editedElsewhere:
    "Your edits belong to another line mode and are kept there; each mode has its own text.",
  restore: "As it was read",
} as const;

export const FOOT = {
  menu: "Program",
  claim: "What left this computer: nothing",
  claimHow: "See it measured, now",
} as const;

export const NOTICE = {
  label: "Privacy policy",
  text: (number: number) => `The privacy policy has a small change (version ${number}).`,
  changes: "What changed",
  acknowledge: "All right",
} as const;

export const REFUSALS = {
  label: "Files that were not taken",
  more: (number: number) => `And ${number.toLocaleString("en")} more.`,
  line: (name: string, sentence: string) => `${named(name)}: ${sentence}`,
} as const;

export const BROKEN = { title: "ImageToText could not start" } as const;
