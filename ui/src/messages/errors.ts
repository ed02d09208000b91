/** What went wrong, and what to do next. */
import type { CaptureError } from "../bindings/CaptureError";
import type { ClipboardError } from "../bindings/ClipboardError";
import type { StorageError } from "../bindings/StorageError";
import type { NothingAdded } from "../outcome";

/** Why a picture was not read. */
export const READ_ERRORS = {
  empty: "The file is empty. Choose another file.",
  notAPicture:
    "This file is not a picture. Choose a PDF, PNG, JPEG, HEIC, WebP, BMP, GIF or TIFF file.",
  unsupported: (format: string) => `${format} files cannot be read. Save it as PNG or JPEG first.`,
  unsupportedSvg: "SVG files cannot be read. Export it as PNG first.",
  unsupportedKind: (format: string) =>
    `This kind of ${format} file cannot be read. Save it as PNG first.`,
  damaged: (format: string) =>
    `This ${format} picture is damaged or incomplete. Get another copy of it.`,
  damagedPdf: "This PDF is damaged or incomplete. Get another copy of it.",
  tooManyPixels: (millions: string, side: string) =>
    `The picture has more than ${millions} million pixels, or more than ${side} on one side. Crop it, cut it into parts or make it smaller.`,
  tooManyPages: "Only the first 1000 pages were read. Cut the file into parts.",
  passwordNeeded: "This PDF is protected. Enter its password.",
  wrongPassword: "This password is not correct. Try again.",
  tooLarge: (megabytes: number) =>
    `The file is larger than ${megabytes} MB. Crop the picture or make it smaller.`,
  changed: "The file has changed since it was read. Open it again.",
  missing: "File not found. Check its name and location, and open it again.",
  directory: "This is a folder. Open the pictures in it, or drop the folder on its own.",
  special: "This is not a picture file. Save the picture as a file first.",
  denied: "You do not have permission to read this file. Change its permissions or open a copy.",
  unreadable: "The file could not be read. Try a copy of it.",
  tookTooLong: (seconds: number) =>
    `Reading took more than ${seconds} seconds and was stopped. Crop the picture or cut it into parts.`,
  outOfMemory: "There is not enough memory for this picture. Crop it or make it smaller.",
  crashed: "Reading stopped unexpectedly. Read it again, or try another copy of the picture.",
  internal: "An error in this program stopped the reading. Please report it, without the picture.",
} as const;

/** Why nothing was added. */
export const NOTHING_ADDED: Record<NothingAdded, string> = {
  clipboardEmpty: "The clipboard is empty. Copy a picture or take a screenshot first.",
  clipboardText:
    "The clipboard contains text, not a picture. Copy a picture or take a screenshot first.",
  clipboardUnavailable:
    "The clipboard does not respond. Copy the picture again, or open it as a file.",
  link: "This is a link, and this program never downloads anything. Save the picture first.",
  emptyFolder: "There are no pictures in this folder. Choose another folder.",
};

/** Why a command failed. */
export const COMMAND_ERRORS = {
  notConsented: "You have not agreed to the privacy policy yet. Read it and agree first.",
  noSuchJob: "This picture is no longer open. Open it again.",
  stalePolicy: "The privacy policy has changed. Restart the program to read the new version.",
  notAdult: "Confirm that you are 14 or older to continue.",
  notRedactable:
    "A PDF shows the picture, which cannot be redacted. Choose another type, or switch off Redact.",
  saveOverPicture: (name: string) =>
    `${name} is the open picture itself and would be replaced. Choose another name.`,
  pictureFileGone: (name: string) =>
    `A PDF needs the file ${name}, which is gone. You can still save the text in other formats.`,
  unknownFormat: (ending: string) =>
    `${ending} files cannot be saved by ImageToText. Choose another type, such as Text or Markdown.`,
  internal: "Something went wrong in this program. Try again, and report it if it happens again.",
} as const;

export const CLIPBOARD_ERRORS: Record<ClipboardError, string> = {
  empty: "There is no text to copy, so the clipboard was not changed. Try another picture.",
  busy: "Another program is using the clipboard. Try again.",
  unavailable: "The clipboard is not available. Save the text to a file instead.",
  notKept: "The clipboard did not keep the text. Try again, or save it to a file.",
};

export const CAPTURE_ERRORS: Record<CaptureError, string> = {
  unsupported:
    "This desktop does not let this program capture the screen. Take a screenshot and paste it.",
  denied: "The desktop did not allow the capture. Take a screenshot and paste it.",
  notPermitted:
    "Allow ImageToText to record the screen in System Settings under Privacy & Security, then start it again.",
  busy: "The screen is locked, or a menu is open. Close it and capture again.",
  noAnswer: "The screen could not be captured. Try again, or paste a screenshot.",
  emptyRegion: "This region is not on any screen. Select it again.",
  noRegion: "There is no region to capture again. Capture one first.",
  unreadable: "The captured picture could not be read. Try again.",
};

/** For the program's own files, whose place the person cannot choose. */
export const STORAGE_ERRORS: Record<StorageError, (path: string) => string> = {
  full: (path) =>
    `${path} could not be written because the disk is full. Free some space and try again.`,
  denied: (path) =>
    `${path} could not be written because you have no permission. Change its permissions and try again.`,
  other: (path) => `${path} could not be written. Check the folder and try again.`,
};

export const SAVE_ERRORS: Record<StorageError, (name: string) => string> = {
  full: (name) =>
    `${name} could not be saved because the disk is full. Free some space or save it somewhere else.`,
  denied: (name) =>
    `${name} could not be saved because you have no permission to write there. Save it somewhere else.`,
  other: (name) => `${name} could not be saved. Save it somewhere else.`,
};
