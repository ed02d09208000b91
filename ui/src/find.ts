/** Finding and replacing in a text. */

/** The search as the person has set it up. */
export interface Find {
  readonly query: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  /** In all pictures. */
  readonly everywhere: boolean;
  /** Whether the part for replacing is shown. */
  readonly replaces: boolean;
  /** The match that is shown, counted from 0; -1 before the first step. */
  readonly at: number;
  /** How often it is found in all pictures, at most `MOST_MATCHES`; null until that is known. */
  readonly total: number | null;
}

export interface Match {
  readonly start: number;
  readonly end: number;
}

/** As many matches are marked and counted. */
export const MOST_MATCHES = 10_000;

export const NO_FIND: Find = {
  query: "",
  replacement: "",
  matchCase: false,
  everywhere: false,
  replaces: false,
  at: -1,
  total: null,
};

/** The matches in their order, at most `MOST_MATCHES`. A blank also matches a line end. */
export function findMatches(text: string, find: Pick<Find, "query" | "matchCase">): Match[] {
  const expression = expressionOf(find);
  if (!expression) return [];
  const matches: Match[] = [];
  for (const { 0: found, index } of text.matchAll(expression)) {
    if (matches.length === MOST_MATCHES) break;
    matches.push({ start: index, end: index + found.length });
  }
  return matches;
}

/** The text with every match replaced, and how many there were. */
export function replaceAll(text: string, find: Find): { text: string; count: number } {
  const expression = expressionOf(find);
  if (!expression) return { text, count: 0 };
  let count = 0;
  const replaced = text.replace(expression, () => {
    count += 1;
    return find.replacement;
  });
  return { text: replaced, count };
}

/** The text with one match replaced. */
export function replaceMatch(text: string, { start, end }: Match, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Index of the match that a step leads to, from the caret; -1 when it leads out of the text. */
export function matchAfter(matches: readonly Match[], caret: number, by: 1 | -1): number {
  return by > 0
    ? matches.findIndex(({ start }) => start >= caret)
    : matches.findLastIndex(({ end }) => end <= caret);
}

/** Null when there is nothing to look for. */
function expressionOf({ query, matchCase }: Pick<Find, "query" | "matchCase">): RegExp | null {
  if (query === "") return null;
  const escaped = query.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  // No two blanks follow each other in the expression, so the search takes linear time.
  const source = escaped.replace(/\s+/gu, "\\s+");
  return new RegExp(source, matchCase ? "gu" : "giu");
}
