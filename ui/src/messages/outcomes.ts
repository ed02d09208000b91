/** An outcome in words, for the status line. */
import type { LineMode } from "../bindings/LineMode";
import type { RefusedFile } from "../bindings/RefusedFile";
import type { Outcome } from "../outcome";
import { CAPTURE } from "./capture";
import { COUNTED } from "./counted";
import { commandErrorMessage, nothingAddedMessage, readErrorMessage } from "./errors";
import { FIND } from "./find";
import { quoted } from "./format";
import { REFUSED, TEXT, WORKSPACE } from "./workspace";

export interface Message {
  readonly text: string;
  readonly tone: "neutral" | "success" | "error";
}

export function outcomeMessage(outcome: Outcome): Message {
  switch (outcome.kind) {
    case "agreed":
      return neutral("Ready. Nothing leaves this computer.");
    case "added":
      return addedMessage(outcome);
    case "nothingAdded":
      return error(nothingAddedMessage(outcome.reason));
    case "read":
      return outcome.lines === 0 ? neutral(TEXT.none) : success(COUNTED.linesRead(outcome.lines));
    case "readFailed":
      return error(readErrorMessage(outcome.error));
    case "readCancelled":
      return neutral(WORKSPACE.cancelled);
    case "allRead":
      return allReadMessage(outcome);
    case "copied":
      return copiedMessage(outcome);
    case "saved":
      return success(
        outcome.folder
          ? `Saved in the folder ${quoted(outcome.name)}.`
          : `Saved as ${quoted(outcome.name)} in ${quoted(outcome.place)}.`,
      );
    case "exported":
      return success(`Your data was exported to ${quoted(outcome.name)}.`);
    case "replaced":
      return neutral(replacedMessage(outcome));
    case "nothingToSave":
      return error("There is no text to save. Try another picture.");
    case "lineModeChanged":
      return neutral(LINE_MODE_CHANGED[outcome.mode]);
    case "areaSelected":
      return neutral(
        outcome.lines === 0
          ? "There is no text in this area."
          : COUNTED.linesSelected(outcome.lines),
      );
    case "textSizeChanged":
      return neutral(`Text size: ${outcome.percent} %.`);
    case "withdrawn":
      return neutral("Your consent was withdrawn, and everything was erased.");
    case "lowConfidenceWord":
      return neutral(
        outcome.count === 0
          ? "There are no uncertain words left in this text."
          : `Uncertain word ${outcome.nth} of ${outcome.count}. Compare it with the picture.`,
      );
    case "readingAgain":
      return neutral("Reading the picture again …");
    case "cleared":
      return neutral("Everything cleared.");
    case "erased":
      return success("Settings and counters erased.");
    case "captureCancelled":
      return neutral(CAPTURE.cancelled);
    case "failed":
      return error(commandErrorMessage(outcome.error));
  }
}

/** A file that was not added, and why. */
export function refusedMessage({ name, error }: RefusedFile): string {
  return REFUSED.line(name, readErrorMessage(error));
}

type Of<Kind extends Outcome["kind"]> = Extract<Outcome, { kind: Kind }>;

const neutral = (text: string): Message => ({ text, tone: "neutral" });
const success = (text: string): Message => ({ text, tone: "success" });
const error = (text: string): Message => ({ text, tone: "error" });

const LINE_MODE_CHANGED: Record<LineMode, string> = {
  keep: "Lines as in the picture.",
  paragraphs: "One line per paragraph; hyphenated words joined.",
  one: "Everything on one line.",
};

function addedMessage({ added, refused, skipped }: Of<"added">): Message {
  const text = sentences([
    [added, COUNTED.picturesAdded],
    [refused, COUNTED.filesRefused],
    [skipped, COUNTED.filesSkipped],
  ]);
  return refused > 0 ? error(text) : neutral(text);
}

function allReadMessage({ read, failed, cancelled }: Of<"allRead">): Message {
  const text = sentences([
    [read, COUNTED.picturesRead],
    [failed, COUNTED.picturesFailed],
    [cancelled, COUNTED.picturesCancelled],
  ]);
  return failed > 0 ? error(text) : success(text);
}

/** One sentence for each number that is not 0. */
function sentences(parts: readonly (readonly [number, (number: number) => string])[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, sentence]) => sentence(number))
    .join(" ");
}

function replacedMessage({ count, pictures }: Of<"replaced">): string {
  if (count === 0) return FIND.none;
  const replaced = COUNTED.replacements(count);
  return pictures > 1 ? `${replaced} ${COUNTED.picturesChanged(pictures)}` : replaced;
}

/** A single line is counted in characters. What a private copy is, is said once. */
function copiedMessage({ lines, characters, explainPrivate }: Of<"copied">): Message {
  const what = lines > 1 ? COUNTED.linesCopied(lines) : COUNTED.charactersCopied(characters);
  return success(explainPrivate ? `${what} ${PRIVATE_COPY}` : what);
}

const PRIVATE_COPY = "It can be pasted as usual, but stays out of the clipboard history.";
