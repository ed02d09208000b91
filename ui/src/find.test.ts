// @vitest-environment node
import { expect, test } from "vitest";
import { findMatches, MOST_MATCHES, matchAfter, NO_FIND, replaceAll, replaceMatch } from "./find";

const found = (text: string, query: string, matchCase = false) =>
  findMatches(text, { query, matchCase }).map(({ start, end }) => text.slice(start, end));

test("matches are found with and without their case", () => {
  expect(found("Tea, tea, TEA", "tea")).toEqual(["Tea", "tea", "TEA"]);
  expect(found("Tea, tea, TEA", "tea", true)).toEqual(["tea"]);
  expect(found("STRASSE Straße", "straße")).toEqual(["Straße"]);
  expect(found("İstanbul ten", "ten")).toEqual(["ten"]);
});

test("signs of expressions are only signs", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are only signs.
  const signs = "a.*+?^${}()|[]\\/-b";
  expect(found(`x${signs}y aab`, signs)).toEqual([signs]);
  expect(found("aab", "a.b")).toEqual([]);
});

test("a blank matches a line end", () => {
  expect(found("to be\nor not", "be or")).toEqual(["be\nor"]);
});

test("nothing is found for nothing", () => {
  expect(found("text", "")).toEqual([]);
  expect(replaceAll("text", NO_FIND)).toEqual({ text: "text", count: 0 });
});

test("the number of matches is limited", () => {
  expect(found("a".repeat(MOST_MATCHES + 5), "a")).toHaveLength(MOST_MATCHES);
});

test("matches are replaced, one or all, by exactly what was typed", () => {
  const find = { ...NO_FIND, query: "tea", replacement: "$& $1" };
  expect(replaceAll("Tea and tea", find)).toEqual({ text: "$& $1 and $& $1", count: 2 });
  expect(replaceMatch("Tea and tea", { start: 8, end: 11 }, "cup")).toBe("Tea and cup");
});

test("steps lead from the caret to the next match, and out of the text", () => {
  const matches = findMatches("a b a", { query: "a", matchCase: false });
  expect(matchAfter(matches, 0, 1)).toBe(0);
  expect(matchAfter(matches, 1, 1)).toBe(1);
  expect(matchAfter(matches, 5, 1)).toBe(-1);
  expect(matchAfter(matches, 4, -1)).toBe(0);
  expect(matchAfter(matches, 0, -1)).toBe(-1);
});
