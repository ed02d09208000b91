/**
 * The text of one picture with the person's edits, separately for each line mode: an edit made in
 * one mode has no place in another.
 */
import type { LineMode } from "./bindings/LineMode";
import type { TextSpan } from "./bindings/TextSpan";
import { spansAfterEdit, wholeWordSpans } from "./textSpans";

export interface EditedText {
  /** As it was read. */
  readonly original: string;
  /** With the edits. */
  readonly current: string;
  /** The low-confidence words of the original. */
  readonly originalSpans: readonly TextSpan[];
  /** Those that are unchanged in the current text. */
  readonly spans: readonly TextSpan[];
}

export type EditedTexts = { readonly [mode in LineMode]?: EditedText };

export function withOriginal(
  texts: EditedTexts,
  mode: LineMode,
  original: string,
  lowConfidence: readonly TextSpan[],
): EditedTexts {
  // A text that is loaded twice must not undo what was typed in between.
  if (texts[mode]) return texts;
  const spans = wholeWordSpans(original, lowConfidence);
  return { ...texts, [mode]: { original, current: original, originalSpans: spans, spans } };
}

export function withEdit(texts: EditedTexts, mode: LineMode, current: string): EditedTexts {
  const text = texts[mode];
  if (!text) return texts;
  const spans =
    current === text.original
      ? text.originalSpans
      : spansAfterEdit(text.spans, text.current, current);
  return { ...texts, [mode]: { ...text, current, spans } };
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
