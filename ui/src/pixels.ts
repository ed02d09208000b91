/** Painting, and taking it back: no pixel is left in an array or on a canvas that is done with. */
import type { Pixels } from "./ipc";

/** Puts a picture on a canvas and wipes the array it came in. */
export function paint(canvas: HTMLCanvasElement, { width, height, data }: Pixels): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  data.fill(0);
}

/** Empties a canvas; a size of 1 × 1 gives its memory back. */
export function wipe(canvas: HTMLCanvasElement): void {
  canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
  canvas.width = 1;
  canvas.height = 1;
}
