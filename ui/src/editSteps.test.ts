// @vitest-environment node
import { expect, test } from "vitest";
import { joinsStep } from "./editSteps";

const typed = (data: string | null, at: number, kind = "insertText") => ({ data, at, kind });

test("a word is one step, with the blank after it", () => {
  expect(joinsStep(null, typed("a", 0))).toBe(false);
  expect(joinsStep(typed("a", 0), typed("b", 100))).toBe(true);
  expect(joinsStep(typed("b", 0), typed(" ", 100))).toBe(true);
  expect(joinsStep(typed(" ", 0), typed("c", 100))).toBe(false);
});

test("a pause ends a step", () => {
  expect(joinsStep(typed("a", 0), typed("b", 1001))).toBe(false);
});

test("typing, deleting and pasting are steps of their own", () => {
  const back = (at: number) => typed(null, at, "deleteContentBackward");
  expect(joinsStep(typed("a", 0), back(10))).toBe(false);
  expect(joinsStep(back(0), back(10))).toBe(true);
  const paste = (at: number) => typed(null, at, "insertFromPaste");
  expect(joinsStep(paste(0), paste(10))).toBe(false);
});
