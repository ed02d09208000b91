// @vitest-environment node
import { expect, test } from "vitest";
import { isEdited, isEditedElsewhere, restored, withEdit, withRead } from "./editedText";

const read = withRead({}, "keep", "as read");

test("what was read is not edited", () => {
  expect(read.keep).toEqual({ read: "as read", now: "as read" });
  expect(isEdited(read, "keep")).toBe(false);
  expect(isEdited({}, "keep")).toBe(false);
});

test("an edit holds for its mode alone", () => {
  const both = withEdit(withRead(read, "one", "one line"), "keep", "corrected");
  expect(both.keep).toEqual({ read: "as read", now: "corrected" });
  expect(both.one?.now).toBe("one line");
  expect(isEdited(both, "keep")).toBe(true);
  expect(isEditedElsewhere(both, "one")).toBe(true);
  expect(isEditedElsewhere(both, "keep")).toBe(false);
});

test("a text that comes twice does not undo what was typed", () => {
  expect(withRead(withEdit(read, "keep", "corrected"), "keep", "as read").keep?.now).toBe(
    "corrected",
  );
});

test("a text that has not come cannot be edited", () => {
  expect(withEdit({}, "keep", "typed")).toEqual({});
  expect(restored({}, "keep")).toEqual({});
});

test("typed back to what it was, or restored, is not edited", () => {
  const edited = withEdit(read, "keep", "corrected");
  expect(isEdited(withEdit(edited, "keep", "as read"), "keep")).toBe(false);
  expect(restored(edited, "keep").keep).toEqual({ read: "as read", now: "as read" });
});
