/**
 * The text of one picture as the person left it, for each line mode apart: an edit made in one
 * mode has no place in another.
 */
import type { LineMode } from "./bindings/LineMode";

export interface Draft {
  /** As it was read. */
  readonly read: string;
  /** As it stands now. */
  readonly now: string;
}

export type Drafts = { readonly [mode in LineMode]?: Draft };

export function withRead(drafts: Drafts, mode: LineMode, read: string): Drafts {
  // A text that comes twice does not undo what was typed meanwhile.
  return drafts[mode] ? drafts : { ...drafts, [mode]: { read, now: read } };
}

export function withEdit(drafts: Drafts, mode: LineMode, now: string): Drafts {
  const draft = drafts[mode];
  return draft ? { ...drafts, [mode]: { read: draft.read, now } } : drafts;
}

export function restored(drafts: Drafts, mode: LineMode): Drafts {
  const draft = drafts[mode];
  return draft ? { ...drafts, [mode]: { read: draft.read, now: draft.read } } : drafts;
}

export function isEdited(drafts: Drafts, mode: LineMode): boolean {
  const draft = drafts[mode];
  return draft !== undefined && draft.now !== draft.read;
}

/** Whether a mode other than this one holds edits, which are out of sight. */
export function isEditedElsewhere(drafts: Drafts, mode: LineMode): boolean {
  const modes = Object.keys(drafts) as LineMode[];
  return modes.some((other) => other !== mode && isEdited(drafts, other));
}
