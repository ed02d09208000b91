/**
 * The text layer over the picture: a transparent span over each word, so that it can be selected as
 * if the picture were text. The spans are not made by lit, because they have to be wiped; their text
 * is untrusted and set only through `textContent`.
 */
import type { LineView } from "../bindings/LineView";
import type { PageView } from "../bindings/PageView";
import { type Box, boxFromQuad, type Quad, type TextPosition } from "../geometry";
import type { WordPosition } from "../session";
import { blanksFor } from "../wiping";

/** Puts the words of a page on the layer. */
export function fillLayer(layer: HTMLElement, page: PageView): void {
  wipeLayer(layer);
  const family = getComputedStyle(layer).fontFamily;
  const measure = textMeasure(family);
  page.lines.forEach((line, index) => {
    layer.append(lineElement(line, index, measure));
  });
  measure.wipe();
}

/** Overwrites all words, then removes them. */
export function wipeLayer(layer: HTMLElement): void {
  for (const word of layer.querySelectorAll(".word")) {
    word.textContent = blanksFor(word.textContent ?? "");
  }
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

/** The selected text: words are separated by spaces, lines by line breaks. */
export function selectedText(layer: HTMLElement, selection: Selection | null): string {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const lines: string[] = [];
  for (const line of layer.querySelectorAll(".line")) {
    if (!range.intersectsNode(line)) continue;
    const words = Array.from(line.querySelectorAll(".word"), (word) => selectedPart(word, range));
    const text = words.filter(Boolean).join(" ");
    if (text) lines.push(text);
  }
  return lines.join("\n");
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

function lineElement(view: LineView, index: number, measure: Measure): HTMLElement {
  const line = document.createElement("div");
  line.className = "line";
  const background = document.createElement("div");
  background.className = "line-background";
  setBox(background, boxFromQuad(view.quad), 1);
  line.append(background);
  view.words.forEach(({ text, quad, lowConfidence }, word) => {
    const span = document.createElement("span");
    span.className = lowConfidence ? "word low-confidence" : "word";
    span.dataset.line = String(index);
    span.dataset.word = String(word);
    span.textContent = text;
    fitWord(span, text, quad, measure);
    line.append(span);
  });
  return line;
}

/** Gives a word the size of its box: the font as high as the box, scaled to its width. */
function fitWord(span: HTMLElement, text: string, quad: Quad, measure: Measure): void {
  const box = boxFromQuad(quad);
  const natural = measure.width(text, box.height);
  const scaleX = natural > 0 ? box.width / natural : 1;
  span.style.setProperty("font-size", `${box.height}px`);
  setBox(span, { ...box, width: natural > 0 ? natural : box.width }, scaleX);
}

function setBox(element: HTMLElement, box: Box, scaleX: number): void {
  element.style.setProperty("left", `${box.left}px`);
  element.style.setProperty("top", `${box.top}px`);
  element.style.setProperty("width", `${box.width}px`);
  element.style.setProperty("height", `${box.height}px`);
  element.style.setProperty("transform", `rotate(${box.angle}rad) scaleX(${scaleX})`);
}

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
