import { beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "../testing/fixtures";
import { showLineCopyButton } from "./lineCopyButton";
import { enablePanning, enableTextSelection } from "./mouse";
import { fillLayer } from "./textLayer";

let scroller: HTMLElement;
let layer: HTMLElement;
let button: HTMLButtonElement;
const view = page("Hello big world", "once again");

beforeEach(() => {
  document.body.innerHTML =
    '<div class="scroller" tabindex="0"><div class="stage"><div id="layer"></div><button hidden></button></div></div>';
  const find = <Kind extends Element>(selector: string) =>
    document.querySelector<Kind & HTMLElement>(selector) ?? document.body;
  scroller = find(".scroller");
  layer = find("#layer");
  button = find<HTMLButtonElement>("button") as HTMLButtonElement;
  scroller.setPointerCapture = vi.fn();
  // Shown at twice its size.
  layer.getBoundingClientRect = () => new DOMRect(0, 0, 800, 200);
  fillLayer(layer, view);
});

const mouse = (
  target: EventTarget,
  type: string,
  x: number,
  y: number,
  more: MouseEventInit = {},
) =>
  target.dispatchEvent(
    new MouseEvent(type, {
      clientX: x * 2,
      clientY: y * 2,
      bubbles: true,
      cancelable: true,
      ...more,
    }),
  );
const selected = () => document.getSelection()?.toString().replace(/\s+/g, " ");

describe("the mouse on text selects", () => {
  beforeEach(() => enableTextSelection(layer, () => view));

  test("from where it is pressed to where it moves", () => {
    mouse(layer, "mousedown", 60, 5, { detail: 1 });
    mouse(document, "mousemove", 89, 5);
    expect(selected()).toBe("big");
    mouse(document, "mouseup", 89, 5);
    mouse(document, "mousemove", 149, 5);
    expect(selected()).toBe("big");
  });

  test("a word with two clicks, a line with three", () => {
    mouse(layer, "mousedown", 70, 5, { detail: 2 });
    expect(selected()).toBe("big");
    mouse(layer, "mousedown", 70, 25, { detail: 3 });
    expect(selected()).toMatch(/^once ?again$/);
  });

  test("not with other buttons", () => {
    document.getSelection()?.removeAllRanges();
    mouse(layer, "mousedown", 60, 5, { button: 2, detail: 2 });
    expect(selected()).toBe("");
  });
});

describe("the mouse outside text moves the picture", () => {
  beforeEach(() => enablePanning(scroller));
  const down = (target: Element | null, buttonNumber = 0) =>
    target?.dispatchEvent(
      new PointerEvent("pointerdown", { bubbles: true, button: buttonNumber, pointerId: 1 }),
    );

  test("outside text, and with the middle button anywhere", () => {
    down(scroller.querySelector(".stage"));
    expect(scroller.setPointerCapture).toHaveBeenCalledTimes(1);
    down(layer.querySelector(".word"), 1);
    expect(scroller.setPointerCapture).toHaveBeenCalledTimes(2);
  });

  test("not on text, and not on a button", () => {
    down(layer.querySelector(".word"));
    down(button);
    expect(scroller.setPointerCapture).not.toHaveBeenCalled();
  });
});

describe("the button at the end of a line", () => {
  const copy = vi.fn();
  beforeEach(() => {
    copy.mockClear();
    showLineCopyButton(layer.parentElement ?? layer, button, () => view, copy);
  });
  const over = (selector: string, buttons = 0) =>
    layer
      .querySelector(selector)
      ?.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, buttons }));

  test("appears under the mouse, and copies that line", () => {
    expect(button.hidden).toBe(true);
    over('[data-line="1"]');
    expect(button.hidden).toBe(false);
    button.click();
    expect(copy).toHaveBeenCalledExactlyOnceWith("once again");
  });

  test("is placed at the end of its line", () => {
    over('[data-line="0"]');
    expect(Number(button.style.getPropertyValue("--x"))).toBeCloseTo(150 / 400);
    expect(Number(button.style.getPropertyValue("--y"))).toBeCloseTo(5 / 100);
  });

  test("is hidden during a selection and when the mouse leaves", () => {
    over('[data-line="1"]');
    over('[data-line="1"]', 1);
    expect(button.hidden).toBe(true);
    over('[data-line="1"]');
    layer.parentElement?.dispatchEvent(new PointerEvent("pointerleave"));
    expect(button.hidden).toBe(true);
  });
});
