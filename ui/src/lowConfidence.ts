/**
 * Where the doubtful words stand in a text that a line mode has joined and a person has edited. A
 * word that was changed is not doubtful any more: somebody has looked at it.
 */
import type { PageView } from "./bindings/PageView";
import type { Spot } from "./session";

/** A doubtful word: where it stands in the text, and where in the picture. */
export interface Doubt {
  readonly start: number;
  readonly end: number;
  readonly spot: Spot;
}

interface Read {
  readonly text: string;
  readonly doubtful: boolean;
  readonly spot: Spot;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How far to look for the place where text and reading agree again, in words. */
const REACH = 200;

/** The doubtful words of all pages that still stand in the text, in order. */
export function doubtsIn(text: string, pages: readonly (PageView | undefined)[]): Doubt[] {
  const words = wordsOf(pages);
  if (!words.some(({ doubtful }) => doubtful)) return [];
  const tokens = tokensOf(text);
  const doubts: Doubt[] = [];
  let word = 0;
  let token = 0;
  while (word < words.length && token < tokens.length) {
    const used = agreeing(words, word, tokens[token]);
    if (used === 0) {
      const skip = realigned(words, word, tokens, token);
      if (!skip) break;
      word += skip.words;
      token += skip.tokens;
      continue;
    }
    const doubtful = words.slice(word, word + used).find((read) => read.doubtful);
    const { start, end } = tokens[token] as Token;
    if (doubtful) doubts.push({ start, end, spot: doubtful.spot });
    word += used;
    token += 1;
  }
  return doubts;
}

/** The doubt behind a place of the text, the first one when there is none behind it. */
export function nextDoubt(doubts: readonly Doubt[], caret: number): number {
  return Math.max(
    0,
    doubts.findIndex(({ start }) => start >= caret),
  );
}

/** How many words of the reading a token is: one, two when a hyphen was mended, or none. */
function agreeing(words: readonly Read[], at: number, token: Token | undefined): number {
  const first = words[at];
  if (!first || !token) return 0;
  if (first.text === token.text) return 1;
  const second = words[at + 1];
  const stem = /^(.+)[-\u00ad\u2010]$/u.exec(first.text)?.[1];
  return second && stem !== undefined && stem + second.text === token.text ? 2 : 0;
}

/** The fewest words and tokens to leave out until both agree again. */
function realigned(
  words: readonly Read[],
  word: number,
  tokens: readonly Token[],
  token: number,
): { words: number; tokens: number } | null {
  for (let sum = 1; sum <= REACH; sum += 1) {
    for (let skipped = 0; skipped <= sum; skipped += 1) {
      const at = token + sum - skipped;
      if (at < tokens.length && agreeing(words, word + skipped, tokens[at]) > 0) {
        return { words: skipped, tokens: sum - skipped };
      }
    }
  }
  return null;
}

function wordsOf(pages: readonly (PageView | undefined)[]): Read[] {
  return pages.flatMap((page, index) =>
    (page?.lines ?? []).flatMap((line, lineIndex) =>
      line.words.map(({ text, doubtful }, word) => ({
        text,
        doubtful,
        spot: { page: index + 1, line: lineIndex, word },
      })),
    ),
  );
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
