/** The mouse on the picture: on text it selects, elsewhere it moves the picture. */
import type { PageView } from "../bindings/PageView";
import { type TextPosition, textPositionAt } from "../geometry";
import { select } from "./textLayer";

/** Lets the picture be dragged where it has no text; the middle button drags anywhere. */
export function enablePanning(scroller: HTMLElement): void {
  scroller.addEventListener("pointerdown", (down) => {
    const isOnText =
      down.target instanceof Element && down.target.closest(".line, button") !== null;
    const isOnScrollbar = down.target === scroller && isOutsideContent(scroller, down);
    if (isOnScrollbar || !(down.button === 1 || (down.button === 0 && !isOnText))) return;
    const { scrollLeft, scrollTop } = scroller;
    scroller.setPointerCapture(down.pointerId);
    scroller.classList.add("panning");
    const drag = (event: PointerEvent) => {
      scroller.scrollLeft = scrollLeft + down.clientX - event.clientX;
      scroller.scrollTop = scrollTop + down.clientY - event.clientY;
    };
    const release = () => {
      scroller.classList.remove("panning");
      scroller.removeEventListener("pointermove", drag);
      scroller.removeEventListener("lostpointercapture", release);
    };
    scroller.addEventListener("pointermove", drag);
    scroller.addEventListener("lostpointercapture", release);
  });
}

/**
 * Selects by the position of the words. The browser on its own goes by the order of the spans, and
 * jumps to the end of the page as soon as the mouse leaves a word.
 */
export function enableTextSelection(layer: HTMLElement, page: () => PageView | undefined): void {
  let anchor: TextPosition | null = null;
  const positionOf = (event: MouseEvent): TextPosition | null => {
    const view = page();
    const { left, top, width } = layer.getBoundingClientRect();
    if (!view || width === 0) return null;
    const scale = width / view.width;
    return textPositionAt(view, {
      x: (event.clientX - left) / scale,
      y: (event.clientY - top) / scale,
    });
  };

  layer.addEventListener("mousedown", (down) => {
    const view = page();
    const position = positionOf(down);
    if (down.button !== 0 || !view || !position) return;
    down.preventDefault();
    layer.closest<HTMLElement>(".scroller")?.focus({ preventScroll: true });
    if (down.detail === 2) return selectWord(layer, view, position);
    if (down.detail >= 3) return selectLine(layer, view, position);
    if (!down.shiftKey || !anchor) anchor = position;
    const from = anchor;
    select(layer, from, position);
    const drag = (event: MouseEvent) => {
      const to = positionOf(event);
      if (to) select(layer, from, to);
    };
    document.addEventListener("mousemove", drag);
    document.addEventListener("mouseup", () => document.removeEventListener("mousemove", drag), {
      once: true,
    });
  });
}

function selectWord(layer: HTMLElement, page: PageView, { line, word }: TextPosition): void {
  const end = page.lines[line]?.words[word]?.text.length ?? 0;
  select(layer, { line, word, offset: 0 }, { line, word, offset: end });
}

function selectLine(layer: HTMLElement, page: PageView, { line }: TextPosition): void {
  const words = page.lines[line]?.words ?? [];
  const end = words.at(-1)?.text.length ?? 0;
  select(layer, { line, word: 0, offset: 0 }, { line, word: words.length - 1, offset: end });
}

function isOutsideContent(scroller: HTMLElement, { offsetX, offsetY }: PointerEvent): boolean {
  return offsetX > scroller.clientWidth || offsetY > scroller.clientHeight;
}
