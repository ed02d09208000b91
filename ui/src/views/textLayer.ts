/**
 * The text over the picture: a transparent span for each word, where the word stands, so that it
 * can be selected as if the picture were text. The spans are made by hand, for they are wiped by
 * hand; what they hold is untrusted and goes through `textContent` alone.
 */
import type { LineView } from "../bindings/LineView";
import type { PageView } from "../bindings/PageView";
import { type Box, boxOf, type Place, type Quad } from "../geometry";
import type { Spot } from "../session";
import { blank } from "../wiping";

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

/** Takes all words off the layer, overwritten first. */
export function wipeLayer(layer: HTMLElement): void {
  for (const word of layer.querySelectorAll(".word")) {
    word.textContent = blank(word.textContent ?? "");
  }
  layer.replaceChildren();
}

/** The span of a word, if it stands on the layer. */
export function wordElement(layer: HTMLElement, { line, word }: Spot | Place): HTMLElement | null {
  return layer.querySelector(`.word[data-line="${line}"][data-word="${word}"]`);
}

/** Selects from one place to another. */
export function select(layer: HTMLElement, from: Place, to: Place): void {
  const start = wordElement(layer, from)?.firstChild;
  const end = wordElement(layer, to)?.firstChild;
  if (!start || !end) return;
  document.getSelection()?.setBaseAndExtent(start, from.offset, end, to.offset);
}

/** What is selected on the layer: words with blanks between them, lines each in one of its own. */
export function selectedText(layer: HTMLElement, selection: Selection | null): string {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const lines: string[] = [];
  for (const line of layer.querySelectorAll(".line")) {
    if (!range.intersectsNode(line)) continue;
    const words = Array.from(line.querySelectorAll(".word"), (word) => selectedOf(word, range));
    const text = words.filter(Boolean).join(" ");
    if (text) lines.push(text);
  }
  return lines.join("\n");
}

/** The whole line in which something is selected, the first of several. */
export function selectedLine(layer: HTMLElement, selection: Selection | null): string {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const lines = Array.from(layer.querySelectorAll(".line"));
  const line = lines.find((each) => range.intersectsNode(each));
  const words = line?.querySelectorAll(".word") ?? [];
  return Array.from(words, (word) => word.textContent).join(" ");
}

function selectedOf(word: Element, range: Range): string {
  const node = word.firstChild;
  if (!(node instanceof Text) || !range.intersectsNode(node)) return "";
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  return node.data.slice(start, end);
}

function lineElement(view: LineView, index: number, measure: Measure): HTMLElement {
  const line = document.createElement("div");
  line.className = "line";
  const ground = document.createElement("div");
  ground.className = "line-ground";
  stand(ground, boxOf(view.quad), 1);
  line.append(ground);
  view.words.forEach(({ text, quad, doubtful }, word) => {
    const span = document.createElement("span");
    span.className = doubtful ? "word doubtful" : "word";
    span.dataset.line = String(index);
    span.dataset.word = String(word);
    span.textContent = text;
    squeeze(span, text, quad, measure);
    line.append(span);
  });
  return line;
}

/** Gives a word the size of its box: the font as high as the box, squeezed to its width. */
function squeeze(span: HTMLElement, text: string, quad: Quad, measure: Measure): void {
  const box = boxOf(quad);
  const natural = measure.width(text, box.height);
  const narrower = natural > 0 ? box.width / natural : 1;
  span.style.setProperty("font-size", `${box.height}px`);
  stand(span, { ...box, width: natural > 0 ? natural : box.width }, narrower);
}

function stand(element: HTMLElement, box: Box, squeeze: number): void {
  element.style.setProperty("left", `${box.left}px`);
  element.style.setProperty("top", `${box.top}px`);
  element.style.setProperty("width", `${box.width}px`);
  element.style.setProperty("height", `${box.height}px`);
  element.style.setProperty("transform", `rotate(${box.angle}rad) scaleX(${squeeze})`);
}

interface Measure {
  width(text: string, size: number): number;
  wipe(): void;
}

/** Widths of words in the font of the layer, from a canvas that is never seen. */
function textMeasure(family: string): Measure {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  // Widths grow with the size, so one size will do; a large one is measured finely.
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
