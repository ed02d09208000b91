/** The picture: its pixels, the text layer over them, zoom, pages and rotation. */
import { html, nothing, type PropertyValues } from "lit";
import type { Actions } from "../actions";
import { type Area, linesInArea, middleArea } from "../area";
import type { PageView } from "../bindings/PageView";
import type { TextSpan } from "../bindings/TextSpan";
import { boxFromQuad } from "../geometry";
import type { Shell } from "../ipc";
import { WORDS } from "../messages";
import { halvings, paintReduced } from "../reducedPicture";
import type { Item, Session } from "../session";
import { paintAndWipe, wipeCanvas } from "../wiping";
import {
  fitScale,
  readableScale,
  scrollKeepingPoint,
  wheelScale,
  type Zoom,
  zoomedIn,
  zoomedOut,
} from "../zoom";
import { areaFrame, enableAreaSelection, placeArea } from "./areaSelection";
import { icon } from "./icons";
import { LightDomElement } from "./lightDomElement";
import { showLineCopyButton } from "./lineCopyButton";
import { enablePanning, enableTextSelection } from "./mouse";
import { pictureToolbar } from "./pictureToolbar";
import { fillLayer, placeOf, wipeLayer, wordElement } from "./textLayer";

/** Padding of the scroller on both sides together, in CSS pixels. */
const PADDING = 32;

export class PicturePane extends LightDomElement {
  static override properties = {
    shell: { attribute: false },
    actions: { attribute: false },
    session: { attribute: false },
    item: { attribute: false },
    selectInText: { attribute: false },
    scale: { state: true },
    area: { state: true },
    isAreaToolOn: { state: true },
  };
  declare shell: Shell;
  declare actions: Actions;
  declare session: Session;
  declare item: Item;
  /** Selects a part of the text that is beside the picture. */
  declare selectInText: (range: TextSpan) => void;
  declare scale: number;
  /** The selected area of the picture. */
  declare area: Area | null;
  /** Whether a drag selects an area. */
  declare isAreaToolOn: boolean;

  /** Whether the scale follows the size of the pane. */
  private isFitted = true;
  /** How often the reduced picture is halved; 0 while there is none. */
  private reducedBy = 0;
  /** Which page is on the canvas. */
  private paintedKey = "";
  /** The page whose words are on the text layer. */
  private layerPage: PageView | undefined;
  private readonly resizeObserver = new ResizeObserver(() => this.refit());

  constructor() {
    super();
    this.selectInText = () => undefined;
    this.scale = 1;
    this.area = null;
    this.isAreaToolOn = false;
  }

  zoom(way: Zoom): void {
    this.isFitted = way === "fit";
    if (way === "fit") this.refit();
    else if (way === "actual") this.zoomTo(1);
    else this.zoomTo(way === "in" ? zoomedIn(this.scale) : zoomedOut(this.scale));
  }

  /** The text in the selected area; empty when none is selected. */
  get areaText(): string {
    return this.linesInArea.join("\n");
  }

  private get linesInArea(): string[] {
    const { area, layerPage } = this;
    return area && layerPage ? linesInArea(layerPage, area) : [];
  }

  /** Returns whether an area was selected, or about to be. */
  clearArea(): boolean {
    const wasOn = this.area !== null || this.isAreaToolOn;
    if (document.activeElement?.id === "area") this.scroller.focus({ preventScroll: true });
    this.area = null;
    this.isAreaToolOn = false;
    return wasOn;
  }

  /** Turns the tool on and off. `onKeyboard` starts with the middle of the picture. */
  toggleAreaTool(onKeyboard: boolean): void {
    const page = this.pageInfo;
    if (this.clearArea() || !page) return;
    if (!onKeyboard) this.isAreaToolOn = true;
    else {
      this.changeArea(middleArea(page));
      this.updateComplete.then(() => this.querySelector<HTMLElement>("#area")?.focus());
    }
  }

  /** Selects every word. */
  selectAll(): void {
    document.getSelection()?.selectAllChildren(this.layer);
  }

  protected override render() {
    const page = this.pageInfo;
    const label = WORDS.PICTURE.page(this.item.job.name, this.session.page);
    return html`<section class="picture" aria-label=${WORDS.PICTURE.pane}>
      <div class="scroller ${this.isAreaToolOn ? "selecting" : ""}" tabindex="0" role="group" aria-label=${label}>
        <div class="stage">
          <canvas id="picture" width="1" height="1" role="img" aria-label=${label}></canvas>
          <canvas id="reduced-picture" width="1" height="1" aria-hidden="true" hidden></canvas>
          <div id="text-layer" aria-hidden="true" dir="ltr"></div>
          ${
            this.area && page
              ? areaFrame(
                  () => this.area,
                  this.linesInArea,
                  page,
                  this.changeArea,
                  () => this.actions.copy(this.areaText),
                )
              : nothing
          }
          <button type="button" class="button icon-only line-copy-button" tabindex="-1" title=${WORDS.PICTURE.copyLine} aria-label=${WORDS.PICTURE.copyLine} hidden>${icon("copy")}</button>
        </div>
      </div>
      ${page ? pictureToolbar(this, (way) => this.zoom(way)) : nothing}
    </section>`;
  }

  private reportArea(): void {
    if (this.area) this.actions.report({ kind: "areaSelected", lines: this.linesInArea.length });
  }

  private readonly changeArea = (area: Area) => {
    this.area = area;
    this.reportArea();
  };

  protected override firstUpdated(): void {
    const scroller = this.scroller;
    this.resizeObserver.observe(scroller);
    enableAreaSelection({
      scroller,
      stage: this.querySelector<HTMLElement>(".stage") ?? scroller,
      picture: () => this.pageInfo,
      isToolOn: () => this.isAreaToolOn,
      onChange: (area, hasEnded) => {
        this.area = area;
        if (!hasEnded) return;
        this.isAreaToolOn = false;
        this.reportArea();
      },
    });
    enablePanning(scroller);
    enableTextSelection(this.layer, () => this.layerPage);
    this.layer.addEventListener("click", this.showInText);
    const stage = this.querySelector<HTMLElement>(".stage");
    const copyButton = this.querySelector<HTMLButtonElement>(".line-copy-button");
    const copy = (text: string) => this.actions.copy(text);
    if (stage && copyButton) showLineCopyButton(stage, copyButton, () => this.layerPage, copy);
    // Ctrl and the wheel would zoom the whole page; a passive listener could not prevent that.
    scroller.addEventListener("wheel", this.wheel, { passive: false });
  }

  protected override updated(changed: PropertyValues<this>): void {
    let hasNewWords = false;
    if (changed.has("item") || changed.has("session")) {
      this.loadPicture();
      hasNewWords = this.updateLayer();
    }
    if (changed.has("scale") || changed.has("item")) this.resizeStage();
    const [stage, page] = [this.layer.parentElement, this.pageInfo];
    if (stage && page && this.area) placeArea(stage, this.area, page);
    const before = changed.get("session");
    const isOtherWord =
      changed.has("session") && before?.highlightedWord !== this.session.highlightedWord;
    // The text may be there, and a word of it chosen, before the words of the picture are.
    if (isOtherWord || hasNewWords) this.highlightWord();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.resizeObserver.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizeObserver.disconnect();
    this.wipe();
  }

  private get pageInfo() {
    const { state } = this.item.job;
    return state.kind === "read" ? state.pages[this.session.page - 1] : undefined;
  }

  private get scroller(): HTMLElement {
    return this.querySelector(".scroller") ?? this;
  }

  private get layer(): HTMLElement {
    return this.querySelector("#text-layer") ?? this;
  }

  private get canvas(): HTMLCanvasElement {
    return this.querySelector<HTMLCanvasElement>("#picture") ?? document.createElement("canvas");
  }

  private get reducedCanvas(): HTMLCanvasElement | null {
    return this.querySelector<HTMLCanvasElement>("#reduced-picture");
  }

  private wipe(): void {
    wipeCanvas(this.canvas);
    if (this.reducedCanvas) wipeCanvas(this.reducedCanvas);
    this.reducedBy = 0;
    this.area = null;
    wipeLayer(this.layer);
    this.paintedKey = "";
    this.layerPage = undefined;
  }

  /** Loads and paints the page if it is not on the canvas yet. */
  private async loadPicture(): Promise<void> {
    const { id } = this.item.job;
    const { page } = this.session;
    const key = `${id} ${this.item.revision} ${page}`;
    if (key === this.paintedKey) return;
    this.wipe();
    this.paintedKey = key;
    this.isFitted = true;
    this.refit();
    try {
      const pixels = await this.shell.preview(id, page);
      if (this.paintedKey === key && this.isConnected) {
        paintAndWipe(this.canvas, pixels);
        this.reduce();
      } else pixels.data.fill(0);
    } catch {
      // It was removed or rotated in the meantime; what replaces it is loaded on its own.
    }
  }

  /** Shows a reduced picture in place of one that is far larger than its place on the screen. */
  private reduce(): void {
    const { canvas, reducedCanvas, pageInfo } = this;
    if (!pageInfo || !reducedCanvas || canvas.width <= 1) return;
    const times = halvings((pageInfo.width * this.scale * devicePixelRatio) / canvas.width);
    if (times !== this.reducedBy) {
      wipeCanvas(reducedCanvas);
      if (times > 0) paintReduced(canvas, reducedCanvas, times);
      this.reducedBy = times;
    }
    reducedCanvas.hidden = times === 0;
  }

  /** Puts the words on the text layer once they are loaded; returns whether it has changed. */
  private updateLayer(): boolean {
    const view = this.item.pages[this.session.page - 1];
    if (view === this.layerPage) return false;
    this.layerPage = view;
    if (view) fillLayer(this.layer, view);
    else wipeLayer(this.layer);
    return true;
  }

  private refit(): void {
    const page = this.pageInfo;
    if (!page || !this.isFitted) return;
    const { clientWidth, clientHeight } = this.scroller;
    this.scale = fitScale(page, {
      width: clientWidth - PADDING,
      height: clientHeight - PADDING,
    });
  }

  private resizeStage(): void {
    const page = this.pageInfo;
    if (!page) return;
    const stage = this.layer.parentElement;
    stage?.style.setProperty("width", `${page.width * this.scale}px`);
    stage?.style.setProperty("height", `${page.height * this.scale}px`);
    this.layer.style.setProperty("width", `${page.width}px`);
    this.layer.style.setProperty("height", `${page.height}px`);
    this.layer.style.setProperty("transform", `scale(${this.scale})`);
    this.reduce();
  }

  /** Zooms about a point of the pane, by default its centre. */
  private async zoomTo(scale: number, at?: { x: number; y: number }): Promise<void> {
    const { scroller } = this;
    const before = this.scale;
    const { x, y } = at ?? { x: scroller.clientWidth / 2, y: scroller.clientHeight / 2 };
    const { scrollLeft, scrollTop } = scroller;
    this.scale = scale;
    await this.updateComplete;
    scroller.scrollLeft = scrollKeepingPoint(scrollLeft, x, before, scale);
    scroller.scrollTop = scrollKeepingPoint(scrollTop, y, before, scale);
  }

  /** A click on a word shows it in the text. */
  private readonly showInText = async ({ target }: Event) => {
    const element = target instanceof Element ? target.closest<HTMLElement>(".word") : null;
    const place = element && placeOf(element);
    if (!place || !document.getSelection()?.isCollapsed) return;
    const span = await this.actions.spanOf({ page: this.session.page, ...place });
    if (span) this.selectInText(span);
  };

  private readonly wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.scroller.getBoundingClientRect();
    this.isFitted = false;
    this.zoomTo(wheelScale(this.scale, event.deltaY), {
      x: event.clientX - left,
      y: event.clientY - top,
    });
  };

  /** Marks the word that was selected in the text, large enough to read. */
  private async highlightWord(): Promise<void> {
    for (const word of this.layer.querySelectorAll(".highlighted"))
      word.classList.remove("highlighted");
    const { highlightedWord } = this.session;
    const line = highlightedWord && this.layerPage?.lines[highlightedWord.line];
    const word = highlightedWord && wordElement(this.layer, highlightedWord);
    if (!line || !word) return;
    word.classList.add("highlighted");
    const { height } = boxFromQuad(line.quad);
    const scale = highlightedWord.keepsSize ? this.scale : readableScale(this.scale, height);
    if (scale !== this.scale) {
      this.isFitted = false;
      this.scale = scale;
      await this.updateComplete;
    }
    word.scrollIntoView({ block: "center", inline: "center" });
  }
}

customElements.define("picture-pane", PicturePane);
