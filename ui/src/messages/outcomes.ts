/** An outcome in words, for the status line. */
import type { LineMode } from "../bindings/LineMode";
import type { RefusedFile } from "../bindings/RefusedFile";
import type { Outcome } from "../outcome";
import { CAPTURE } from "./capture";
import { commandErrorMessage, nothingAddedMessage, readErrorMessage } from "./errors";
import { count, quoted, seconds } from "./format";
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
      return outcome.lines === 0
        ? neutral(TEXT.none)
        : success(`${count(outcome.lines, "line")} read in ${seconds(outcome.milliseconds)}.`);
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
          : `Saved as ${quoted(outcome.name)}.`,
      );
    case "exported":
      return success(`Your data was exported to ${quoted(outcome.name)}.`);
    case "nothingToSave":
      return error("There is no text to save. Try another picture.");
    case "lineModeChanged":
      return neutral(LINE_MODE_CHANGED[outcome.mode]);
    case "lowConfidenceWord":
      return neutral(
        outcome.count === 0
          ? "No low-confidence words are left in this text."
          : `Low-confidence word ${outcome.nth} of ${outcome.count}. Compare it with the picture.`,
      );
    case "readingAgain":
      return neutral("Reading the picture again …");
    case "cleared":
      return neutral("All pictures and text were cleared.");
    case "erased":
      return success("Settings and counters were erased.");
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
  keep: "Line breaks are kept as in the picture.",
  paragraphs: "Lines are joined into paragraphs.",
  one: "All text is on a single line.",
};

function addedMessage({ added, refused, skipped }: Of<"added">): Message {
  const parts: string[] = [];
  if (added > 0) parts.push(`${count(added, "picture")} added`);
  if (refused > 0) parts.push(`${count(refused, "file")} not added`);
  if (skipped > 0) parts.push(`${count(skipped, "other file")} in the folder skipped`);
  const text = `${parts.join(", ")}.`;
  return refused > 0 ? error(text) : neutral(text);
}

function allReadMessage({ read, failed, cancelled }: Of<"allRead">): Message {
  const parts = [`${count(read, "picture")} read`];
  if (failed > 0) parts.push(`${failed} could not be read`);
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  const text = `${parts.join(", ")}.`;
  return failed > 0 ? error(text) : success(text);
}

/** A single line is counted in characters. */
function copiedMessage({ lines, characters, private: isPrivate }: Of<"copied">): Message {
  const what = lines > 1 ? count(lines, "line") : count(characters, "character");
  return success(`${what} copied${isPrivate ? " (kept out of clipboard history)" : ""}.`);
}
