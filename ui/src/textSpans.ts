/**
 * Where the low-confidence words are in a text, and where they are after an edit. A word that was
 * edited loses its span: the person has looked at it.
 *
 * The spans are in the order of the text, do not overlap, and each has blanks or an end of the text
 * on both sides.
 */
import type { TextSpan } from "./bindings/TextSpan";

/**
 * Extends each span to the whole word that it is in: where a line end divided a word, the shell
 * sends a span for each part. The word has the position of its first low-confidence part.
 */
export function wholeWordSpans(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const words: TextSpan[] = [];
  for (const span of spans) {
    let { start, end } = span;
    if (start < (words.at(-1)?.end ?? 0)) continue;
    while (!isBlank(text[start - 1])) start -= 1;
    while (!isBlank(text[end])) end += 1;
    words.push({ ...span, start, end });
  }
  return words;
}

/** The spans of the words that an edit has not changed, where they are in the text after it. */
export function spansAfterEdit(
  spans: readonly TextSpan[],
  before: string,
  after: string,
): TextSpan[] {
  const region = replacedRegion(before, after);
  const shift = after.length - before.length;
  return spans.flatMap((span) => {
    const isBefore = span.end <= region.start;
    if (!isBefore && span.start < region.end) return [];
    const by = isBefore ? 0 : shift;
    const moved = { ...span, start: span.start + by, end: span.end + by };
    return isWholeWord(after, moved) ? [moved] : [];
  });
}

/** Places in a text, where they are after an edit. */
export function offsetsAfterEdit(
  offsets: readonly number[],
  before: string,
  after: string,
): number[] {
  const region = replacedRegion(before, after);
  const shift = after.length - before.length;
  const moved = (offset: number) => {
    if (offset <= region.start) return offset;
    return offset >= region.end ? offset + shift : Math.min(offset, after.length);
  };
  return offsets.map(moved);
}

/** Where a text differs from the one before. */
export function changedRegion(before: string, after: string): Region {
  const { start, end } = replacedRegion(before, after);
  return { start, end: Math.max(start, end + after.length - before.length) };
}

/** Where the caret is after undo or replacing: it stays among several changes, else is after the change. */
export function caretAfterChange(before: number, { start, end }: Region): number {
  return before > start && before < end ? before : end;
}

/** Index of the last word before the caret, or of the last word when there is none. */
export function previousWordIndex(spans: readonly TextSpan[], caret: number): number {
  const index = spans.findLastIndex(({ end }) => end < caret);
  return index < 0 ? spans.length - 1 : index;
}

/** Index of the first word after the caret, or of the first word when none follows. */
export function nextWordIndex(spans: readonly TextSpan[], caret: number): number {
  return Math.max(
    0,
    spans.findIndex(({ start }) => start >= caret),
  );
}

export interface Region {
  readonly start: number;
  readonly end: number;
}

/** The part of the text before an edit that is not in the text after it. */
function replacedRegion(before: string, after: string): Region {
  const shorter = Math.min(before.length, after.length);
  const prefix = commonPrefix(before, after, shorter);
  const suffix = commonSuffix(before, after, shorter);
  if (prefix + suffix <= shorter) return { start: prefix, end: before.length - suffix };
  // The same letters are on both sides, so the edit may have been in several places: “two ” taken
  // out of “one two three” is also “wo t”. The last place that divides no word is taken.
  const length = before.length - shorter;
  for (let start = prefix; start >= shorter - suffix; start -= 1) {
    const end = start + length;
    if (isBetweenWords(before, start) && isBetweenWords(before, end)) return { start, end };
  }
  return { start: prefix, end: prefix + length };
}

function commonPrefix(one: string, other: string, limit: number): number {
  let length = 0;
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

function commonSuffix(one: string, other: string, limit: number): number {
  let length = 0;
  while (length < limit && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function isWholeWord(text: string, { start, end }: TextSpan): boolean {
  return isBlank(text[start - 1]) && isBlank(text[end]);
}

/** Whether a place in the text has a blank on one of its sides. */
function isBetweenWords(text: string, place: number): boolean {
  return isBlank(text[place - 1]) || isBlank(text[place]);
}

/** An end of the text counts as a blank. */
function isBlank(unit: string | undefined): boolean {
  return unit === undefined || /\s/u.test(unit);
}
