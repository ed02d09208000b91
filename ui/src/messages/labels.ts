/** Names of choices and states. */

import type { CopyFormat } from "../bindings/CopyFormat";
import type { Engine } from "../bindings/Engine";
import type { EntityKind } from "../bindings/EntityKind";
import type { LineMode } from "../bindings/LineMode";
import type { NetworkStatus } from "../bindings/NetworkStatus";
import type { SaveFormat } from "../bindings/SaveFormat";
import type { StoredKind } from "../bindings/StoredKind";
import type { Theme } from "../bindings/Theme";

export const PROGRAM = "ImageToText";

export const LINE_MODES: Record<LineMode, string> = {
  keep: "Lines",
  paragraphs: "Paragraphs",
  one: "One line",
};

export const COPY_FORMATS: Record<CopyFormat, string> = {
  text: "Text",
  table: "Table for a spreadsheet",
  markdown: "Markdown",
  csv: "CSV",
  html: "Web page (HTML)",
  json: "JSON",
};

/** What people call the types of files, in the menu and in the dialogs of the system. */
export const SAVE_FORMATS: Record<SaveFormat, string> = {
  text: "Text",
  pdf: "PDF with the picture, searchable",
  docx: "Word document",
  odt: "OpenDocument text",
  xlsx: "Excel workbook",
  csv: "Tables as CSV",
  markdown: "Markdown",
  html: "Web page",
  epub: "E-book (EPUB)",
  json: "JSON with positions",
  hocr: "hOCR",
  alto: "ALTO",
  pageXml: "PAGE XML",
  tsv: "Table of words",
};

/** Before what is copied. */
export const ENTITY_KINDS: Record<EntityKind, string> = {
  link: "Link",
  email: "Mail",
  phone: "Phone",
  iban: "IBAN",
  card: "Card",
};

export const ENGINES: Record<Engine, string> = {
  builtin: "Standard",
  ocrs: "Alternative (slower)",
};

export const THEMES: Record<Theme, string> = {
  system: "Same as system",
  light: "Light",
  dark: "Dark",
};

export const STORED_FILES: Record<StoredKind, string> = {
  consent: "Your consent",
  settings: "Settings",
  counters: "Counters",
  autostart: "Start at login",
};

/** The state of a picture in the list. */
export const JOB_STATES = {
  waiting: "Waiting",
  reading: "Reading …",
  readingPage: (page: number) => `Reading page ${page} …`,
  noText: "No text found",
  failed: "Could not be read",
  locked: "Needs a password",
  cancelled: "Cancelled",
} as const;

export const NETWORK: Record<NetworkStatus, string> = {
  refused:
    "Blocked. Checked just now: the system does not let this program connect to the internet.",
  open: "Not used. This program has no part that could send data, but the system would not block a connection.",
  unknown: "Not used. Whether the system would block a connection could not be checked.",
};
