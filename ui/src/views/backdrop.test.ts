import { beforeEach, expect, test } from "vitest";
import { Backdrop } from "./backdrop";

const root = document.createElement("div");
const backdrop = new Backdrop(() => root);
beforeEach(() => backdrop.wipe());

const mark = (start: number, end: number) => ({ start, end, kind: "" });
const texts = () => Array.from(root.children, (line) => line.innerHTML);

test("each line is an element with its marks and its end", () => {
  backdrop.draw("one two\n\nthree", [mark(4, 7), mark(9, 14)], []);
  expect(texts()).toEqual(["one <mark>two</mark>\n", "\n", "<mark>three</mark>\u200b"]);
  backdrop.draw("", [], []);
  expect(texts()).toEqual(["\u200b"]);
});

test("a mark goes on in the next line", () => {
  backdrop.draw("one\ntwo three", [mark(2, 7)], []);
  expect(texts()).toEqual(["on<mark>e\n</mark>", "<mark>two</mark> three\u200b"]);
});

test("pages are marked where they begin, several in one line too", () => {
  const page = (start: number) => ({ start, label: `Page ${start}`, hasRoom: true });
  backdrop.draw("a\nb c", [], [page(2), page(4), page(5)]);
  const labels = [...root.querySelectorAll<HTMLElement>(".page-mark")].map(
    ({ dataset }) => dataset.page,
  );
  expect(labels).toEqual(["Page 2", "Page 4", "Page 5"]);
  expect(root.textContent).toBe("a\nb c\u200b");
});

test("only lines that have changed are drawn again", () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `line ${index} of the text`);
  backdrop.draw(lines.join("\n"), [mark(0, 4)], []);
  const before = [...root.children];
  lines[500] = "another line";
  backdrop.draw(lines.join("\n"), [mark(0, 4)], []);
  const after = [...root.children];
  expect(after[500]).not.toBe(before[500]);
  expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  // The text of the one that is gone is overwritten.
  expect(before[500]?.textContent?.trim()).toBe("");
  lines.splice(300, 1, "a", "b");
  backdrop.draw(lines.join("\n"), [mark(0, 4)], []);
  expect(root.children).toHaveLength(1001);
  expect(root.children[999]).toBe(after[998]);
  expect(root.textContent).toBe(`${lines.join("\n")}\u200b`);
});

test("a place of the text is found in its line", () => {
  backdrop.draw("one two\nthree", [mark(4, 7)], []);
  const at = (offset: number) => {
    const place = backdrop.place(offset);
    return place && `${place.node.data.trim()} ${place.offset}`;
  };
  expect([at(0), at(5), at(7), at(8)]).toEqual(["one 0", "two 1", " 0", "three\u200b 0"]);
  expect(at(13)).toBe("three\u200b 5");
});
