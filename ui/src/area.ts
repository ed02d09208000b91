/** A rectangle on the picture, and the text in it. All lengths are in pixels of the picture. */
import type { Area } from "./bindings/Area";
import type { PageView } from "./bindings/PageView";
import { type Point, type Quad, toBoxCoordinates } from "./geometry";
import { textRows } from "./rows";
import type { Size } from "./zoom";

/** How far an arrow key moves an edge, as a part of the picture. */
const STEP = 0.02;

/** The rectangle between two points, as far as it is on the picture. */
export function areaBetween(one: Point, other: Point, picture: Size): Area {
  const x = [one.x, other.x].map((at) => clamp(at, picture.width)).sort((a, b) => a - b);
  const y = [one.y, other.y].map((at) => clamp(at, picture.height)).sort((a, b) => a - b);
  const [left = 0, right = 0] = x;
  const [top = 0, bottom = 0] = y;
  return { left, top, width: right - left, height: bottom - top };
}

/** The middle of a picture, to begin with on the keyboard. */
export function middleArea({ width, height }: Size): Area {
  return { left: width / 4, top: height / 4, width: width / 2, height: height / 2 };
}

/** Moves an area by an arrow key, or its right and bottom edges; null for other keys. */
export function changedArea(
  area: Area,
  key: string,
  isResizing: boolean,
  picture: Size,
): Area | null {
  const directions: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const direction = directions[key];
  if (!direction) return null;
  const step = { x: picture.width * STEP, y: picture.height * STEP };
  const [x, y] = [direction[0] * step.x, direction[1] * step.y];
  if (!isResizing) {
    const left = clamp(area.left + x, picture.width - area.width);
    const top = clamp(area.top + y, picture.height - area.height);
    return { ...area, left, top };
  }
  const width = Math.max(step.x, clamp(area.width + x, picture.width - area.left));
  const height = Math.max(step.y, clamp(area.height + y, picture.height - area.top));
  return { ...area, width, height };
}

/** The words whose middle is in an area, in their lines; cells of a row are divided by tabs. */
export function linesInArea({ lines }: PageView, area: Area): string[] {
  const words = lines.flatMap((line) => line.words);
  return textRows(words.filter(({ quad }) => contains(area, middle(quad))));
}

function contains({ left, top, width, height }: Area, point: Point): boolean {
  const { x, y } = toBoxCoordinates({ left, top, width, height, angle: 0 }, point);
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

function middle(quad: Quad): Point {
  const sum = quad.reduce((before, [x, y]) => ({ x: before.x + x, y: before.y + y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / quad.length, y: sum.y / quad.length };
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(0, value), Math.max(0, largest));
}
