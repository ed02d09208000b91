/** The pixels of the page that is shown: painted once, reduced where they are shown smaller, wiped. */
import { html } from "lit";
import type { Pixels } from "../ipc";
import { paintReduced, reducedSize } from "../reducedPicture";
import { paintAndWipe, wipeCanvas } from "../wiping";
import { onPixelRatioChange } from "./devicePixels";

export const pictureCanvases = (label: string) => html`
  <canvas id="picture" width="1" height="1" role="img" aria-label=${label}></canvas>
  <canvas id="reduced-picture" width="1" height="1" aria-hidden="true" hidden></canvas>`;

/** How the pixels of a page are loaded. */
export interface PixelSource {
  /** Small, and there at once. */
  readonly thumbnail: () => Promise<Pixels>;
  readonly preview: () => Promise<Pixels>;
}

export class PictureCanvas {
  /** Which page is on the canvas; empty while there is none. */
  private key = "";
  /** Whether it is more than its thumbnail. */
  private isSharp = false;
  /** The width of the reduced picture; 0 while there is none. */
  private reducedWidth = 0;
  private width = 0;
  private frame = 0;
  private ignorePixelRatio = (): void => {};
  /** The element that the canvases are in. */
  private readonly root: ParentNode;

  constructor(root: ParentNode) {
    this.root = root;
  }

  isOf(key: string): boolean {
    return this.key === key;
  }

  /** Paints a page when its pixels are loaded, unless another one is wanted then. */
  async paint(key: string, source: PixelSource): Promise<void> {
    this.key = key;
    this.isSharp = false;
    await Promise.all([
      this.paintLoaded(key, source.thumbnail, false),
      this.paintLoaded(key, source.preview, true),
    ]);
  }

  private async paintLoaded(
    key: string,
    load: () => Promise<Pixels>,
    isSharp: boolean,
  ): Promise<void> {
    try {
      const pixels = await load();
      const { canvas } = this;
      if (this.key === key && !this.isSharp && canvas?.isConnected) {
        paintAndWipe(canvas, pixels);
        this.isSharp = isSharp;
        this.reduce();
      } else pixels.data.fill(0);
    } catch {
      // It was removed or rotated in the meantime; what replaces it is loaded on its own.
    }
  }

  /** The width in which it is shown, in CSS pixels. */
  resize(width: number): void {
    this.width = width;
    this.reduceSoon();
  }

  /** Follows the monitors that the window is moved to. */
  watch(): void {
    this.ignorePixelRatio = onPixelRatioChange(this.reduceSoon);
  }

  stop(): void {
    this.ignorePixelRatio();
  }

  /** Once for each frame: the wheel can turn several notches in one. */
  private readonly reduceSoon = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.reduce());
  };

  /** Shows a reduced picture in place of one that is larger than its place. */
  private reduce(): void {
    const { canvas, reducedCanvas } = this;
    if (!canvas || !reducedCanvas || !this.isSharp) return;
    const size = reducedSize(canvas, this.width * devicePixelRatio);
    const reducedWidth = size?.width ?? 0;
    if (reducedWidth === this.reducedWidth) return;
    this.reducedWidth = reducedWidth;
    reducedCanvas.hidden = size === null;
    if (!size) {
      wipeCanvas(reducedCanvas);
      return;
    }
    paintReduced(canvas, reducedCanvas, size);
    // One pixel of it is one of the screen, so that nothing resamples it.
    reducedCanvas.style.setProperty("width", `${size.width / devicePixelRatio}px`);
    reducedCanvas.style.setProperty("height", `${size.height / devicePixelRatio}px`);
  }

  wipe(): void {
    if (this.canvas) wipeCanvas(this.canvas);
    if (this.reducedCanvas) {
      wipeCanvas(this.reducedCanvas);
      this.reducedCanvas.hidden = true;
    }
    this.reducedWidth = 0;
    this.isSharp = false;
    this.key = "";
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.root.querySelector<HTMLCanvasElement>("#picture");
  }

  private get reducedCanvas(): HTMLCanvasElement | null {
    return this.root.querySelector<HTMLCanvasElement>("#reduced-picture");
  }
}
