import { expect, test } from "vitest";
import { tableWidth, tabStopDistance } from "./tabStops";

/** Each letter is half as wide as it is high. */
const widthOf = (cell: string) => cell.length / 2;

test("tab stops are as far apart as the widest cell that another follows", () => {
  expect(tabStopDistance("Tea\t2.50\nMushroom soup\t4.00\n", widthOf)).toBe(8);
  // The last cell of a row may be as long as it likes.
  expect(tabStopDistance("Tea\twith milk, sugar and a biscuit", widthOf)).toBe(3);
  expect(tabStopDistance("\t\tindented", widthOf)).toBe(1.5);
});

test("a text without tables keeps the usual tab stops", () => {
  expect(tabStopDistance("one two\nthree", widthOf)).toBeNull();
});

test("one long cell does not push the others out of sight", () => {
  const long = "a sentence that is much longer than any name in a table should be";
  expect(tabStopDistance(`${long}\t1\nTea\t2`, widthOf)).toBe(3);
});

test("a table is as wide as its widest row, whose cells begin at tab stops", () => {
  const width = (text: string) => tableWidth(text, 5, (cell) => cell.length);
  expect(width("no table, however long it is")).toBe(0);
  expect(width("ab\tc\tdef")).toBe(13);
  expect(width("ab\tc\nabcdefg\tc")).toBe(11);
  // A cell that ends at a stop goes on to the next one, and an empty cell takes one.
  expect(width("abcde\tc")).toBe(11);
  expect(width("ab\t\tc")).toBe(11);
});
