/** Arithmetic of zooming. A scale of 1 shows one pixel of the picture as one CSS pixel. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Zoom = "in" | "out" | "fit" | "actual";

/** Factor of one button press. */
const STEP = 1.25;
const LARGEST = 8;
const SMALLEST = 0.05;
/** Line height that is comfortable to read, in CSS pixels. */
const COMFORTABLE_LINE = 22;

/** The scale at which the whole picture is seen; small pictures are not enlarged. */
export function fitScale(picture: Size, room: Size): number {
  const scale = Math.min(room.width / picture.width, room.height / picture.height, 1);
  return Number.isFinite(scale) ? clamp(scale) : 1;
}

export const zoomedIn = (scale: number): number => clamp(scale * STEP);
export const zoomedOut = (scale: number): number => clamp(scale / STEP);

/** The scale after the wheel has moved; a notch is 100 units, some touchpads send single ones. */
export function wheelScale(scale: number, delta: number): number {
  return clamp(scale * STEP ** (-Math.max(-200, Math.min(200, delta)) / 100));
}

/** The lowest line that can still be read: above, the scale stays as it is from word to word. */
const LEGIBLE_LINE = 14;

/** The scale at which a line of this height is easy to read, never smaller than now. */
export function readableScale(scale: number, lineHeight: number): number {
  if (scale * lineHeight >= LEGIBLE_LINE) return scale;
  return clamp(Math.max(scale, Math.min(3, COMFORTABLE_LINE / lineHeight)));
}

/** The scroll offset that keeps the point `at` in place when the scale changes. */
export function scrollKeepingPoint(
  scroll: number,
  at: number,
  before: number,
  after: number,
): number {
  return ((scroll + at) * after) / before - at;
}

function clamp(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}
