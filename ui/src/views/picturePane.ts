/** The pane of the picture: painted pixels, the text over them, zoom, pages, turning. */
import { html, nothing, type PropertyValues } from "lit";
import type { Actions } from "../actions";
import type { PageView } from "../bindings/PageView";
import { boxOf } from "../geometry";
import type { Shell } from "../ipc";
import { PICTURE } from "../messages";
import type { Item, Session } from "../session";
import { paint, wipe } from "../wiping";
import { fitting, keeping, larger, readable, smaller, wheeled, type Zoom } from "../zoom";
import { icon } from "./icons";
import { PageElement } from "./lightDomElement";
import { letCopyLine } from "./lineCopyButton";
import { letPan, letSelect } from "./mouse";
import { pictureTools } from "./pictureToolbar";
import { fillLayer, wipeLayer, wordElement } from "./textLayer";

export class PicturePane extends PageElement {
  static override properties = {
    shell: { attribute: false },
    actions: { attribute: false },
    session: { attribute: false },
    item: { attribute: false },
    scale: { state: true },
  };
  declare shell: Shell;
  declare actions: Actions;
  declare session: Session;
  declare item: Item;
  declare scale: number;

  /** Whether the whole picture is to be seen, however large the pane is. */
  private isFitted = true;
  private painted = "";
  private laid: PageView | undefined;
  private readonly watch = new ResizeObserver(() => this.refit());

  constructor() {
    super();
    this.scale = 1;
  }

  zoom(way: Zoom): void {
    this.isFitted = way === "fit";
    if (way === "fit") this.refit();
    else if (way === "actual") this.zoomTo(1);
    else this.zoomTo(way === "in" ? larger(this.scale) : smaller(this.scale));
  }

  /** Selects every word. */
  selectAll(): void {
    document.getSelection()?.selectAllChildren(this.layer);
  }

  protected override render() {
    const page = this.info;
    const label = PICTURE.page(this.item.job.name, this.session.page);
    return html`<section class="picture" aria-label=${PICTURE.pane}>
      <div class="scroller" tabindex="0" role="group" aria-label=${label}>
        <div class="stage">
          <canvas id="picture" width="1" height="1" role="img" aria-label=${label}></canvas>
          <div id="text-layer" aria-hidden="true" dir="ltr"></div>
          <button type="button" class="button icon-only line-copy" tabindex="-1" title=${PICTURE.copyLine} aria-label=${PICTURE.copyLine} hidden>${icon("copy")}</button>
        </div>
      </div>
      ${page ? pictureTools(this.session, this.item, this.scale, this.actions, (way) => this.zoom(way)) : nothing}
    </section>`;
  }

  protected override firstUpdated(): void {
    const scroller = this.scroller;
    this.watch.observe(scroller);
    letPan(scroller);
    letSelect(this.layer, () => this.laid);
    const stage = this.querySelector<HTMLElement>(".stage");
    const copier = this.querySelector<HTMLButtonElement>(".line-copy");
    const copy = (text: string) => this.actions.copy(text);
    if (stage && copier) letCopyLine(stage, copier, () => this.laid, copy);
    // A wheel with Ctrl would zoom the whole page; a passive listener could not keep it from that.
    scroller.addEventListener("wheel", this.wheel, { passive: false });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("item") || changed.has("session")) {
      this.bring();
      this.lay();
    }
    if (changed.has("scale") || changed.has("item")) this.size();
    const before = changed.get("session");
    if (changed.has("session") && before?.spot !== this.session.spot) this.showSpot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.watch.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
    this.forget();
  }

  private get info() {
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
    return this.querySelector("canvas") ?? document.createElement("canvas");
  }

  private forget(): void {
    wipe(this.canvas);
    wipeLayer(this.layer);
    this.painted = "";
    this.laid = undefined;
  }

  /** Fetches and paints the page if it is not the one painted. */
  private async bring(): Promise<void> {
    const { id } = this.item.job;
    const { page } = this.session;
    const key = `${id} ${this.item.round} ${page}`;
    if (key === this.painted) return;
    this.forget();
    this.painted = key;
    this.isFitted = true;
    this.refit();
    try {
      const pixels = await this.shell.preview(id, page);
      if (this.painted === key && this.isConnected) paint(this.canvas, pixels);
      else pixels.data.fill(0);
    } catch {
      // It was removed or turned meanwhile; what replaces it is brought by itself.
    }
  }

  /** Puts the words over the page if they have come and are not there yet. */
  private lay(): void {
    const view = this.item.pages[this.session.page - 1];
    if (view === this.laid) return;
    this.laid = view;
    if (view) fillLayer(this.layer, view);
    else wipeLayer(this.layer);
  }

  private refit(): void {
    const page = this.info;
    if (!page || !this.isFitted) return;
    const { clientWidth, clientHeight } = this.scroller;
    const margin = 32;
    this.scale = fitting(page, { width: clientWidth - margin, height: clientHeight - margin });
  }

  private size(): void {
    const page = this.info;
    if (!page) return;
    const stage = this.layer.parentElement;
    stage?.style.setProperty("width", `${page.width * this.scale}px`);
    stage?.style.setProperty("height", `${page.height * this.scale}px`);
    this.layer.style.setProperty("width", `${page.width}px`);
    this.layer.style.setProperty("height", `${page.height}px`);
    this.layer.style.setProperty("transform", `scale(${this.scale})`);
  }

  /** Zooms about a point of the pane, its middle by itself. */
  private async zoomTo(scale: number, at?: { x: number; y: number }): Promise<void> {
    const { scroller } = this;
    const before = this.scale;
    const { x, y } = at ?? { x: scroller.clientWidth / 2, y: scroller.clientHeight / 2 };
    const { scrollLeft, scrollTop } = scroller;
    this.scale = scale;
    await this.updateComplete;
    scroller.scrollLeft = keeping(scrollLeft, x, before, scale);
    scroller.scrollTop = keeping(scrollTop, y, before, scale);
  }

  private readonly wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.scroller.getBoundingClientRect();
    this.isFitted = false;
    this.zoomTo(wheeled(this.scale, event.deltaY), {
      x: event.clientX - left,
      y: event.clientY - top,
    });
  };

  /** Leads the eye to the word that the person was led to in the text. */
  private async showSpot(): Promise<void> {
    for (const word of this.layer.querySelectorAll(".here")) word.classList.remove("here");
    const { spot } = this.session;
    const line = spot && this.laid?.lines[spot.line];
    const word = spot && wordElement(this.layer, spot);
    if (!line || !word) return;
    word.classList.add("here");
    const scale = readable(this.scale, boxOf(line.quad).height);
    if (scale !== this.scale) {
      this.isFitted = false;
      this.scale = scale;
      await this.updateComplete;
    }
    word.scrollIntoView({ block: "center", inline: "center" });
  }
}

customElements.define("picture-pane", PicturePane);
