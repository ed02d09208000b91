/**
 * The text layer over the picture: a transparent span over each word, so that it can be selected as
 * if the picture were text. The spans are not made by lit, because they have to be wiped; their text
 * is untrusted and set only through `textContent`.
 */
import type { LineView } from "../bindings/LineView";
import type { PageView } from "../bindings/PageView";
import { type Box, boxFromQuad, type TextPosition, toBoxCoordinates } from "../geometry";
import { textRows } from "../rows";
import type { WordPosition } from "../session";
import { blanksFor } from "../wiping";

/** Puts the words of a page on the layer. Of those that are on it, `before`, lines that are the same stay. */
export function fillLayer(layer: HTMLElement, page: PageView, before?: PageView): void {
  const family = getComputedStyle(layer).fontFamily;
  const measure = textMeasure(family);
  const known = before && layer.children.length === before.lines.length ? before.lines : [];
  if (known.length === 0) wipeLayer(layer);
  page.lines.forEach((line, index) => {
    const old = known[index];
    if (old && isSameLine(old, line)) return;
    const element = lineElement(line, index, measure);
    if (old) replaceLine(layer.children[index], element);
    else layer.append(element);
  });
  for (const element of Array.from(layer.children).slice(page.lines.length)) replaceLine(element);
  measure.wipe();
}

/** Whether two lines look the same, and are at the same place of the text. */
function isSameLine(one: LineView, other: LineView): boolean {
  return (
    one.words.length === other.words.length &&
    String(one.quad) === String(other.quad) &&
    one.words.every(({ text, lowConfidence, quad, row, column }, index) => {
      const word = other.words[index];
      return (
        text === word?.text &&
        lowConfidence === word.lowConfidence &&
        row === word.row &&
        column === word.column &&
        String(quad) === String(word.quad)
      );
    })
  );
}

/** Overwrites a line and removes it, or puts another in its place. */
function replaceLine(line: Element | undefined, by?: HTMLElement): void {
  for (const word of line?.querySelectorAll(".word") ?? []) wipeWord(word);
  if (by) line?.replaceWith(by);
  else line?.remove();
}

function wipeWord(word: Element): void {
  word.textContent = blanksFor(word.textContent ?? "");
}

/** Overwrites all words, then removes them. */
export function wipeLayer(layer: HTMLElement): void {
  for (const word of layer.querySelectorAll(".word")) wipeWord(word);
  layer.replaceChildren();
}

/** The span of a word, if it is on the layer. */
export function wordElement(
  layer: HTMLElement,
  { line, word }: WordPosition | TextPosition,
): HTMLElement | null {
  return layer.querySelector(`.word[data-line="${line}"][data-word="${word}"]`);
}

/** The place of the word that a span shows. */
export function placeOf(element: HTMLElement): { line: number; word: number } {
  return { line: Number(element.dataset.line), word: Number(element.dataset.word) };
}

/** Selects from one position to another. */
export function select(layer: HTMLElement, from: TextPosition, to: TextPosition): void {
  const start = wordElement(layer, from)?.firstChild;
  const end = wordElement(layer, to)?.firstChild;
  if (!start || !end) return;
  document.getSelection()?.setBaseAndExtent(start, from.offset, end, to.offset);
}

/** The selected text: words are separated by spaces, cells of a row by tabs, lines by line breaks. */
export function selectedText(layer: HTMLElement, selection: Selection | null): string {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const lines = Array.from(layer.querySelectorAll(".line")).filter((line) =>
    range.intersectsNode(line),
  );
  const words = lines.flatMap((line) => Array.from(line.querySelectorAll<HTMLElement>(".word")));
  return textRows(
    words.map((word) => ({
      text: selectedPart(word, range),
      row: Number(word.dataset.row),
      column: Number(word.dataset.column),
    })),
  ).join("\n");
}

/** The whole line that the selection is in, the first of several. */
export function selectedLine(layer: HTMLElement, selection: Selection | null): string {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const lines = Array.from(layer.querySelectorAll(".line"));
  const line = lines.find((each) => range.intersectsNode(each));
  const words = line?.querySelectorAll(".word") ?? [];
  return Array.from(words, (word) => word.textContent).join(" ");
}

function selectedPart(word: Element, range: Range): string {
  const node = word.firstChild;
  if (!(node instanceof Text) || !range.intersectsNode(node)) return "";
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  return node.data.slice(start, end);
}

/**
 * A line at its place, with its words one after the other. Only lines are positioned and rotated:
 * each such element is a layer, and every layer is looked at whenever anything in the window is drawn.
 */
function lineElement(view: LineView, index: number, measure: Measure): HTMLElement {
  const line = document.createElement("div");
  line.className = "line";
  const box = boxFromQuad(view.quad);
  placeLine(line, box);
  let right = 0;
  view.words.forEach(({ text, quad, lowConfidence, row, column }, word) => {
    const span = document.createElement("span");
    span.className = lowConfidence ? "word low-confidence" : "word";
    span.dataset.line = String(index);
    span.dataset.word = String(word);
    span.dataset.row = String(row);
    span.dataset.column = String(column);
    span.textContent = text;
    right = placeWord(span, text, boxFromQuad(quad), box, right, measure);
    line.append(span);
  });
  return line;
}

/**
 * Gives a word the size of its box: the font as high as the box, its letters spread over the width.
 * `right` is where the word before it ends in the line; returns where this one does.
 */
function placeWord(
  span: HTMLElement,
  text: string,
  { width, height, ...corner }: Box,
  line: Box,
  right: number,
  measure: Measure,
): number {
  const middle = {
    x: corner.left + (Math.cos(corner.angle) * width - Math.sin(corner.angle) * height) / 2,
    y: corner.top + (Math.sin(corner.angle) * width + Math.cos(corner.angle) * height) / 2,
  };
  const { x, y } = toBoxCoordinates(line, middle);
  const left = x - width / 2;
  const spread = (width - measure.width(text, height)) / Math.max(1, Array.from(text).length);
  span.style.setProperty("font-size", px(height));
  span.style.setProperty("letter-spacing", px(spread));
  span.style.setProperty("width", px(width));
  span.style.setProperty("height", px(height));
  span.style.setProperty("margin-left", px(left - right));
  span.style.setProperty("margin-top", px(y - height / 2));
  return left + width;
}

function placeLine(element: HTMLElement, box: Box): void {
  element.style.setProperty("left", px(box.left));
  element.style.setProperty("top", px(box.top));
  element.style.setProperty("width", px(box.width));
  element.style.setProperty("height", px(box.height));
  if (box.angle !== 0) element.style.setProperty("transform", `rotate(${box.angle}rad)`);
}

/** A length without digits that nobody sees. */
const px = (length: number): string => `${Math.round(length * 100) / 100 + 0}px`;

interface Measure {
  width(text: string, size: number): number;
  wipe(): void;
}

/** Widths of words in the font of the layer, measured on a canvas outside the page. */
function textMeasure(family: string): Measure {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  // Widths grow with the font size, so one size is enough; a large one is more precise.
  const reference = 100;
  if (context) context.font = `${reference}px ${family}`;
  return {
    width: (text, size) => ((context?.measureText(text).width ?? 0) * size) / reference,
    wipe: () => {
      canvas.width = 1;
      canvas.height = 1;
    },
  };
}
