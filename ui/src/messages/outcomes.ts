/** What came of something, as one sentence for the status line. */
import type { Copied } from "../bindings/Copied";
import type { Intake } from "../bindings/Intake";
import type { Job } from "../bindings/Job";
import type { LineMode } from "../bindings/LineMode";
import type { Saved } from "../bindings/Saved";
import type { Said } from "../state";
import { count, named, seconds } from "./plain";
import { nothingSentence, troubleSentence } from "./troubles";
import { REFUSALS, TEXT, WORK } from "./work";

const plain = (text: string): Said => ({ text, tone: "plain" });
const good = (text: string): Said => ({ text, tone: "good" });
const bad = (text: string): Said => ({ text, tone: "bad" });

/** What came in; null when there is nothing to say. */
export function afterIntake({ added, refused, emptyReason, skipped }: Intake): Said | null {
  if (emptyReason) {
    const sentence = nothingSentence(emptyReason);
    return sentence === null ? null : bad(sentence);
  }
  const parts: string[] = [];
  if (added > 0) parts.push(`${count(added, "picture")} added`);
  if (refused.length > 0) parts.push(`${count(refused.length, "file")} not taken`);
  if (skipped > 0) parts.push(`${count(skipped, "other file")} of the folder left out`);
  if (parts.length === 0) return null;
  const sentence = `${parts.join(", ")}.`;
  return refused.length > 0 ? bad(sentence) : plain(sentence);
}

/** One sentence for each file that was not taken. */
export function refusals({ refused }: Intake): string[] {
  return refused.map(({ name, error }) => REFUSALS.line(name, troubleSentence(error)));
}

/** A reading ended: what to say of it, and of the queue when it was the last. */
export function afterReading(
  job: Job,
  items: readonly { readonly job: Job }[],
  isShown: boolean,
): Said | null {
  const jobs = items.map((item) => item.job);
  const left = jobs.filter(({ state }) => state.kind === "waiting" || state.kind === "reading");
  if (jobs.length > 1) return left.length === 0 ? allDone(jobs) : null;
  return isShown ? oneDone(job) : null;
}

function oneDone({ state }: Job): Said | null {
  switch (state.kind) {
    case "read": {
      const lines = state.pages.reduce((sum, page) => sum + page.lines, 0);
      if (lines === 0) return plain(TEXT.none);
      return good(`${count(lines, "line")} read in ${seconds(state.timing.total)}.`);
    }
    case "failed":
      return bad(troubleSentence(state.error));
    case "cancelled":
      return plain(WORK.cancelled);
    default:
      return null;
  }
}

function allDone(jobs: readonly Job[]): Said {
  const of = (kind: Job["state"]["kind"]) => jobs.filter(({ state }) => state.kind === kind).length;
  const parts = [`${count(of("read"), "picture")} read`];
  if (of("failed") > 0) parts.push(`${of("failed")} could not be read`);
  if (of("cancelled") > 0) parts.push(`${of("cancelled")} cancelled`);
  const sentence = `${parts.join(", ")}.`;
  return of("failed") > 0 ? bad(sentence) : good(sentence);
}

export function afterCopy({ lines, characters, private: kept }: Copied): Said {
  const what = lines > 1 ? count(lines, "line") : count(characters, "character");
  return good(`${what} copied${kept ? " (kept out of the clipboard history)" : ""}.`);
}

/** Null: the person closed the dialog. */
export function afterSave(saved: Saved | null): Said | null {
  if (!saved) return null;
  return good(saved.folder ? `Saved in ${named(saved.name)}.` : `Saved as ${named(saved.name)}.`);
}

export function afterExport(saved: Saved | null): Said | null {
  return saved && good(`Everything this program holds about you is in ${named(saved.name)} now.`);
}

export function afterDoubt(nth: number, of: number): Said {
  return of === 0
    ? plain("There is no doubtful word left in this text.")
    : plain(`Doubtful word ${nth} of ${of}: compare it with the picture.`);
}

const MODES: Record<LineMode, string> = {
  keep: "Lines as in the picture.",
  paragraphs: "Paragraphs in one line each, split words mended.",
  one: "Everything in one line.",
};

export const afterMode = (mode: LineMode): Said => plain(MODES[mode]);
export const afterClear = (): Said => plain("Pictures and texts are wiped.");
export const afterErase = (): Said => good("Settings and counters are erased.");
export const afterTurn = (): Said => plain("Turned; reading it again.");
export const afterAgreement = (): Said => plain("Ready. Nothing will leave this computer.");
export const nothingToSave = (): Said => bad("There is no text to save; try another picture.");
export const failed = (sentence: string): Said => bad(sentence);
