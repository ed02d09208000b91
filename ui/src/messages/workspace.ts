/** The words of the workspace: toolbar, list, picture, text and footer. */
import { count, quoted } from "./format";

export const WORKSPACE = {
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
  splitHint: "Drag, or use the arrow keys; double-click sets it back",
} as const;

export const EMPTY = {
  title: "Drop a picture here",
  titleDragging: "Drop to read",
  /** The shortcut of Paste is between the two. */
  before: "or paste one with",
  after: ", or open a file.",
  formats: "PNG, JPEG, WebP, BMP, GIF, TIFF. Several at once, or a whole folder.",
} as const;

export const QUEUE = { list: "List of pictures" } as const;

export const PICTURE = {
  pane: "Picture",
  page: (name: string, page: number) => `Picture ${name}, page ${page}`,
  rotateLeft: "Turn left",
  rotateRight: "Turn right",
  previousPage: "Previous page",
  nextPage: "Next page",
  ofPages: (page: number, pages: number) => `${page} / ${pages}`,
  zoomOut: "Smaller",
  zoomIn: "Larger",
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
  noneHint: "Turn it if it lies on its side, or try a larger or sharper copy.",
  missingAfter: (page: number) => `The pages after page ${page} are missing.`,
  lowConfidenceWords: (number: number) => `${count(number, "doubtful word")}: next`,
  edited: "Edited",
  /** Shown when only another line mode has edits. */
  editedInOtherMode:
    "Your edits belong to another line mode and are kept there; each mode has its own text.",
  restore: "As it was read",
} as const;

export const FOOTER = {
  menu: "Program",
  privacy: "What left this computer: nothing",
  privacyHint: "See it measured, now",
} as const;

export const NOTICE = {
  label: "Privacy policy",
  text: (number: number) => `The privacy policy has a small change (version ${number}).`,
  changes: "What changed",
  acknowledge: "All right",
} as const;

export const REFUSED = {
  label: "Files that were not taken",
  more: (number: number) => `And ${number.toLocaleString("en")} more.`,
  line: (name: string, sentence: string) => `${quoted(name)}: ${sentence}`,
} as const;

export const BROKEN = { title: "ImageToText could not start" } as const;
