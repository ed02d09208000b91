// @vitest-environment node
import { expect, test } from "vitest";
import { withAnswer, withEdit, withView } from "./editedText";
import { textView } from "./testing/fixtures";

/** The word “read” in “as read”. */
const span = { start: 3, end: 7, page: 1, line: 0, word: 1 };
const loaded = withView({}, "keep", textView("as ?read"));

test("a text is shown as the shell sends it", () => {
  expect(loaded.keep).toEqual({
    current: "as read",
    spans: [span],
    entities: [],
    codes: [],
    pageStarts: [0],
  });
});

test("an edit drops the text of other line modes", () => {
  const both = withView(loaded, "one", textView("as read"));
  expect(withEdit(both, "keep", "as it reads").one).toBeUndefined();
});

test("a text that is loaded twice does not undo what was typed", () => {
  const edited = withEdit(loaded, "keep", "corrected");
  expect(withView(edited, "keep", textView("as read")).keep?.current).toBe("corrected");
});

test("a text that is not loaded yet cannot be edited", () => {
  expect(withEdit({}, "keep", "typed")).toEqual({});
});

test("low-confidence words and pages move with an edit", () => {
  const pages = withView({}, "keep", textView("as ?read\n\nsecond"));
  const edited = withEdit(pages, "keep", "as is read\n\nsecond");
  expect(edited.keep?.spans).toEqual([{ ...span, start: 6, end: 10 }]);
  expect(edited.keep?.pageStarts).toEqual([0, 12]);
});

test("the answer of the shell counts for the text that it is about", () => {
  const edited = withEdit(loaded, "keep", "as is read");
  const answer = textView("as is ?read");
  expect(withAnswer(edited, "keep", answer).keep?.spans).toEqual(answer.lowConfidence);
  const typedOn = withEdit(edited, "keep", "as is read!");
  expect(withAnswer(typedOn, "keep", answer)).toBe(typedOn);
});
