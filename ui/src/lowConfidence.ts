/**
 * Where the low-confidence words are in a text that a line mode has joined and a person has
 * edited. A word that was edited is no longer marked: somebody has looked at it.
 */
import type { PageView } from "./bindings/PageView";
import type { WordPosition } from "./session";

/** Where a word is in the text, and where in the picture. */
export interface LowConfidenceWord {
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly position: WordPosition;
}

interface ReadWord {
  readonly text: string;
  readonly isLowConfidence: boolean;
  readonly position: WordPosition;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How far to look for the place where text and picture match again, in words. */
const SEARCH_DISTANCE = 200;

/** The low-confidence words of all pages that are still unchanged in the text, in order. */
export function findLowConfidenceWords(
  text: string,
  pages: readonly (PageView | undefined)[],
): LowConfidenceWord[] {
  const words = wordsOf(pages);
  if (!words.some(({ isLowConfidence }) => isLowConfidence)) return [];
  const tokens = tokensOf(text);
  const found: LowConfidenceWord[] = [];
  let word = 0;
  let token = 0;
  while (word < words.length && token < tokens.length) {
    const matched = countMatching(words, word, tokens[token]);
    if (matched === 0) {
      const skip = realign(words, word, tokens, token);
      if (!skip) break;
      word += skip.words;
      token += skip.tokens;
      continue;
    }
    const read = words.slice(word, word + matched).find((each) => each.isLowConfidence);
    const { start, end } = tokens[token] as Token;
    if (read) found.push({ start, end, position: read.position });
    word += matched;
    token += 1;
  }
  return found;
}

/** Index of the first word after the caret, or of the first word when none follows. */
export function nextWordIndex(words: readonly LowConfidenceWord[], caret: number): number {
  return Math.max(
    0,
    words.findIndex(({ start }) => start >= caret),
  );
}

/** How many words of the picture a token is: one, two when a hyphen was removed, or none. */
function countMatching(words: readonly ReadWord[], at: number, token: Token | undefined): number {
  const first = words[at];
  if (!first || !token) return 0;
  if (first.text === token.text) return 1;
  const second = words[at + 1];
  const stem = /^(.+)[-\u00ad\u2010]$/u.exec(first.text)?.[1];
  return second && stem !== undefined && stem + second.text === token.text ? 2 : 0;
}

/** The fewest words and tokens to skip until both match again. */
function realign(
  words: readonly ReadWord[],
  word: number,
  tokens: readonly Token[],
  token: number,
): { words: number; tokens: number } | null {
  for (let sum = 1; sum <= SEARCH_DISTANCE; sum += 1) {
    for (let skipped = 0; skipped <= sum; skipped += 1) {
      const at = token + sum - skipped;
      if (at < tokens.length && countMatching(words, word + skipped, tokens[at]) > 0) {
        return { words: skipped, tokens: sum - skipped };
      }
    }
  }
  return null;
}

function wordsOf(pages: readonly (PageView | undefined)[]): ReadWord[] {
  return pages.flatMap((page, index) =>
    (page?.lines ?? []).flatMap((line, lineIndex) =>
      line.words.map(({ text, lowConfidence }, word) => ({
        text,
        isLowConfidence: lowConfidence,
        position: { page: index + 1, line: lineIndex, word },
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
