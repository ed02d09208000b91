/** The words of the workspace: toolbar, list, picture, text and footer. */
import { COUNTED, FORMATS } from "./counted";

export const WORKSPACE = {
  toolbar: "Pictures",
  open: "Open",
  openPictures: "Open pictures",
  paste: "Paste",
  cancelAll: "Cancel all",
  copyAll: "Copy all",
  saveAll: "Save all",
  saveAllAsPdf: "Save all as one PDF",
  clear: "Clear",
  cancel: "Cancel",
  remove: "Remove",
  read: "Read again",
  readAll: "Read all cancelled",
  cancelled: "Reading was cancelled.",
  password: "Password",
  unlock: "Unlock",
  reading: (name: string) => `Reading ${name}`,
  cancelOne: (name: string) => `Cancel ${name}`,
  removeOne: (name: string) => `Remove ${name}`,
  dropToAdd: "Drop to add",
  split: "Resize picture and text",
  splitHint: "Drag to resize, or use the arrow keys. Double-click to reset.",
} as const;

export const EMPTY = {
  title: "Drop a picture here",
  titleDragging: "Drop to read",
  /** The shortcut of Paste is between the two. */
  before: "or paste one with",
  after: ", or open a file.",
  formats: "PDF, PNG, JPEG, HEIC, TIFF and many more. You can add several files or a whole folder.",
} as const;

export const QUEUE = { list: "List of pictures" } as const;

export const PICTURE = {
  ignoreArea: "Leave out",
  ignoreAreaHint: "Leave what is in this area out of the text",
  ignoreHere: "Of this picture",
  ignoreEverywhere: "Of all pictures of this size, also new ones",
  pane: "Picture",
  /** The choice between the two in a small window. */
  orText: "Picture or text",
  page: (name: string, page: number) => `Picture ${name}, page ${page}`,
  rotateLeft: "Rotate left",
  rotateRight: "Rotate right",
  previousPage: "Previous page",
  nextPage: "Next page",
  ofPages: (page: number, pages: number) => `${page} / ${pages}`,
  zoomOut: "Zoom out",
  zoomIn: "Zoom in",
  actual: "Actual size",
  percent: (scale: number) => FORMATS.percent(scale * 100),
  fit: "Fit",
  copyLine: "Copy this line",
  selectArea: "Select an area",
  selectAreaHint: "Select an area (Ctrl and drag)",
  area: "Selected area",
  areaHint:
    "Arrow keys move it, with Shift they resize it. Enter copies its text, Escape clears it.",
  copyArea: COUNTED.copyLines,
} as const;

/** QR codes and barcodes of a picture. */
export const CODES = {
  list: "QR codes and barcodes",
  qr: "QR code",
  copy: (kind: string) => `Copy: ${kind}`,
  alone: "There is no text in this picture, only what its codes say.",
} as const;

export const TEXT = {
  redact: "Redact",
  redactHint:
    "Show ████ in place of card numbers, IBANs, mail addresses and phone numbers in copies and files. Names and street addresses stay.",
  entities: (number: string) => `Links and numbers (${number})`,
  copyEntity: "Copy a link or number",
  pane: "Text",
  of: (name: string) => `Text of ${name}`,
  modes: "Line breaks",
  copy: "Copy",
  copyLine: "Copy line",
  copyAs: "Copy as",
  page: (page: number) => `Page ${page}`,
  save: "Save as",
  none: "No text was found in this picture.",
  unread: {
    arabic: "This looks like Arabic, which is not read yet.",
    hebrew: "This looks like Hebrew, which is not read yet.",
    devanagari: "This looks like Devanagari (Hindi and others), which is not read yet.",
    thai: "This looks like Thai, which is not read yet.",
    other: "This looks like a script that is not read yet.",
  },
  noneHint: "If the picture is sideways, rotate it. Otherwise try a larger or sharper copy.",
  stopIgnoring: "Stop",
  attachments: (names: string) => `Attached files were not read: ${names}.`,
  missingAfter: (page: number) => `The pages after page ${page} are missing.`,
  lowConfidenceWords: (number: number, keys: string) =>
    `${COUNTED.uncertainWords(number)} (${keys})`,
  nextLowConfidenceWord: "Go to the next uncertain word",
  edited: "Edited",
  restore: "Undo all edits",
} as const;

export const FOOTER = {
  menu: "Privacy and settings",
  privacy: "Nothing has left this computer",
  privacyHint: "Privacy: see what the program is doing",
} as const;

export const NOTICE = {
  label: "Privacy policy",
  text: (number: number) => `The privacy policy has a minor change (version ${number}).`,
  changes: "See what changed",
  acknowledge: "OK",
} as const;

export const REFUSED = {
  label: "Files that could not be opened",
  line: (name: string, message: string) => `${FORMATS.quoted(name)}: ${message}`,
  dismiss: "Dismiss",
} as const;

export const BROKEN = { title: "ImageToText could not start" } as const;
