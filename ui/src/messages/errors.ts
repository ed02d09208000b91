/** What went wrong, and what to do next. */
import type { ClipboardTrouble } from "../bindings/ClipboardTrouble";
import type { CommandError } from "../bindings/CommandError";
import type { StorageTrouble } from "../bindings/StorageTrouble";
import type { Trouble } from "../bindings/Trouble";
import type { NothingAdded } from "../outcome";
import { quoted } from "./format";

/** Why a picture was not read. */
export function readErrorMessage(error: Trouble): string {
  switch (error.kind) {
    case "empty":
      return "The file is empty; choose another one.";
    case "notAPicture":
      return "This is not a picture; choose a PNG, JPEG, WebP, BMP, GIF or TIFF file.";
    case "unsupported":
      return unsupported(error.format);
    case "unsupportedKind":
      return `This variety of ${error.format} cannot be read; save it as PNG first.`;
    case "damaged":
      return `This ${error.format} picture is damaged or cut short; get another copy of it.`;
    case "tooManyPixels":
      return "The picture has too many pixels; cut it into parts or make it smaller.";
    case "tooLarge":
      return `The file is too large (more than ${error.megabytes} MB); cut it or make it smaller.`;
    case "missing":
      return "The file is not there any more; check its name and open it again.";
    case "directory":
      return "This is a folder; open the pictures in it, or drop the folder by itself.";
    case "special":
      return "This is not an ordinary file; save the picture as a file first.";
    case "denied":
      return "You may not read this file; change its permissions or open a copy of it.";
    case "unreadable":
      return "The file cannot be read; try a copy of it.";
    case "tookTooLong":
      return `Reading took more than ${error.seconds} seconds and was ended; cut the picture into parts.`;
    case "outOfMemory":
      return "Reading needed too much memory; cut the picture into parts or make it smaller.";
    case "crashed":
      return "Reading this picture stopped unexpectedly, nothing else was touched; save it again as PNG and try that.";
    case "internal":
      return "A fault in this program stopped the reading; please report it, without the picture.";
  }
}

function unsupported(format: string): string {
  const remedies: Record<string, string> = {
    PDF: "save its pages as PNG pictures first",
    SVG: "export it as PNG first",
  };
  return `${format} files cannot be read; ${remedies[format] ?? "save it as PNG or JPEG first"}.`;
}

/** Why nothing was added. */
export function nothingAddedMessage(nothing: NothingAdded): string {
  switch (nothing) {
    case "clipboardEmpty":
      return "The clipboard is empty; copy a picture or take a screenshot first.";
    case "clipboardText":
      return "The clipboard holds text, not a picture; copy a picture or take a screenshot first.";
    case "clipboardUnavailable":
      return "The clipboard does not answer; copy the picture again, or open it as a file.";
    case "link":
      return "This is an address, not a picture; save the picture first, the program never fetches anything.";
    case "emptyFolder":
      return "There is no picture in this folder; choose another one.";
  }
}

/** Why something the person asked for was not done. */
export function commandErrorMessage(error: CommandError): string {
  switch (error.kind) {
    case "notConsented":
      return "You have not agreed to the privacy policy; agree to it first.";
    case "noSuchJob":
      return "This picture is not here any more; add it again.";
    case "stalePolicy":
      return "The privacy policy has changed meanwhile; start the program again to read it.";
    case "notAdult":
      return "Confirm that you are 14 or older to go on.";
    case "clipboard":
      return clipboardErrorMessage(error.reason);
    case "storage":
      return `${quoted(error.path)} could not be written: ${storageReason(error.reason)}.`;
    case "save":
      return `${quoted(error.name)} was not saved: ${storageReason(error.reason)}.`;
    case "badRequest":
    case "internal":
      return "A fault in this program; try again, and please report it if it comes back.";
  }
}

function clipboardErrorMessage(reason: ClipboardTrouble): string {
  switch (reason) {
    case "empty":
      return "There is no text to copy, and the clipboard stays as it was; try another picture.";
    case "busy":
      return "Another program holds the clipboard; try again.";
    case "unavailable":
      return "The clipboard cannot be reached; save the text to a file instead.";
    case "notKept":
      return "The clipboard did not keep the text; try again, or save it to a file.";
  }
}

function storageReason(reason: StorageTrouble): string {
  switch (reason) {
    case "full":
      return "the disk is full, or your share of it; free some space or choose another place";
    case "denied":
      return "you may not write there; choose another place or change its permissions";
    case "other":
      return "the system does not take it; choose another place";
  }
}
