/**
 * A picture that is shown smaller than it is. Each pixel is the mean of those that it stands for, by
 * area. A browser leaves some of them out, and with them thin lines: a minus sign can be one pixel high.
 */
import type { Pixels } from "./ipc";
import { contextOf, paintAndWipe } from "./wiping";
import type { Size } from "./zoom";

/** The size of a picture in a place of `width` pixels of the screen; null where it is not reduced. */
export function reducedSize(picture: Size, width: number): Size | null {
  const rounded = Math.max(1, Math.round(width));
  if (rounded >= picture.width) return null;
  const height = Math.max(1, Math.round((picture.height * rounded) / picture.width));
  return { width: rounded, height };
}

/** Paints a picture on another canvas, reduced to a size. */
export function paintReduced(from: HTMLCanvasElement, to: HTMLCanvasElement, size: Size): void {
  const { width, height } = from;
  const data = contextOf(from)?.getImageData(0, 0, width, height).data;
  if (!data) return;
  paintAndWipe(to, reduced({ width, height, data }, size));
  data.fill(0);
}

/** An opaque picture, reduced to a size that is not larger in any direction. */
export function reduced({ width, height, data }: Pixels, to: Size): Pixels {
  const result = new Uint8ClampedArray(to.width * to.height * 4).fill(255);
  const columns = Array.from({ length: to.width }, (_, at) => spanOf(at, width / to.width, width));
  // Red, green and blue of one row of the picture, and of the reduced row that it belongs to.
  const row = new Float32Array(to.width * 3);
  const sum = new Float32Array(to.width * 3);
  for (let y = 0; y < to.height; y += 1) {
    const rows = spanOf(y, height / to.height, height);
    sum.fill(0);
    for (let from = rows.first; from <= rows.last; from += 1) {
      reduceRow(data, from * width, columns, row);
      const share = shareOf(rows, from);
      for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + share * (row[at] ?? 0);
    }
    for (let from = 0, at = y * to.width * 4; from < sum.length; from += 3, at += 4) {
      result[at] = sum[from] ?? 0;
      result[at + 1] = sum[from + 1] ?? 0;
      result[at + 2] = sum[from + 2] ?? 0;
    }
  }
  row.fill(0);
  sum.fill(0);
  return { ...to, data: result };
}

/** The pixels, along one axis, that a reduced one stands for: the first and the last only in part. */
interface Span {
  readonly first: number;
  readonly last: number;
  /** The parts of the reduced pixel that the first, the last and each other one make, 0 to 1. */
  readonly ofFirst: number;
  readonly ofLast: number;
  readonly ofOther: number;
}

/** `ratio` is how many pixels a reduced one stands for, `length` how many there are. */
function spanOf(at: number, ratio: number, length: number): Span {
  const [start, end] = [at * ratio, Math.min(length, (at + 1) * ratio)];
  const first = Math.floor(start);
  const last = Math.max(first, Math.ceil(end) - 1);
  const ofFirst = (Math.min(first + 1, end) - start) / ratio;
  return { first, last, ofFirst, ofLast: (end - last) / ratio, ofOther: 1 / ratio };
}

function shareOf({ first, last, ofFirst, ofLast, ofOther }: Span, at: number): number {
  if (at === first) return ofFirst;
  return at === last ? ofLast : ofOther;
}

/** Reduces the row that begins at the pixel `start`. */
function reduceRow(
  data: Uint8ClampedArray,
  start: number,
  columns: readonly Span[],
  row: Float32Array,
): void {
  let to = 0;
  for (const { first, last, ofFirst, ofLast, ofOther } of columns) {
    let at = (start + first) * 4;
    let red = ofFirst * (data[at] ?? 0);
    let green = ofFirst * (data[at + 1] ?? 0);
    let blue = ofFirst * (data[at + 2] ?? 0);
    for (let x = first + 1; x <= last; x += 1) {
      at += 4;
      const share = x === last ? ofLast : ofOther;
      red += share * (data[at] ?? 0);
      green += share * (data[at + 1] ?? 0);
      blue += share * (data[at + 2] ?? 0);
    }
    row[to] = red;
    row[to + 1] = green;
    row[to + 2] = blue;
    to += 3;
  }
}
