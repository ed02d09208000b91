// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { TextSpan } from "./bindings/TextSpan";
import { textView } from "./testing/fixtures";
import { nextWordIndex, spansAfterEdit, wholeWordSpans } from "./textSpans";

/** The words at the spans. */
function wordsAt(text: string, spans: readonly TextSpan[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** The spans after an edit; in the text before it, words after a question mark have spans. */
function edit(marked: string, after: string): TextSpan[] {
  const { text, lowConfidence } = textView(marked);
  return spansAfterEdit(lowConfidence, text, after);
}

describe("a word that a line end divided", () => {
  const span = (start: number, end: number, line: number, word: number): TextSpan => ({
    ...{ start, end, page: 1, line, word },
  });
  const text = "a lighthouse there";

  test("has one span, whichever part has low confidence", () => {
    const light = span(2, 7, 0, 1);
    const house = span(7, 12, 1, 0);
    expect(wholeWordSpans(text, [light])).toEqual([span(2, 12, 0, 1)]);
    expect(wholeWordSpans(text, [house])).toEqual([span(2, 12, 1, 0)]);
    expect(wholeWordSpans(text, [light, house])).toEqual([span(2, 12, 0, 1)]);
  });

  test("does not take in the words beside it", () => {
    const spans = [span(0, 1, 0, 0), span(2, 7, 0, 1), span(13, 18, 1, 1)];
    expect(wordsAt(text, wholeWordSpans(text, spans))).toEqual(["a", "lighthouse", "there"]);
  });

  test("of which a part has two units for a character", () => {
    expect(wholeWordSpans("𝒳 a😀b", [span(5, 6, 1, 0)])).toEqual([span(3, 7, 1, 0)]);
  });
});

describe("a word keeps its span", () => {
  test.each([
    ["before an edit", "?one two three", "one two 3", "one"],
    [
      "after an insertion",
      "one two three ?four five",
      "one and a half two three four five",
      "four",
    ],
    ["after a deletion", "one two three ?four five", "one four five", "four"],
    ["after a replacement", "one two three ?four five", "1 2 3 four five", "four"],
    ["when a word before it is inserted", "one ?two", "one big two", "two"],
    ["when a word after it is inserted", "one ?two", "one two big", "two"],
    ["when a blank is inserted before it", "one ?two three", "one  two three", "two"],
    ["when a line break is inserted after it", "one ?two three", "one two\n three", "two"],
    ["when its line is joined to the one before", "one\n?two three", "one two three", "two"],
    [
      "when a word that begins like it is deleted before it",
      "one two ?three",
      "one three",
      "three",
    ],
    ["when a word that begins like it is inserted before it", "one ?two", "one ten two", "two"],
    ["when a word that ends like it is deleted after it", "?one bone two", "one two", "one"],
    ["when a word that it repeats is deleted before it", "ab ?abab", "abab", "abab"],
    ["when an equal word before it is edited", "no ?no no", "now no no", "no"],
    ["when an equal word after it is edited", "no ?no no", "no no now", "no"],
    ["when a character before it shares a half with it", "?😀", "😁 😀", "😀"],
    ["when characters of two units are inserted", "a ?b😀", "a 𝒳𝒳 b😀", "b😀"],
    ["when nothing has changed", "one ?two", "one two", "two"],
  ])("%s", (_, marked, after, word) => {
    const before = textView(marked).lowConfidence[0];
    const spans = edit(marked, after);
    expect(wordsAt(after, spans)).toEqual([word]);
    expect(spans[0]).toMatchObject({ page: before?.page, line: before?.line, word: before?.word });
  });
});

describe("a word loses its span", () => {
  test.each([
    ["with a letter inserted", "one ?two three", "one twoo three"],
    ["with a letter before it", "one ?two three", "one stwo three"],
    ["with a letter after it", "one ?two three", "one twos three"],
    ["with a letter less", "one ?two three", "one to three"],
    ["cut in two", "one ?two three", "one t wo three"],
    ["joined to the word before it", "one ?two three", "onetwo three"],
    ["joined to the word after it", "one ?two three", "one twothree"],
    ["replaced", "one ?two three", "one 2 three"],
    ["replaced in part with others", "one ?two three", "on three"],
    ["deleted", "one ?two three", "one three"],
    ["deleted with everything", "one ?two three", ""],
    ["with another character that shares a half with it", "?😀", "😁"],
    ["with one of its characters of two units deleted", "?😀😀", "😀"],
  ])("%s", (_, marked, after) => {
    expect(edit(marked, after)).toEqual([]);
  });

  test("and no other word does", () => {
    expect(wordsAt("a b3 c", edit("?a ?b ?c", "a b3 c"))).toEqual(["a", "c"]);
  });
});

describe("after many random edits", () => {
  const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
  const EDITS = 12;

  test("every span is at its whole word", () => {
    for (const seed of SEEDS) {
      const random = randomNumbers(seed);
      // Few different letters make many places where an edit may have been.
      const letters = ["a", "b", "😀", "😁", " ", "\n"];
      const string = (length: number) =>
        Array.from({ length }, () => letters[random(letters.length)]).join("");
      const words = Array.from({ length: 40 }, () => `${string(4).replace(/\s/gu, "")}x`);
      const marked = textView(words.map((word) => `?${word}`).join(" "));
      let current = marked.text;
      let spans = marked.lowConfidence;
      for (let count = 0; count < EDITS; count += 1) {
        const start = random(current.length + 1);
        const rest = current.slice(start + random(4));
        const after = current.slice(0, start) + string(random(4)) + rest;
        spans = spansAfterEdit(spans, current, after);
        current = after;
        const expected = spans.map(({ word }) => words[word]);
        expect(wordsAt(current, spans), `seed ${seed}`).toEqual(expected);
        const around = ` ${current} `;
        const wider = spans.map((span) => around.slice(span.start, span.end + 2));
        expect(wider.filter((word) => !/^\s\S+\s$/u.test(word))).toEqual([]);
        const order = spans.map(({ start }) => start);
        expect([...new Set(order)].sort((one, other) => one - other)).toEqual(order);
      }
      expect(spans.length).toBeGreaterThan(0);
      expect(spans.length).toBeLessThan(words.length);
    }
  });

  test("every word that was not replaced has its span", () => {
    for (const seed of SEEDS) {
      const random = randomNumbers(seed);
      // Different words that begin and end alike.
      let made = 0;
      const newWord = (isRead: boolean) => {
        made += 1;
        return { text: `${["w", "ww", "w😀"][random(3)]}${made}w`, isRead };
      };
      const words = Array.from({ length: 40 }, () => newWord(true));
      const textOf = () => words.map(({ text }) => text).join(" ");
      let current = textOf();
      let spans = textView(`?${current.replaceAll(" ", " ?")}`).lowConfidence;
      for (let count = 0; count < EDITS; count += 1) {
        const inserted = Array.from({ length: random(3) }, () => newWord(false));
        words.splice(random(words.length + 1), random(3), ...inserted);
        const after = textOf();
        spans = spansAfterEdit(spans, current, after);
        current = after;
        const unchanged = words.filter(({ isRead }) => isRead).map(({ text }) => text);
        expect(wordsAt(current, spans), `seed ${seed}`).toEqual(unchanged);
      }
    }
  });
});

test("the next word is after the caret, and after the last comes the first", () => {
  const spans = textView("?a b ?c").lowConfidence;
  expect(nextWordIndex(spans, 0)).toBe(0);
  expect(nextWordIndex(spans, 1)).toBe(1);
  expect(nextWordIndex(spans, 5)).toBe(0);
  expect(nextWordIndex([], 0)).toBe(0);
});

/** Whole numbers below a limit, the same for the same seed (a linear congruential generator). */
function randomNumbers(seed: number): (limit: number) => number {
  // Factor and increment from Numerical Recipes, second edition, section 7.1.
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
