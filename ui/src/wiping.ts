/** Painting, and taking back: no pixel or letter is left where it was when it is done with. */
import type { Pixels } from "./ipc";

/** Puts a picture on a canvas and wipes the array it came in. */
export function paint(canvas: HTMLCanvasElement, { width, height, data }: Pixels): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  data.fill(0);
}

/** Empties a canvas: overwritten first, for a size of 0 × 0 only gives its memory back. */
export function wipe(canvas: HTMLCanvasElement): void {
  if (canvas.width === 0) return;
  canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
  canvas.width = 0;
  canvas.height = 0;
}

/** As many blanks as a text has characters: what is written over it before it is let go. */
export function blank(text: string): string {
  return " ".repeat(text.length);
}
