import { expect, test } from "vitest";
import { lineCount, wordCount } from "./counts";

test("blank lines do not count, and a row of a table counts once", () => {
  expect(lineCount("Prices\n\nTea\t2.50\nSoup\t4.00\n \n")).toBe(3);
  expect(wordCount("Prices\n\nTea\t2.50\n")).toBe(3);
  expect([lineCount(""), wordCount(" \n")]).toEqual([0, 0]);
});
