// @vitest-environment node
import { expect, test } from "vitest";
import {
  isEdited,
  isEditedInOtherMode,
  restoreOriginal,
  withEdit,
  withOriginal,
} from "./editedText";

/** The word “read” in “as read”. */
const span = { start: 3, end: 7, page: 1, line: 0, word: 1 };
const loaded = withOriginal({}, "keep", "as read", [span]);
const asRead = { original: "as read", current: "as read", originalSpans: [span], spans: [span] };

test("a text that was loaded is not edited", () => {
  expect(loaded.keep).toEqual(asRead);
  expect(isEdited(loaded, "keep")).toBe(false);
  expect(isEdited({}, "keep")).toBe(false);
});

test("an edit holds for its mode only", () => {
  const both = withEdit(withOriginal(loaded, "one", "one line", []), "keep", "corrected");
  expect(both.keep).toEqual({ ...asRead, current: "corrected", spans: [] });
  expect(both.one?.current).toBe("one line");
  expect(isEdited(both, "keep")).toBe(true);
  expect(isEditedInOtherMode(both, "one")).toBe(true);
  expect(isEditedInOtherMode(both, "keep")).toBe(false);
});

test("a text that is loaded twice does not undo what was typed", () => {
  const edited = withEdit(loaded, "keep", "corrected");
  expect(withOriginal(edited, "keep", "as read", [span]).keep?.current).toBe("corrected");
});

test("a text that is not loaded yet cannot be edited", () => {
  expect(withEdit({}, "keep", "typed")).toEqual({});
  expect(restoreOriginal({}, "keep")).toEqual({});
});

test("a text that was typed back or restored is not edited", () => {
  const edited = withEdit(loaded, "keep", "corrected");
  expect(isEdited(withEdit(edited, "keep", "as read"), "keep")).toBe(false);
  expect(restoreOriginal(edited, "keep").keep).toEqual(asRead);
});

test("low-confidence words move with an edit, and come back with the original", () => {
  const moved = { ...span, start: 6, end: 10 };
  const inserted = withEdit(loaded, "keep", "as is read");
  expect(inserted.keep?.spans).toEqual([moved]);
  const edited = withEdit(inserted, "keep", "as is red");
  expect(edited.keep?.spans).toEqual([]);
  expect(edited.keep?.originalSpans).toEqual([span]);
  expect(withEdit(edited, "keep", "as read").keep?.spans).toEqual([span]);
});
