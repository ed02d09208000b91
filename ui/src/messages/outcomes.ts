/** An outcome as one sentence for the status line. */
import type { LineMode } from "../bindings/LineMode";
import type { Refused } from "../bindings/Refused";
import type { Outcome } from "../outcome";
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
      return neutral("Ready. Nothing will leave this computer.");
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
      return success(`Saved ${outcome.folder ? "in" : "as"} ${quoted(outcome.name)}.`);
    case "exported":
      return success(`Everything this program holds about you is in ${quoted(outcome.name)} now.`);
    case "nothingToSave":
      return error("There is no text to save; try another picture.");
    case "lineModeChanged":
      return neutral(LINE_MODE_CHANGED[outcome.mode]);
    case "lowConfidenceWord":
      return neutral(
        outcome.count === 0
          ? "There is no doubtful word left in this text."
          : `Doubtful word ${outcome.nth} of ${outcome.count}: compare it with the picture.`,
      );
    case "rotated":
      return neutral("Turned; reading it again.");
    case "cleared":
      return neutral("Pictures and texts are wiped.");
    case "erased":
      return success("Settings and counters are erased.");
    case "failed":
      return error(commandErrorMessage(outcome.error));
  }
}

/** A file that was not added, and why. */
export function refusedMessage({ name, trouble }: Refused): string {
  return REFUSED.line(name, readErrorMessage(trouble));
}

type Of<Kind extends Outcome["kind"]> = Extract<Outcome, { kind: Kind }>;

const neutral = (text: string): Message => ({ text, tone: "neutral" });
const success = (text: string): Message => ({ text, tone: "success" });
const error = (text: string): Message => ({ text, tone: "error" });

const LINE_MODE_CHANGED: Record<LineMode, string> = {
  keep: "Lines as in the picture.",
  paragraphs: "Paragraphs in one line each, split words mended.",
  one: "Everything in one line.",
};

function addedMessage({ added, refused, leftOut }: Of<"added">): Message {
  const parts: string[] = [];
  if (added > 0) parts.push(`${count(added, "picture")} added`);
  if (refused > 0) parts.push(`${count(refused, "file")} not taken`);
  if (leftOut > 0) parts.push(`${count(leftOut, "other file")} of the folder left out`);
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
  return success(`${what} copied${isPrivate ? " (kept out of the clipboard history)" : ""}.`);
}
