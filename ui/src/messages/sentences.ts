/** Which words an outcome, an error or a state of a picture has, in a given language. */
import type { CommandError } from "../bindings/CommandError";
import type { Job } from "../bindings/Job";
import type { ReadError } from "../bindings/ReadError";
import type { RefusedFile } from "../bindings/RefusedFile";
import { isLocked } from "../locked";
import type { NothingAdded, Outcome } from "../outcome";
import type { Confirmation } from "../session";
import type { Language } from "./translated";

/** For the status line. */
export interface Message {
  readonly text: string;
  readonly tone: "neutral" | "success" | "error";
}

export function outcomeMessage(words: Language, outcome: Outcome): Message {
  const { OUTCOMES, COUNTED, FORMATS } = words;
  const { quoted } = FORMATS;
  switch (outcome.kind) {
    case "agreed":
      return neutral(OUTCOMES.agreed);
    case "added":
      return addedMessage(words, outcome);
    case "nothingAdded":
      return error(nothingAddedMessage(words, outcome.reason));
    case "read":
      if (outcome.lines > 0) return success(COUNTED.linesRead(outcome.lines));
      return outcome.codes > 0 ? success(words.CODES.alone) : neutral(words.TEXT.none);
    case "readFailed":
      return readFailedMessage(words, outcome.error);
    case "readCancelled":
      return neutral(words.WORKSPACE.cancelled);
    case "readingProgress": {
      const [done, all] = [outcome.done, outcome.all].map(FORMATS.number);
      return neutral(OUTCOMES.reading(done ?? "", all ?? ""));
    }
    case "allRead":
      return allReadMessage(words, outcome);
    case "copied":
      return copiedMessage(words, outcome);
    case "saved":
      return success(savedMessage(words, outcome));
    case "saving":
      return neutral(OUTCOMES.saving);
    case "picturesChanged":
      return neutral(COUNTED.picturesChanged(outcome.pictures));
    case "exported":
      return success(OUTCOMES.exported(quoted(outcome.name)));
    case "replaced":
      return neutral(replacedMessage(words, outcome));
    case "nothingToSave":
      return error(OUTCOMES.nothingToSave);
    case "lineModeChanged":
      return neutral(words.LINE_MODE_CHANGED[outcome.mode]);
    case "areaSelected":
      return neutral(
        outcome.lines === 0 ? OUTCOMES.emptyArea : COUNTED.linesSelected(outcome.lines),
      );
    case "areaIgnored":
      return neutral(
        outcome.pictures === 0 ? OUTCOMES.emptyArea : COUNTED.areaIgnored(outcome.pictures),
      );
    case "textSizeChanged":
      return neutral(OUTCOMES.textSize(FORMATS.percent(outcome.percent)));
    case "withdrawn":
      return neutral(OUTCOMES.withdrawn);
    case "lowConfidenceWord":
      return neutral(
        outcome.count === 0
          ? OUTCOMES.noUncertainWords
          : OUTCOMES.uncertainWord(outcome.nth, outcome.count),
      );
    case "readingAgain":
      return neutral(OUTCOMES.readingAgain);
    case "cleared":
      return neutral(OUTCOMES.cleared);
    case "erased":
      return success(OUTCOMES.erased);
    case "captureCancelled":
      return neutral(words.CAPTURE.cancelled);
    case "hotkeysFailed": {
      const keys = outcome.keys.map((each) => formatHotkey(words, each));
      return error(words.CAPTURE.hotkeysFailed(keys.join(", ")));
    }
    case "failed":
      return error(commandErrorMessage(words, outcome.error));
  }
}

/** What the person is to confirm. */
interface Confirmed {
  readonly kind: Confirmation["kind"];
  /** Of the pictures that it is about. */
  readonly names: readonly string[];
  /** The one of several pages that is rotated. */
  readonly page?: number | null;
}

/** What is lost, before the person confirms it. */
export function confirmationMessage(
  { UNSAVED, EDITS_COME_BACK, PAGE_EDITS_COME_BACK, COUNTED, FORMATS }: Language,
  { kind, names, page }: Confirmed,
): string {
  if (kind === "rotate") return page ? PAGE_EDITS_COME_BACK(FORMATS.number(page)) : EDITS_COME_BACK;
  const [name] = names;
  return names.length === 1 && name !== undefined
    ? UNSAVED(FORMATS.quoted(name))
    : COUNTED.picturesUnkept(names.length);
}

/** A file that was not added, and why. */
export function refusedMessage(words: Language, { name, error }: RefusedFile): string {
  return words.REFUSED.line(name, readErrorMessage(words, error));
}

/** Why a picture was not read. */
export function readErrorMessage(words: Language, error: ReadError): string {
  const { READ_ERRORS, FORMATS } = words;
  switch (error.kind) {
    case "emptyFolder":
      return words.NOTHING_ADDED.emptyFolder;
    case "unsupported":
      if (error.format === "SVG") return READ_ERRORS.unsupportedSvg;
      return READ_ERRORS.unsupported(error.format);
    case "damaged":
      if (error.format === "PDF") return READ_ERRORS.damagedPdf;
      return READ_ERRORS.damaged(error.format);
    case "unsupportedKind":
      return READ_ERRORS.unsupportedKind(error.format);
    case "tooManyPixels":
      return READ_ERRORS.tooManyPixels(
        FORMATS.number(error.megapixels),
        FORMATS.number(error.side),
      );
    case "tooLarge":
      return READ_ERRORS.tooLarge(error.megabytes);
    case "tookTooLong":
      return READ_ERRORS.tookTooLong(error.seconds);
    default:
      return READ_ERRORS[error.kind];
  }
}

/** Why nothing was added. */
export function nothingAddedMessage(words: Language, reason: NothingAdded): string {
  return words.NOTHING_ADDED[reason];
}

/** Why a command failed. */
export function commandErrorMessage(words: Language, error: CommandError): string {
  const { COMMAND_ERRORS, FORMATS } = words;
  switch (error.kind) {
    case "clipboard":
      return words.CLIPBOARD_ERRORS[error.reason];
    case "capture":
      return words.CAPTURE_ERRORS[error.reason];
    case "storage":
      return words.STORAGE_ERRORS[error.reason](FORMATS.quoted(error.path));
    case "saveOverPicture":
      return COMMAND_ERRORS.saveOverPicture(FORMATS.quoted(error.name));
    case "save":
      return words.SAVE_ERRORS[error.reason](FORMATS.quoted(error.name));
    case "readAgain":
      // Only a PDF reads it again; all other formats are made of the text.
      if (error.reason.kind === "missing") {
        return COMMAND_ERRORS.pictureFileGone(FORMATS.quoted(error.name));
      }
      return words.REFUSED.line(error.name, readErrorMessage(words, error.reason));
    case "unknownFormat":
      return COMMAND_ERRORS.unknownFormat(FORMATS.quoted(`.${error.extension}`));
    case "badRequest":
      return COMMAND_ERRORS.internal;
    default:
      return COMMAND_ERRORS[error.kind];
  }
}

/** `Strg+Alt+Bild auf` for `Ctrl+Alt+PageUp`: what is written on the keys in the language. */
export function formatHotkey({ KEYS }: Language, keys: string): string {
  const names: Readonly<Record<string, string>> = KEYS;
  const parts = keys.split("+").map((key) => key.replace(/^Arrow/, ""));
  return parts.map((key) => names[key] ?? key).join("+");
}

/** The state of a picture in the queue. */
export function jobState({ JOB_STATES, COUNTED }: Language, job: Job): string {
  const { state } = job;
  if (isLocked(job)) return JOB_STATES.locked;
  switch (state.kind) {
    case "reading":
      return state.page > 1 ? JOB_STATES.readingPage(state.page) : JOB_STATES.reading;
    case "read": {
      const lines = state.pages.reduce((sum, page) => sum + page.lines, 0);
      const codes = state.pages.reduce((sum, page) => sum + page.codes, 0);
      if (lines === 0) return codes > 0 ? COUNTED.codes(codes) : JOB_STATES.noText;
      const pages = state.pages.length > 1 ? `${COUNTED.pages(state.pages.length)}, ` : "";
      return `${pages}${COUNTED.lines(lines)}`;
    }
    default:
      return JOB_STATES[state.kind];
  }
}

type Of<Kind extends Outcome["kind"]> = Extract<Outcome, { kind: Kind }>;

const neutral = (text: string): Message => ({ text, tone: "neutral" });
const success = (text: string): Message => ({ text, tone: "success" });
const error = (text: string): Message => ({ text, tone: "error" });

function addedMessage({ COUNTED }: Language, { added, refused, skipped }: Of<"added">): Message {
  const text = sentences([
    [added, COUNTED.picturesAdded],
    [refused, COUNTED.filesRefused],
    [skipped, COUNTED.filesSkipped],
  ]);
  return refused > 0 ? error(text) : neutral(text);
}

function allReadMessage({ COUNTED }: Language, all: Of<"allRead">): Message {
  const text = sentences([
    [all.read, COUNTED.picturesRead],
    [all.failed, COUNTED.picturesFailed],
    [all.locked, COUNTED.filesLocked],
    [all.cancelled, COUNTED.picturesCancelled],
  ]);
  if (all.failed > 0) return error(text);
  return all.locked > 0 ? neutral(text) : success(text);
}

/** To enter a password is no failure. */
function readFailedMessage(words: Language, reason: ReadError): Message {
  const text = readErrorMessage(words, reason);
  return reason.kind === "passwordNeeded" ? neutral(text) : error(text);
}

/** Of a folder: how many texts there are, and how many pictures had none. */
function savedMessage({ COUNTED, FORMATS, OUTCOMES }: Language, saved: Of<"saved">): string {
  const { quoted } = FORMATS;
  if (!saved.folder) return OUTCOMES.savedAs(quoted(saved.name), quoted(saved.place));
  const counts = sentences([
    [saved.pictures, COUNTED.textsSaved],
    [saved.withoutText, COUNTED.picturesWithoutText],
  ]);
  return `${OUTCOMES.savedInFolder(quoted(saved.name))} ${counts}`.trim();
}

/** One sentence for each number that is not 0. */
function sentences(parts: readonly (readonly [number, (number: number) => string])[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, sentence]) => sentence(number))
    .join(" ");
}

function replacedMessage({ COUNTED, FIND }: Language, outcome: Of<"replaced">): string {
  const { count, pictures } = outcome;
  if (count === 0) return FIND.none;
  const replaced = COUNTED.replacements(count);
  return pictures > 1 ? `${replaced} ${COUNTED.picturesChanged(pictures)}` : replaced;
}

/** A single line is counted in characters. What a private copy is, is said once. */
function copiedMessage({ COUNTED, OUTCOMES }: Language, outcome: Of<"copied">): Message {
  const { lines, characters, explainPrivate } = outcome;
  const what = lines > 1 ? COUNTED.linesCopied(lines) : COUNTED.charactersCopied(characters);
  return success(explainPrivate ? `${what} ${OUTCOMES.privateCopy}` : what);
}
