/** Words of a page → the lines of its text: cells of a row are divided by tabs, as in the text. */

/** A word, or a part of one, and its place in the text of its page. */
export interface PlacedText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The lines that these words are, in their order. */
export function textRows(words: readonly PlacedText[]): string[] {
  const rows: string[] = [];
  let before: PlacedText | undefined;
  for (const word of words) {
    if (word.text === "") continue;
    if (before?.row !== word.row) rows.push(word.text);
    else rows.push(`${rows.pop()}${before.column === word.column ? " " : "\t"}${word.text}`);
    before = word;
  }
  return rows;
}
