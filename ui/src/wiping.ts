/** Overwrites pixels and letters before their memory is released. */
import type { Pixels } from "./ipc";

/**
 * The pixels of a canvas that shows a picture: in memory, where they are read again to be reduced and can
 * be overwritten, rather than on a graphics card.
 */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext("2d", { willReadFrequently: true });
}

/** Paints a picture on a canvas and wipes the array that it came in. */
export function paintAndWipe(canvas: HTMLCanvasElement, { width, height, data }: Pixels): void {
  canvas.width = width;
  canvas.height = height;
  contextOf(canvas)?.putImageData(new ImageData(data, width, height), 0, 0);
  data.fill(0);
}

/** Overwrites a canvas first: setting its size to 0 × 0 only releases the memory. */
export function wipeCanvas(canvas: HTMLCanvasElement): void {
  if (canvas.width === 0) return;
  contextOf(canvas)?.clearRect(0, 0, canvas.width, canvas.height);
  canvas.width = 0;
  canvas.height = 0;
}

/** As many spaces as a text has UTF-16 units, to write over it. */
export function blanksFor(text: string): string {
  return " ".repeat(text.length);
}
