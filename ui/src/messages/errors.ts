/** What went wrong, and what to do next. */
import type { CaptureError } from "../bindings/CaptureError";
import type { ClipboardError } from "../bindings/ClipboardError";
import type { CommandError } from "../bindings/CommandError";
import type { ReadError } from "../bindings/ReadError";
import type { StorageError } from "../bindings/StorageError";
import type { NothingAdded } from "../outcome";
import { quoted } from "./format";

/** Why a picture was not read. */
export function readErrorMessage(error: ReadError): string {
  switch (error.kind) {
    case "empty":
      return "The file is empty. Choose another file.";
    case "notAPicture":
      return "This file is not a picture. Choose a PNG, JPEG, WebP, BMP, GIF or TIFF file.";
    case "unsupported":
      return `${error.format} files cannot be read. ${conversionAdvice(error.format)}`;
    case "unsupportedKind":
      return `This kind of ${error.format} file cannot be read. Save it as PNG first.`;
    case "damaged":
      return `This ${error.format} picture is damaged or incomplete. Get another copy of it.`;
    case "tooManyPixels":
      return "The picture is too large. Crop it or make it smaller.";
    case "tooLarge":
      return `The file is larger than ${error.megabytes} MB. Crop the picture or make it smaller.`;
    case "missing":
      return "File not found. Check its name and location, and open it again.";
    case "directory":
      return "This is a folder. Open the pictures in it, or drop the folder on its own.";
    case "special":
      return "This is not a picture file. Save the picture as a file first.";
    case "denied":
      return "You do not have permission to read this file. Change its permissions or open a copy.";
    case "unreadable":
      return "The file could not be read. Try a copy of it.";
    case "tookTooLong":
      return `Reading took more than ${error.seconds} seconds and was stopped. Crop the picture or cut it into parts.`;
    case "outOfMemory":
      return "There is not enough memory for this picture. Crop it or make it smaller.";
    case "crashed":
      return "Reading stopped unexpectedly. Save the picture again as PNG and try that.";
    case "internal":
      return "An error in this program stopped the reading. Please report it, without the picture.";
  }
}

function conversionAdvice(format: string): string {
  switch (format) {
    case "PDF":
      return "Save its pages as PNG pictures first.";
    case "SVG":
      return "Export it as PNG first.";
    default:
      return "Save it as PNG or JPEG first.";
  }
}

/** Why nothing was added. */
export function nothingAddedMessage(reason: NothingAdded): string {
  switch (reason) {
    case "clipboardEmpty":
      return "The clipboard is empty. Copy a picture or take a screenshot first.";
    case "clipboardText":
      return "The clipboard contains text, not a picture. Copy a picture or take a screenshot first.";
    case "clipboardUnavailable":
      return "The clipboard does not respond. Copy the picture again, or open it as a file.";
    case "link":
      return "This is a link, and this program never downloads anything. Save the picture first.";
    case "emptyFolder":
      return "There are no pictures in this folder. Choose another folder.";
  }
}

/** Why a command failed. */
export function commandErrorMessage(error: CommandError): string {
  switch (error.kind) {
    case "notConsented":
      return "You have not agreed to the privacy policy yet. Read it and agree first.";
    case "noSuchJob":
      return "This picture is no longer open. Open it again.";
    case "stalePolicy":
      return "The privacy policy has changed. Restart the program to read the new version.";
    case "notAdult":
      return "Confirm that you are 14 or older to continue.";
    case "clipboard":
      return clipboardErrorMessage(error.reason);
    case "capture":
      return captureErrorMessage(error.reason);
    case "storage":
      return `${quoted(error.path)} could not be written${storageReason(error.reason)}`;
    case "save":
      return `${quoted(error.name)} could not be saved${saveReason(error.reason)}`;
    case "unknownFormat":
      return `${quoted(`.${error.extension}`)} files cannot be saved by ImageToText. Choose another type, such as Text or Markdown.`;
    case "badRequest":
    case "internal":
      return "Something went wrong in this program. Try again, and report it if it happens again.";
  }
}

function clipboardErrorMessage(reason: ClipboardError): string {
  switch (reason) {
    case "empty":
      return "There is no text to copy, so the clipboard was not changed. Try another picture.";
    case "busy":
      return "Another program is using the clipboard. Try again.";
    case "unavailable":
      return "The clipboard is not available. Save the text to a file instead.";
    case "notKept":
      return "The clipboard did not keep the text. Try again, or save it to a file.";
  }
}

function captureErrorMessage(reason: CaptureError): string {
  switch (reason) {
    case "unsupported":
      return "This desktop does not let this program capture the screen. Take a screenshot and paste it.";
    case "denied":
      return "The desktop did not allow the capture. Take a screenshot and paste it.";
    case "busy":
      return "The screen is locked, or a menu is open. Close it and capture again.";
    case "noAnswer":
      return "The screen could not be captured. Try again, or paste a screenshot.";
    case "emptyRegion":
      return "This region is not on any screen. Select it again.";
    case "noRegion":
      return "There is no region to capture again. Capture one first.";
    case "unreadable":
      return "The captured picture could not be read. Try again.";
  }
}

/** For the program's own files, whose place the person cannot choose. */
function storageReason(reason: StorageError): string {
  switch (reason) {
    case "full":
      return " because the disk is full. Free some space and try again.";
    case "denied":
      return " because you have no permission. Change its permissions and try again.";
    case "other":
      return ". Check the folder and try again.";
  }
}

function saveReason(reason: StorageError): string {
  switch (reason) {
    case "full":
      return " because the disk is full. Free some space or save it somewhere else.";
    case "denied":
      return " because you have no permission to write there. Save it somewhere else.";
    case "other":
      return ". Save it somewhere else.";
  }
}
