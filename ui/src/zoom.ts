/** Arithmetic of zooming: how large a picture is shown. A scale of 1 is one pixel a pixel. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A way of zooming; the actual size is one pixel a pixel. */
export type Zoom = "in" | "out" | "fit" | "actual";

/** A button press makes the picture this much larger or smaller. */
const STEP = 1.25;
const LARGEST = 8;
const SMALLEST = 0.05;

/** The scale at which the whole picture is seen; small pictures are not blown up. */
export function fitting(picture: Size, room: Size): number {
  const scale = Math.min(room.width / picture.width, room.height / picture.height, 1);
  return Number.isFinite(scale) ? clamped(scale) : 1;
}

export const larger = (scale: number): number => clamped(scale * STEP);
export const smaller = (scale: number): number => clamped(scale / STEP);

/** The scale after a turn of the wheel; a notch is 100 units, some touchpads send single ones. */
export function wheeled(scale: number, delta: number): number {
  return clamped(scale * STEP ** (-Math.max(-200, Math.min(200, delta)) / 100));
}

/** The scale at which a line of this height can be read at leisure, never smaller than now. */
export function readable(scale: number, lineHeight: number): number {
  const comfortable = 22;
  return clamped(Math.max(scale, Math.min(3, comfortable / lineHeight)));
}

/** How far to scroll so that what was under a point stays there. */
export function keeping(scroll: number, at: number, before: number, after: number): number {
  return ((scroll + at) * after) / before - at;
}

function clamped(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}
