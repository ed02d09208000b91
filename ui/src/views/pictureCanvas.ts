/** The pixels of the page that is shown: painted once, reduced where they are shown much smaller, wiped. */
import { html } from "lit";
import type { Pixels } from "../ipc";
import { halvings, paintReduced } from "../reducedPicture";
import { paintAndWipe, wipeCanvas } from "../wiping";

export const pictureCanvases = (label: string) => html`
  <canvas id="picture" width="1" height="1" role="img" aria-label=${label}></canvas>
  <canvas id="reduced-picture" width="1" height="1" aria-hidden="true" hidden></canvas>`;

export class PictureCanvas {
  /** Which page is on the canvas; empty while there is none. */
  private key = "";
  /** How often the reduced picture is halved; 0 while there is none. */
  private reducedBy = 0;
  /** The element that the canvases are in. */
  private readonly root: ParentNode;

  constructor(root: ParentNode) {
    this.root = root;
  }

  isOf(key: string): boolean {
    return this.key === key;
  }

  /** Paints a page when its pixels are loaded, unless another one is wanted then; returns whether it did. */
  async paint(key: string, load: () => Promise<Pixels>): Promise<boolean> {
    this.key = key;
    try {
      const pixels = await load();
      const { canvas } = this;
      if (this.key === key && canvas?.isConnected) {
        paintAndWipe(canvas, pixels);
        return true;
      }
      pixels.data.fill(0);
    } catch {
      // It was removed or rotated in the meantime; what replaces it is loaded on its own.
    }
    return false;
  }

  /** Shows a reduced picture in place of one that is far larger than `width`, in pixels of the screen. */
  reduceTo(width: number): void {
    const { canvas, reducedCanvas } = this;
    if (!canvas || !reducedCanvas || canvas.width <= 1) return;
    const times = halvings(width / canvas.width);
    if (times !== this.reducedBy) {
      wipeCanvas(reducedCanvas);
      if (times > 0) paintReduced(canvas, reducedCanvas, times);
      this.reducedBy = times;
    }
    reducedCanvas.hidden = times === 0;
  }

  wipe(): void {
    if (this.canvas) wipeCanvas(this.canvas);
    if (this.reducedCanvas) wipeCanvas(this.reducedCanvas);
    this.reducedBy = 0;
    this.key = "";
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.root.querySelector<HTMLCanvasElement>("#picture");
  }

  private get reducedCanvas(): HTMLCanvasElement | null {
    return this.root.querySelector<HTMLCanvasElement>("#reduced-picture");
  }
}
