/**
 * Selecting an area of the picture: by a drag with the tool or with Ctrl, or on the keyboard with
 * arrow keys, Enter and Escape.
 */
import { html, type TemplateResult } from "lit";
import { areaBetween, changedArea } from "../area";
import type { Area } from "../bindings/Area";
import type { Point } from "../geometry";
import { WORDS } from "../messages";
import type { Size } from "../zoom";
import { icon } from "./icons";

/** Shorter drags are clicks, in CSS pixels. */
const SHORTEST = 5;

export interface AreaHost {
  readonly scroller: HTMLElement;
  readonly stage: HTMLElement;
  /** The size of the picture; undefined while there is none. */
  readonly picture: () => Size | undefined;
  /** Whether a drag without Ctrl selects an area too. */
  readonly isToolOn: () => boolean;
  /** Called during a drag, and when it has ended. */
  readonly onChange: (area: Area | null, hasEnded: boolean) => void;
}

/** Before the listeners that move the picture or select text. */
export function enableAreaSelection(host: AreaHost): void {
  const { scroller } = host;
  let isSelecting = false;

  scroller.addEventListener(
    "pointerdown",
    (down) => {
      const picture = host.picture();
      const isOnButton = down.target instanceof Element && down.target.closest("button");
      const isMeant = host.isToolOn() || down.ctrlKey || down.metaKey;
      if (!picture || down.button !== 0 || !isMeant || isOnButton) return;
      down.stopImmediatePropagation();
      down.preventDefault();
      isSelecting = true;
      scroller.focus({ preventScroll: true });
      document.getSelection()?.removeAllRanges();
      scroller.setPointerCapture(down.pointerId);
      const from = pointOn(host.stage, down, picture);
      let area: Area | null = null;
      const drag = (event: PointerEvent) => {
        const distance = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
        const isDrag = distance >= SHORTEST;
        area = isDrag ? areaBetween(from, pointOn(host.stage, event, picture), picture) : null;
        host.onChange(area, false);
      };
      const release = () => {
        isSelecting = false;
        scroller.removeEventListener("pointermove", drag);
        scroller.removeEventListener("lostpointercapture", release);
        host.onChange(area, true);
      };
      scroller.addEventListener("pointermove", drag);
      scroller.addEventListener("lostpointercapture", release);
    },
    true,
  );

  // Selecting text listens to this one.
  scroller.addEventListener(
    "mousedown",
    (event) => {
      if (!isSelecting) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    true,
  );
}

/** What is shown and done with a selected area. */
export interface AreaFrame {
  readonly area: () => Area | null;
  /** The text in it. */
  readonly lines: readonly string[];
  readonly picture: Size;
  readonly change: (area: Area) => void;
  readonly copy: () => void;
  /** Leaves it out of the text; called with the button that was pressed. */
  readonly ignore: (button: HTMLElement) => void;
}

/** The frame of an area, with buttons that copy its lines or leave them out of the text. */
export function areaFrame({
  area: getArea,
  lines,
  picture,
  change,
  copy,
  ignore,
}: AreaFrame): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Several keys may come before the frame is drawn again.
    const area = getArea();
    const changed = area && changedArea(area, event.key, event.shiftKey, picture);
    if (changed) change(changed);
    else if (event.key === "Enter" && event.target === event.currentTarget) copy();
    else return;
    event.preventDefault();
  };
  return html`<div class="area-clip"><div class="area-shade"></div></div>
    <div id="area" tabindex="0" role="group" aria-label=${WORDS.PICTURE.area} aria-describedby="area-hint" @keydown=${onKey}>
      <span id="area-hint" class="visually-hidden">${WORDS.PICTURE.areaHint}</span>
      <div class="area-outline"></div>
      <div class="area-buttons"><div class="row">
        <button type="button" class="button primary copy-area" ?disabled=${lines.length === 0} @click=${copy}>
          ${icon("copy")}<span>${WORDS.PICTURE.copyArea(lines.length)}</span>
        </button>
        <button type="button" class="button plain" id="ignore-area" title=${WORDS.PICTURE.ignoreAreaHint} ?disabled=${lines.length === 0} @click=${({ currentTarget }: Event) => ignore(currentTarget as HTMLElement)}>
          ${icon("close")}<span>${WORDS.PICTURE.ignoreArea}</span>
        </button>
      </div></div>
    </div>`;
}

/** Puts the frame over an area, as parts of the picture, so that zooming moves it along. */
export function placeArea(stage: HTMLElement, area: Area, picture: Size): void {
  for (const element of stage.querySelectorAll<HTMLElement>(".area-outline, .area-shade")) {
    placeOnPicture(element, area, picture);
  }
  const buttons = stage.querySelector<HTMLElement>(".area-buttons");
  if (!buttons) return;
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  buttons.style.setProperty("--after", percent(picture.width - right, picture.width));
  // Below the area the buttons cover none of it, but there must be room for them.
  const below = stage.clientHeight * (1 - bottom / picture.height);
  const isRoomBelow = below >= buttons.offsetHeight;
  buttons.style.setProperty("top", isRoomBelow ? percent(bottom, picture.height) : "auto");
  const above = percent(picture.height - bottom, picture.height);
  buttons.style.setProperty("bottom", isRoomBelow ? "auto" : above);
}

/** Puts an element over an area, as a part of the picture. */
export function placeOnPicture(element: HTMLElement, area: Area, picture: Size): void {
  element.style.setProperty("left", percent(area.left, picture.width));
  element.style.setProperty("top", percent(area.top, picture.height));
  element.style.setProperty("width", percent(area.width, picture.width));
  element.style.setProperty("height", percent(area.height, picture.height));
}

function percent(length: number, whole: number): string {
  return `${(length / whole) * 100}%`;
}

function pointOn(stage: HTMLElement, { clientX, clientY }: PointerEvent, picture: Size): Point {
  const { left, top, width } = stage.getBoundingClientRect();
  const scale = width > 0 ? width / picture.width : 1;
  return { x: (clientX - left) / scale, y: (clientY - top) / scale };
}
