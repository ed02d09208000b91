// @vitest-environment node
import { describe, expect, test } from "vitest";
import { findLowConfidenceWords, nextWordIndex } from "./lowConfidence";
import { page } from "./testing/fixtures";

/** The low-confidence words as they stand in the text. */
function find(text: string, ...pages: ReturnType<typeof page>[]): string[] {
  return findLowConfidenceWords(text, pages).map(({ start, end }) => text.slice(start, end));
}

describe("low-confidence words are found", () => {
  test("in a text as it was read", () => {
    const [first, second] = findLowConfidenceWords("one two\nthree", [page("one ?two", "?three")]);
    expect(first).toEqual({ start: 4, end: 7, position: { page: 1, line: 0, word: 1 } });
    expect(second).toEqual({ start: 8, end: 13, position: { page: 1, line: 1, word: 0 } });
  });

  test("on their page", () => {
    const [word] = findLowConfidenceWords("one\n\ntwo", [page("one"), page("?two")]);
    expect(word?.position).toEqual({ page: 2, line: 0, word: 0 });
  });

  test("among equal words", () => {
    expect(findLowConfidenceWords("no no no", [page("no ?no no")])).toEqual([
      { start: 3, end: 5, position: { page: 1, line: 0, word: 1 } },
    ]);
  });

  test("in joined lines", () => {
    expect(find("one two three", page("one ?two", "three"))).toEqual(["two"]);
  });

  test.each(["-", "\u00ad", "\u2010"])("in words that %j had split", (hyphen) => {
    expect(find("a lighthouse there", page(`a ?light${hyphen}`, "house there"))).toEqual([
      "lighthouse",
    ]);
    expect(find("a lighthouse there", page(`a light${hyphen}`, "?house there"))).toEqual([
      "lighthouse",
    ]);
  });

  test("after words that were inserted, deleted or edited", () => {
    const read = page("one two three ?four five");
    expect(find("one and a half two three four five", read)).toEqual(["four"]);
    expect(find("one four five", read)).toEqual(["four"]);
    expect(find("1 2 3 four five", read)).toEqual(["four"]);
  });
});

test("a word that was edited is no longer found", () => {
  expect(find("one twos three", page("one ?two three"))).toEqual([]);
});

test("nothing is found in an empty text, on pages that are not loaded, and without pages", () => {
  expect(find("", page("?one"))).toEqual([]);
  expect(findLowConfidenceWords("one", [undefined])).toEqual([]);
  expect(findLowConfidenceWords("one", [])).toEqual([]);
});

test("a long text that does not match the picture at all has none", () => {
  const words = Array.from({ length: 4000 }, (_, index) => `${index % 2 ? "?" : ""}w${index}`);
  const text = words.map((_, index) => `t${index}`).join(" ");
  expect(findLowConfidenceWords(text, [page(words.join(" "))])).toEqual([]);
});

test("the next word is after the caret, and after the last comes the first", () => {
  const words = findLowConfidenceWords("a b c", [page("?a b ?c")]);
  expect(nextWordIndex(words, 0)).toBe(0);
  expect(nextWordIndex(words, 1)).toBe(1);
  expect(nextWordIndex(words, 5)).toBe(0);
});
