/** Where the pages of a text begin. */
import { WORDS } from "../messages";

/** Where a page begins; its number is drawn by the style, and is no text. */
export interface PageMark {
  readonly start: number;
  readonly label: string;
  /** Whether an empty line before it has room for its number; else there is a stroke between two characters. */
  readonly hasRoom: boolean;
}

/** The first page needs no mark, and a page without words has no place of its own. */
export function pageMarks(text: string, pageStarts: readonly number[]): PageMark[] {
  const end = text.trimEnd().length;
  return pageStarts
    .map((start, index) => ({
      start,
      label: WORDS.TEXT.page(index + 1),
      hasRoom: text.endsWith("\n\n", start),
    }))
    .filter(({ start }, index) => index > 0 && start !== pageStarts[index + 1])
    .filter(({ start, hasRoom }) => hasRoom || start < end);
}
