/** How large the picture is shown: fitted to its pane, or zoomed by buttons, keys and the wheel. */
import {
  fitScale,
  readableScale,
  type Size,
  scrollKeepingPoint,
  wheelScale,
  type Zoom,
  zoomedIn,
  zoomedOut,
} from "../zoom";

/** Padding of the scroller on both sides together, in CSS pixels. */
const PADDING = 32;

export interface ZoomHost {
  /** A change draws the picture in its new size. */
  scale: number;
  readonly scroller: HTMLElement;
  /** The size of the page that is shown; undefined while there is none. */
  readonly pageInfo: Size | undefined;
  /** Resolves when the picture has its new size. */
  readonly updateComplete: Promise<unknown>;
}

/** Where the person was in a page. */
type Place = { readonly scale: number; readonly left: number; readonly top: number };

/** Of each page that was zoomed; it is there again after a rotation that was cancelled. */
const places = new Map<string, Place>();

export class PictureZoom {
  /** The page that is shown; empty while there is none. */
  private page = "";
  /** Where it was scrolled last: a pane that is removed does not know it any more. */
  private scrolled = { left: 0, top: 0 };
  /** Whether the scale follows the size of the pane. */
  private isFitted = true;
  private readonly host: ZoomHost;
  private readonly resizeObserver = new ResizeObserver(() => this.refit());

  constructor(host: ZoomHost) {
    this.host = host;
  }

  /** Follows the size of the pane, and the wheel. */
  watch(): void {
    const { scroller } = this.host;
    this.resizeObserver.observe(scroller);
    // Ctrl and the wheel would zoom the whole page; a passive listener could not prevent that.
    scroller.addEventListener("wheel", this.onWheel, { passive: false });
    scroller.addEventListener("scroll", this.onScroll, { passive: true });
  }

  stop(): void {
    this.resizeObserver.disconnect();
    this.leave();
  }

  /** Another page is shown: as a whole, or as it was left. */
  async open(page: string): Promise<void> {
    this.leave();
    this.page = page;
    const place = places.get(page);
    if (!place) return this.fit();
    this.isFitted = false;
    this.host.scale = place.scale;
    await this.host.updateComplete;
    if (this.page === page) this.host.scroller.scrollTo(place.left, place.top);
  }

  private leave(): void {
    if (this.isFitted) places.delete(this.page);
    else if (this.page) places.set(this.page, { scale: this.host.scale, ...this.scrolled });
    this.page = "";
    this.scrolled = { left: 0, top: 0 };
  }

  zoom(way: Zoom): void {
    const { scale } = this.host;
    if (way === "fit") this.fit();
    else if (way === "actual") this.zoomTo(1);
    else this.zoomTo(way === "in" ? zoomedIn(scale) : zoomedOut(scale));
  }

  /** Shows the whole page, and again after each change of the pane. */
  fit(): void {
    this.isFitted = true;
    this.refit();
  }

  /** Enlarges the picture until a line of this height is easy to read. */
  async makeReadable(lineHeight: number): Promise<void> {
    const scale = readableScale(this.host.scale, lineHeight);
    if (scale === this.host.scale) return;
    this.isFitted = false;
    this.host.scale = scale;
    await this.host.updateComplete;
  }

  private refit(): void {
    const { pageInfo, scroller } = this.host;
    if (!pageInfo || !this.isFitted) return;
    const { clientWidth, clientHeight } = scroller;
    // It is hidden, and keeps its size until it is shown again.
    if (clientWidth === 0) return;
    this.host.scale = fitScale(pageInfo, {
      width: clientWidth - PADDING,
      height: clientHeight - PADDING,
    });
  }

  /** Zooms about a point of the pane, by default its centre. */
  private async zoomTo(scale: number, at?: { x: number; y: number }): Promise<void> {
    this.isFitted = false;
    const { scroller, scale: before } = this.host;
    const { x, y } = at ?? { x: scroller.clientWidth / 2, y: scroller.clientHeight / 2 };
    const { scrollLeft, scrollTop } = scroller;
    this.host.scale = scale;
    await this.host.updateComplete;
    scroller.scrollLeft = scrollKeepingPoint(scrollLeft, x, before, scale);
    scroller.scrollTop = scrollKeepingPoint(scrollTop, y, before, scale);
  }

  private readonly onScroll = () => {
    const { scrollLeft: left, scrollTop: top } = this.host.scroller;
    this.scrolled = { left, top };
  };

  private readonly onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { scroller, scale } = this.host;
    const { left, top } = scroller.getBoundingClientRect();
    this.zoomTo(wheelScale(scale, event.deltaY), {
      x: event.clientX - left,
      y: event.clientY - top,
    });
  };
}
