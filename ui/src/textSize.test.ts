// @vitest-environment node
import { expect, test } from "vitest";
import { changedTextSize } from "./textSize";

test("the text grows and shrinks in steps, within limits", () => {
  expect(changedTextSize(100, "larger")).toBe(110);
  expect(changedTextSize(100, "smaller")).toBe(90);
  expect(changedTextSize(240, "larger")).toBe(240);
  expect(changedTextSize(60, "smaller")).toBe(60);
  expect(changedTextSize(103, "larger")).toBe(110);
});

test("and returns to its usual size", () => {
  expect(changedTextSize(175, "usual")).toBe(100);
});
