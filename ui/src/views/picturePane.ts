/** The picture: its pixels, and over them the text layer and a selected area. */
import { html, nothing, type PropertyValues } from "lit";
import type { Actions } from "../actions";
import { linesInArea, middleArea } from "../area";
import type { Area } from "../bindings/Area";
import type { PageView } from "../bindings/PageView";
import type { TextSpan } from "../bindings/TextSpan";
import { boxFromQuad } from "../geometry";
import type { Shell } from "../ipc";
import { WORDS } from "../messages";
import type { Item, Session } from "../session";
import type { Zoom } from "../zoom";
import { areaFrame, enableAreaSelection, placeArea } from "./areaSelection";
import { icon } from "./icons";
import { chooseIgnored, sameSize } from "./ignoreArea";
import { drawLeftOutAreas } from "./leftOutAreas";
import { LightDomElement } from "./lightDomElement";
import { showLineCopyButton } from "./lineCopyButton";
import { enablePanning, enableTextSelection } from "./mouse";
import { PictureCanvas, pictureCanvases } from "./pictureCanvas";
import { pictureToolbar } from "./pictureToolbar";
import { PictureZoom } from "./pictureZoom";
import { fillLayer, placeOf, wipeLayer, wordElement } from "./textLayer";

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

  private readonly pixels = new PictureCanvas(this);
  private readonly pictureZoom = new PictureZoom(this);
  /** The page whose words are on the text layer. */
  private layerPage: PageView | undefined;

  constructor() {
    super();
    this.selectInText = () => undefined;
    this.scale = 1;
    this.area = null;
    this.isAreaToolOn = false;
  }

  zoom(way: Zoom): void {
    this.pictureZoom.zoom(way);
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
          ${pictureCanvases(label)}
          <div id="left-out-areas" aria-hidden="true"></div>
          <div id="text-layer" aria-hidden="true" dir="ltr"></div>
          ${
            this.area && page
              ? areaFrame({
                  area: () => this.area,
                  lines: this.linesInArea,
                  picture: page,
                  change: this.changeArea,
                  copy: () => this.actions.copy(this.areaText),
                  ignore: this.ignoreArea,
                })
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

  private readonly ignoreArea = (opener: HTMLElement) => {
    const { area, item, session } = this;
    const size = this.pageInfo;
    if (!area || !size) return;
    chooseIgnored(opener, item, sameSize(session, size), (ignored) => {
      this.clearArea();
      this.actions.ignoreArea(session.page, area, ignored);
    });
  };

  protected override firstUpdated(): void {
    const scroller = this.scroller;
    this.watch();
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
    if (this.hasUpdated) this.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pictureZoom.stop();
    this.pixels.stop();
    this.wipe();
  }

  private watch(): void {
    this.pictureZoom.watch();
    this.pixels.watch();
  }

  /** The page that is shown, once it is read. */
  get pageInfo() {
    const { state } = this.item.job;
    return state.kind === "read" ? state.pages[this.session.page - 1] : undefined;
  }

  get scroller(): HTMLElement {
    return this.querySelector(".scroller") ?? this;
  }

  private get layer(): HTMLElement {
    return this.querySelector("#text-layer") ?? this;
  }

  private get leftOutAreas(): HTMLElement {
    return this.querySelector("#left-out-areas") ?? document.createElement("div");
  }

  private wipe(): void {
    this.pixels.wipe();
    this.area = null;
    wipeLayer(this.layer);
    this.leftOutAreas.replaceChildren();
    this.layerPage = undefined;
  }

  /** Loads and paints the page if it is not on the canvas yet. */
  private loadPicture(): void {
    const { id } = this.item.job;
    const { page } = this.session;
    const key = `${id} ${this.item.revision} ${page}`;
    if (this.pixels.isOf(key)) return;
    this.wipe();
    const { width = 0, height = 0 } = this.pageInfo ?? {};
    this.pictureZoom.open(`${id} ${page} ${width} ${height}`);
    const source = {
      thumbnail: () => this.shell.thumbnail(id, page),
      preview: () => this.shell.preview(id, page),
    };
    this.pixels.paint(key, source);
  }

  /** Puts the words on the text layer once they are loaded; returns whether it has changed. */
  private updateLayer(): boolean {
    const view = this.item.pages[this.session.page - 1];
    // After an edit the words from before stay until those after it are loaded.
    if (!view || view === this.layerPage) return false;
    fillLayer(this.layer, view, this.layerPage);
    drawLeftOutAreas(this.leftOutAreas, view);
    this.layerPage = view;
    return true;
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
    this.pixels.resize(page.width * this.scale);
  }

  /** A click on a word shows it in the text. */
  private readonly showInText = async ({ target }: Event) => {
    const element = target instanceof Element ? target.closest<HTMLElement>(".word") : null;
    const place = element && placeOf(element);
    if (!place || !document.getSelection()?.isCollapsed) return;
    const span = await this.actions.spanOf({ page: this.session.page, ...place });
    if (span) this.selectInText(span);
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
    if (!highlightedWord.keepsSize) {
      await this.pictureZoom.makeReadable(boxFromQuad(line.quad).height);
    }
    word.scrollIntoView({ block: "center", inline: "center" });
  }
}

customElements.define("picture-pane", PicturePane);
