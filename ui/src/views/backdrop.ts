/**
 * The copy of the text behind a text area, with its marks: one element for each line. Only lines that
 * have changed are drawn again, so that a key costs the same in a long text as in a short one.
 */
import { blanksFor } from "../wiping";
import type { PageMark } from "./pageMarks";

/** A part of the text that is marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The classes of its element. */
  readonly kind: string;
}

/** A line of the text with its end, and what is in it, from its begin. */
interface BackdropLine {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly pages: readonly PageMark[];
  /** The same for lines that look the same. */
  readonly key: string;
}

export class Backdrop {
  private readonly root: () => HTMLElement;
  private lines: readonly BackdropLine[] = [];

  constructor(root: () => HTMLElement) {
    this.root = root;
  }

  /** Draws a text; marks and pages are in its order, and marks do not overlap. */
  draw(text: string, marks: readonly Mark[], pages: readonly PageMark[]): void {
    const root = this.root();
    const [before, after] = [this.lines, linesOf(text, marks, pages)];
    const isSame = (one: number, other: number) => before[one]?.key === after[other]?.key;
    const shorter = Math.min(before.length, after.length, root.children.length);
    let start = 0;
    while (start < shorter && isSame(start, start)) start += 1;
    let [end, until] = [before.length, after.length];
    while (end > start && until > start && isSame(end - 1, until - 1)) {
      end -= 1;
      until -= 1;
    }
    const next = root.children[end] ?? null;
    for (let index = end - 1; index >= start; index -= 1) {
      const line = root.children[index];
      if (line) wipe(line);
      line?.remove();
    }
    const drawn = document.createDocumentFragment();
    for (const line of after.slice(start, until)) drawn.append(lineElement(line));
    root.insertBefore(drawn, next);
    this.lines = after;
  }

  /** Where a part of the text is in the window. */
  boundsOf(start: number, end: number): DOMRect | null {
    const [first, last] = [this.place(start), this.place(end)];
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    return range.getBoundingClientRect?.() ?? null;
  }

  /** Whether some of a part of the text is in sight. */
  isInSight({ start, end }: Pick<Mark, "start" | "end">, scroller: HTMLElement): boolean {
    const bounds = this.boundsOf(start, end);
    const pane = scroller.getBoundingClientRect();
    return bounds !== null && bounds.bottom > pane.top && bounds.top < pane.bottom;
  }

  /** The text node that has a place of the text. */
  place(offset: number): { node: Text; offset: number } | null {
    let [index, before] = [0, 0];
    for (const { text } of this.lines) {
      if (before + text.length > offset) break;
      before += text.length;
      index += 1;
    }
    const line = this.root().children[Math.min(index, this.lines.length - 1)];
    if (!line) return null;
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node instanceof Text; node = nodes.nextNode()) {
      if (before + node.length > offset) return { node, offset: offset - before };
      before += node.length;
    }
    return null;
  }

  wipe(): void {
    const root = this.root();
    for (const line of root.children) wipe(line);
    root.replaceChildren();
    this.lines = [];
  }
}

function wipe(line: Element): void {
  line.textContent = blanksFor(line.textContent ?? "");
}

function linesOf(text: string, marks: readonly Mark[], pages: readonly PageMark[]): BackdropLine[] {
  const lines: BackdropLine[] = [];
  let [mark, page] = [0, 0];
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf("\n", start);
    const isLast = lineEnd < 0;
    const end = isLast ? text.length : lineEnd + 1;
    const own: Mark[] = [];
    for (let at = marks[mark]; at && at.start < end; at = marks[mark]) {
      // A mark can go on in the next line.
      own.push({ ...at, start: Math.max(0, at.start - start), end: Math.min(at.end, end) - start });
      if (at.end > end) break;
      mark += 1;
    }
    const begins: PageMark[] = [];
    for (let at = pages[page]; at && (at.start < end || isLast); at = pages[page]) {
      begins.push({ ...at, start: Math.max(0, at.start - start) });
      page += 1;
    }
    lines.push(lineOf(text.slice(start, end), own, begins, isLast));
    if (isLast) break;
    start = end;
  }
  return lines;
}

function lineOf(
  text: string,
  marks: readonly Mark[],
  pages: readonly PageMark[],
  isLast: boolean,
): BackdropLine {
  // An empty last line would have no height.
  const shown = isLast ? `${text}\u200b` : text;
  const parts = [
    shown,
    ...marks.map(({ start, end, kind }) => `${start} ${end} ${kind}`),
    ...pages.map(({ start, label, hasRoom }) => `${start} ${label} ${hasRoom}`),
  ];
  return { text: shown, marks, pages, key: parts.join("\0") };
}

function lineElement({ text, marks, pages }: BackdropLine): HTMLElement {
  const element = document.createElement("div");
  let at = 0;
  const waiting = [...pages];
  const pushText = (end: number) => {
    for (let page = waiting[0]; page && page.start <= end; page = waiting[0]) {
      element.append(text.slice(at, page.start), pageMark(page));
      at = page.start;
      waiting.shift();
    }
    if (end > at) element.append(text.slice(at, end));
    at = end;
  };
  for (const { start, end, kind } of marks) {
    pushText(start);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    if (kind !== "") mark.className = kind;
    element.append(mark);
    at = end;
  }
  pushText(text.length);
  return element;
}

/** A line over the first line of a page. */
function pageMark({ label, hasRoom }: PageMark): HTMLElement {
  const mark = document.createElement("span");
  mark.className = hasRoom ? "page-mark" : "page-mark tight";
  mark.dataset.page = label;
  return mark;
}
