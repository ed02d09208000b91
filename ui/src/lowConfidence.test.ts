// @vitest-environment node
import { describe, expect, test } from "vitest";
import { doubtsIn, nextDoubt } from "./lowConfidence";
import { page } from "./testing/fixtures";

/** The doubtful words as they stand in the text. */
function doubtful(text: string, ...pages: ReturnType<typeof page>[]): string[] {
  return doubtsIn(text, pages).map(({ start, end }) => text.slice(start, end));
}

describe("doubtful words are found", () => {
  test("in a text as it was read", () => {
    const [first, second] = doubtsIn("one two\nthree", [page("one ?two", "?three")]);
    expect(first).toEqual({ start: 4, end: 7, spot: { page: 1, line: 0, word: 1 } });
    expect(second).toEqual({ start: 8, end: 13, spot: { page: 1, line: 1, word: 0 } });
  });

  test("on the page where they stand", () => {
    const [doubt] = doubtsIn("one\n\ntwo", [page("one"), page("?two")]);
    expect(doubt?.spot).toEqual({ page: 2, line: 0, word: 0 });
  });

  test("where each of equal words stands", () => {
    expect(doubtsIn("no no no", [page("no ?no no")])).toEqual([
      { start: 3, end: 5, spot: { page: 1, line: 0, word: 1 } },
    ]);
  });

  test("in lines that were joined", () => {
    expect(doubtful("one two three", page("one ?two", "three"))).toEqual(["two"]);
  });

  test.each(["-", "\u00ad", "\u2010"])("in words that %j had split", (hyphen) => {
    expect(doubtful("a lighthouse there", page(`a ?light${hyphen}`, "house there"))).toEqual([
      "lighthouse",
    ]);
    expect(doubtful("a lighthouse there", page(`a light${hyphen}`, "?house there"))).toEqual([
      "lighthouse",
    ]);
  });

  test("behind words that were put in, left out or changed", () => {
    const read = page("one two three ?four five");
    expect(doubtful("one and a half two three four five", read)).toEqual(["four"]);
    expect(doubtful("one four five", read)).toEqual(["four"]);
    expect(doubtful("1 2 3 four five", read)).toEqual(["four"]);
  });
});

test("a doubtful word that was changed is not doubtful any more", () => {
  expect(doubtful("one twos three", page("one ?two three"))).toEqual([]);
});

test("nothing is doubtful in an empty text, on pages that have not come, and without pages", () => {
  expect(doubtful("", page("?one"))).toEqual([]);
  expect(doubtsIn("one", [undefined])).toEqual([]);
  expect(doubtsIn("one", [])).toEqual([]);
});

test("a text that has nothing to do with the reading is done with quickly", () => {
  const words = Array.from({ length: 4000 }, (_, index) => `${index % 2 ? "?" : ""}w${index}`);
  const text = words.map((_, index) => `t${index}`).join(" ");
  const before = performance.now();
  expect(doubtsIn(text, [page(words.join(" "))])).toEqual([]);
  expect(performance.now() - before).toBeLessThan(500);
});

test("the next one is behind the caret, and after the last comes the first", () => {
  const doubts = doubtsIn("a b c", [page("?a b ?c")]);
  expect(nextDoubt(doubts, 0)).toBe(0);
  expect(nextDoubt(doubts, 1)).toBe(1);
  expect(nextDoubt(doubts, 5)).toBe(0);
});
