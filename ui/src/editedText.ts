/**
 * The text of one picture with the person's edits, separately for each line mode: an edit made in
 * one mode has no place in another.
 */
import type { LineMode } from "./bindings/LineMode";

export interface EditedText {
  /** As it was read. */
  readonly original: string;
  /** With the edits. */
  readonly current: string;
}

export type EditedTexts = { readonly [mode in LineMode]?: EditedText };

export function withOriginal(texts: EditedTexts, mode: LineMode, original: string): EditedTexts {
  // A text that is loaded twice must not undo what was typed in between.
  return texts[mode] ? texts : { ...texts, [mode]: { original, current: original } };
}

export function withEdit(texts: EditedTexts, mode: LineMode, current: string): EditedTexts {
  const text = texts[mode];
  return text ? { ...texts, [mode]: { original: text.original, current } } : texts;
}

export function restoreOriginal(texts: EditedTexts, mode: LineMode): EditedTexts {
  return withEdit(texts, mode, texts[mode]?.original ?? "");
}

export function isEdited(texts: EditedTexts, mode: LineMode): boolean {
  const text = texts[mode];
  return text !== undefined && text.current !== text.original;
}

/** Whether a mode other than this one has edits, which cannot be seen now. */
export function isEditedInOtherMode(texts: EditedTexts, mode: LineMode): boolean {
  const modes = Object.keys(texts) as LineMode[];
  return modes.some((other) => other !== mode && isEdited(texts, other));
}
