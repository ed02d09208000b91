/**
 * A picture that is shown much smaller than it is: reduced by halves, so that each pixel is the mean
 * of those that it stands for. What the browser does on its own leaves most of them out.
 */
import { wipeCanvas } from "./wiping";

/**
 * How often to halve a picture of which one pixel is shown as `scale` pixels of the screen. What is
 * left is between a half and one, which the browser does well.
 */
export function halvings(scale: number): number {
  return scale > 0 ? Math.max(0, Math.floor(Math.log2(1 / scale))) : 0;
}

/** Paints a picture on another canvas, halved so many times. */
export function paintReduced(from: HTMLCanvasElement, to: HTMLCanvasElement, times: number): void {
  let source = from;
  for (let step = 1; step <= times; step += 1) {
    const target = step === times ? to : document.createElement("canvas");
    target.width = Math.max(1, Math.ceil(source.width / 2));
    target.height = Math.max(1, Math.ceil(source.height / 2));
    // At exactly one half, the mean of the nearest pixels is the mean of all.
    target.getContext("2d")?.drawImage(source, 0, 0, target.width, target.height);
    if (source !== from) wipeCanvas(source);
    source = target;
  }
}
