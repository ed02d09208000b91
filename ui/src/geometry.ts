/**
 * Geometry of the text layer: the box of each word, and the character at a point. All lengths are
 * in pixels of the picture.
 */
import type { LineView } from "./bindings/LineView";
import type { PageView } from "./bindings/PageView";

export type Quad = LineView["quad"];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle that is rotated about its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Clockwise, in radians. */
  readonly angle: number;
}

/** A position between two characters; line and word from 0, offset in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly word: number;
  readonly offset: number;
}

/** The rotated rectangle closest to a quad, whose corners go clockwise from top left. */
export function boxFromQuad([topLeft, topRight, bottomRight, bottomLeft]: Quad): Box {
  const along = difference(topLeft, topRight);
  const width = (length(along) + length(difference(bottomLeft, bottomRight))) / 2;
  const height =
    (length(difference(topLeft, bottomLeft)) + length(difference(topRight, bottomRight))) / 2;
  return { left: topLeft[0], top: topLeft[1], width, height, angle: Math.atan2(along.y, along.x) };
}

/** A point relative to a box: along the text, and down from its top. */
export function toBoxCoordinates(box: Box, point: Point): Point {
  const x = point.x - box.left;
  const y = point.y - box.top;
  const cosine = Math.cos(box.angle);
  const sine = Math.sin(box.angle);
  return { x: x * cosine + y * sine, y: y * cosine - x * sine };
}

/** The position closest to a point; null on a page without words. */
export function textPositionAt(page: PageView, point: Point): TextPosition | null {
  const line = closest(page.lines, point);
  const words = page.lines[line]?.words ?? [];
  const word = closest(words, point);
  const view = words[word];
  if (!view) return null;
  const box = boxFromQuad(view.quad);
  const share = box.width > 0 ? toBoxCoordinates(box, point).x / box.width : 0;
  const offset = Math.round(Math.min(1, Math.max(0, share)) * view.text.length);
  return { line, word, offset: outsideSurrogatePair(view.text, offset) };
}

/** Index of the closest quad; the first of equals. */
function closest(views: readonly { readonly quad: Quad }[], point: Point): number {
  const distances = views.map(({ quad }) => distance(boxFromQuad(quad), point));
  return distances.indexOf(Math.min(...distances));
}

function distance(box: Box, point: Point): number {
  const { x, y } = toBoxCoordinates(box, point);
  return Math.hypot(Math.max(-x, 0, x - box.width), Math.max(-y, 0, y - box.height));
}

/** A character above U+FFFF has two units; no position is between them. */
function outsideSurrogatePair(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

function difference(from: [number, number], to: [number, number]): Point {
  return { x: to[0] - from[0], y: to[1] - from[1] };
}

function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}
