/**
 * Geometry of the text that lies over the picture: where a word's box stands, and which character
 * is meant by a point. All lengths in pixels of the picture.
 */
import type { LineView } from "./bindings/LineView";
import type { PageView } from "./bindings/PageView";

export type Quad = LineView["quad"];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle that was turned about its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Clockwise, in radians. */
  readonly angle: number;
}

/** A place between two characters; line and word from 0. */
export interface Place {
  readonly line: number;
  readonly word: number;
  readonly offset: number;
}

/** The turned rectangle that comes closest to a quad, whose corners go clockwise from top left. */
export function boxOf([topLeft, topRight, bottomRight, bottomLeft]: Quad): Box {
  const along = difference(topLeft, topRight);
  const width = (length(along) + length(difference(bottomLeft, bottomRight))) / 2;
  const height =
    (length(difference(topLeft, bottomLeft)) + length(difference(topRight, bottomRight))) / 2;
  return { left: topLeft[0], top: topLeft[1], width, height, angle: Math.atan2(along.y, along.x) };
}

/** A point as seen from a box: along the text, and down from its top. */
export function within(box: Box, point: Point): Point {
  const x = point.x - box.left;
  const y = point.y - box.top;
  const cosine = Math.cos(box.angle);
  const sine = Math.sin(box.angle);
  return { x: x * cosine + y * sine, y: y * cosine - x * sine };
}

/** The place between two characters that is closest to a point; null on a page without words. */
export function placeAt(page: PageView, point: Point): Place | null {
  const line = closest(page.lines, point);
  const words = page.lines[line]?.words ?? [];
  const word = closest(words, point);
  const view = words[word];
  if (!view) return null;
  const box = boxOf(view.quad);
  const share = box.width > 0 ? within(box, point).x / box.width : 0;
  const offset = Math.round(Math.min(1, Math.max(0, share)) * view.text.length);
  return { line, word, offset: outsidePairs(view.text, offset) };
}

/** Which of several quads is closest; the first of equals. */
function closest(views: readonly { readonly quad: Quad }[], point: Point): number {
  const distances = views.map(({ quad }) => distance(boxOf(quad), point));
  return distances.indexOf(Math.min(...distances));
}

function distance(box: Box, point: Point): number {
  const { x, y } = within(box, point);
  return Math.hypot(Math.max(-x, 0, x - box.width), Math.max(-y, 0, y - box.height));
}

/** A character beyond U+FFFF is two units long; between them is no place. */
function outsidePairs(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

function difference(from: [number, number], to: [number, number]): Point {
  return { x: to[0] - from[0], y: to[1] - from[1] };
}

function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}
