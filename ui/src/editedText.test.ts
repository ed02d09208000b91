// @vitest-environment node
import { expect, test } from "vitest";
import {
  isEdited,
  isEditedInOtherMode,
  restoreOriginal,
  withEdit,
  withOriginal,
} from "./editedText";

const loaded = withOriginal({}, "keep", "as read");

test("a text that was loaded is not edited", () => {
  expect(loaded.keep).toEqual({ original: "as read", current: "as read" });
  expect(isEdited(loaded, "keep")).toBe(false);
  expect(isEdited({}, "keep")).toBe(false);
});

test("an edit holds for its mode only", () => {
  const both = withEdit(withOriginal(loaded, "one", "one line"), "keep", "corrected");
  expect(both.keep).toEqual({ original: "as read", current: "corrected" });
  expect(both.one?.current).toBe("one line");
  expect(isEdited(both, "keep")).toBe(true);
  expect(isEditedInOtherMode(both, "one")).toBe(true);
  expect(isEditedInOtherMode(both, "keep")).toBe(false);
});

test("a text that is loaded twice does not undo what was typed", () => {
  const edited = withEdit(loaded, "keep", "corrected");
  expect(withOriginal(edited, "keep", "as read").keep?.current).toBe("corrected");
});

test("a text that is not loaded yet cannot be edited", () => {
  expect(withEdit({}, "keep", "typed")).toEqual({});
  expect(restoreOriginal({}, "keep")).toEqual({});
});

test("a text that was typed back or restored is not edited", () => {
  const edited = withEdit(loaded, "keep", "corrected");
  expect(isEdited(withEdit(edited, "keep", "as read"), "keep")).toBe(false);
  expect(restoreOriginal(edited, "keep").keep).toEqual({
    original: "as read",
    current: "as read",
  });
});
