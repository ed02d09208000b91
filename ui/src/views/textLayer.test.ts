import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page } from "../testing/fixtures";
import { fillLayer, select, selectedLine, selectedText, wipeLayer, wordElement } from "./textLayer";

let layer: HTMLElement;

beforeEach(() => {
  layer = document.createElement("div");
  document.body.append(layer);
});
afterEach(() => layer.remove());

const words = () => Array.from(layer.querySelectorAll<HTMLElement>(".word"));

describe("words", () => {
  test("are placed at their quads, one after the other in their line", () => {
    fillLayer(layer, page("Hello world", "again"));
    const lines = [...layer.querySelectorAll<HTMLElement>(".line")];
    expect(lines.map(({ style }) => [style.left, style.top])).toEqual([
      ["0px", "0px"],
      ["0px", "20px"],
    ]);
    // Ten pixels are between two words.
    const places = words().map(({ textContent, style: { marginLeft, width, marginTop } }) => [
      textContent,
      marginLeft,
      width,
      marginTop,
    ]);
    expect(places).toEqual([
      ["Hello", "0px", "50px", "0px"],
      ["world", "10px", "50px", "0px"],
      ["again", "0px", "50px", "0px"],
    ]);
    expect(words()[0]?.style.fontSize).toBe("10px");
  });

  test("are rotated as their line is", () => {
    const view = page("up");
    const [line] = view.lines;
    const [word] = line?.words ?? [];
    if (!line || !word) throw new Error("no word");
    line.quad = [
      [50, 40],
      [50, 10],
      [60, 10],
      [60, 40],
    ];
    word.quad = [
      [50, 35],
      [50, 10],
      [60, 10],
      [60, 35],
    ];
    fillLayer(layer, view);
    const element = layer.querySelector<HTMLElement>(".line");
    expect(element?.style.transform).toContain(`rotate(${-Math.PI / 2}rad)`);
    const { marginLeft, marginTop, width } = words()[0]?.style ?? {};
    expect(
      [marginLeft, marginTop, width].map((each) => Math.round(Number.parseFloat(each ?? ""))),
    ).toEqual([5, 0, 25]);
  });

  test("of lines that an edit has not changed stay as they are", () => {
    const before = page("one two", "three", "four");
    fillLayer(layer, before);
    const [first, second, third] = layer.children;
    const after = page("one two", "3", "four");
    fillLayer(layer, after, before);
    expect([...layer.children].map((line) => line === first || line === third)).toEqual([
      true,
      false,
      true,
    ]);
    expect(words().map(({ textContent }) => textContent)).toEqual(["one", "two", "3", "four"]);
    expect(second?.textContent?.trim()).toBe("");
    fillLayer(layer, page("one two"), after);
    expect(words()).toHaveLength(2);
    fillLayer(layer, page("one two", "more"), page("one two"));
    expect(words().map(({ textContent }) => textContent)).toEqual(["one", "two", "more"]);
  });

  test("with low confidence are marked", () => {
    fillLayer(layer, page("sure ?unsure"));
    expect(words().map(({ className }) => className)).toEqual(["word", "word low-confidence"]);
  });

  test("are found by line and number", () => {
    fillLayer(layer, page("Hello world", "again"));
    expect(wordElement(layer, { line: 1, word: 0, offset: 0 })?.textContent).toBe("again");
    expect(wordElement(layer, { line: 5, word: 0, offset: 0 })).toBeNull();
  });
});

describe("recognised text stays text", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img/src=x/onerror=alert(1)>",
    "javascript:alert(1)",
    "&lt;b&gt;",
    '"></span><iframe/src=//e.org>',
    "\u202Egnp.exe\u202C",
  ])("%s", (text) => {
    fillLayer(layer, page(text));
    expect(words().map(({ textContent }) => textContent)).toEqual([text]);
    expect(layer.querySelectorAll("script, img, iframe, a, b")).toHaveLength(0);
    expect(words()[0]?.childNodes).toHaveLength(1);
    expect(words()[0]?.firstChild?.nodeType).toBe(Node.TEXT_NODE);
  });
});

describe("selecting", () => {
  beforeEach(() => fillLayer(layer, page("Hello big world", "once again")));
  const selected = () => selectedText(layer, document.getSelection());

  test("goes from position to position, words separated by spaces and lines by line breaks", () => {
    select(layer, { line: 0, word: 1, offset: 1 }, { line: 1, word: 0, offset: 2 });
    expect(selected()).toBe("ig world\non");
  });

  test("gives cells of a row with tabs between them", () => {
    const table = page("Tea", "2.50", "Soup", "4");
    table.lines.forEach(({ words }, line) => {
      for (const word of words) [word.row, word.column] = [Math.floor(line / 2), line % 2];
    });
    fillLayer(layer, table, page("Hello big world", "once again"));
    select(layer, { line: 0, word: 0, offset: 1 }, { line: 2, word: 0, offset: 2 });
    expect(selected()).toBe("ea\t2.50\nSo");
  });

  test("gives nothing when nothing is selected, or something elsewhere", () => {
    document.getSelection()?.removeAllRanges();
    expect(selected()).toBe("");
    expect(selectedText(layer, null)).toBe("");
  });

  test("gives the line in which it begins", () => {
    select(layer, { line: 1, word: 1, offset: 1 }, { line: 1, word: 1, offset: 3 });
    expect(selectedLine(layer, document.getSelection())).toBe("once again");
  });
});

test("wiping overwrites each word before it is removed", () => {
  fillLayer(layer, page("Hello world"));
  const nodes = words().map((word) => word.firstChild as Text);
  const overwritten: string[] = [];
  // A word that is only taken away would keep its text for as long as anything holds the node.
  const elements = words();
  wipeLayer(layer);
  for (const element of elements) overwritten.push(element.textContent ?? "");
  expect(nodes).toHaveLength(2);
  expect(overwritten.every((text) => text.trim() === "")).toBe(true);
  expect(layer.childNodes).toHaveLength(0);
});
