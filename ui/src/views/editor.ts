/**
 * A text that can be changed, with its doubtful words marked. The text stands in a plain text area;
 * the marks stand behind it, on a copy of the text that is not seen. Both lie in one cell of a grid
 * that scrolls as a whole, so that they cannot part.
 */
import { html, type PropertyValues } from "lit";
import { type Doubt, nextDoubt } from "../doubts";
import { PageElement } from "./element";

export class TextEditor extends PageElement {
  static override properties = {
    text: { attribute: false },
    doubts: { attribute: false },
    name: { attribute: false },
    change: { attribute: false },
  };
  declare text: string;
  declare doubts: readonly Doubt[];
  declare name: string;
  declare change: (text: string) => void;

  constructor() {
    super();
    this.text = "";
    this.doubts = [];
    this.name = "";
    this.change = () => undefined;
  }

  /** Selects the next doubtful word behind the caret and tells which it was. */
  leadToDoubt(): number {
    const index = nextDoubt(this.doubts, this.area.selectionEnd);
    const doubt = this.doubts[index];
    if (!doubt) return -1;
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(doubt.start, doubt.end);
    this.querySelectorAll("mark").item(index)?.scrollIntoView({ block: "center" });
    return index;
  }

  protected override render() {
    return html`<div class="editor-sheet">
      <div class="backdrop" aria-hidden="true"></div>
      <textarea
        id="text"
        aria-label=${this.name}
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        writingsuggestions="false"
        @input=${() => this.change(this.area.value)}
      ></textarea>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Setting the value takes the caret and what can be undone away, so only where it is new.
    if (this.area.value !== this.text) {
      this.area.value = this.text;
      if (changed.has("text")) this.area.setSelectionRange(0, 0);
    }
    if (changed.has("text") || changed.has("doubts")) this.mark();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const { area, backdrop } = this;
    area.value = "";
    backdrop.textContent = " ".repeat(backdrop.textContent?.length ?? 0);
    backdrop.replaceChildren();
  }

  private get area(): HTMLTextAreaElement {
    return this.querySelector("textarea") ?? document.createElement("textarea");
  }

  private get backdrop(): HTMLElement {
    return this.querySelector<HTMLElement>(".backdrop") ?? this;
  }

  private mark(): void {
    const pieces: (string | HTMLElement)[] = [];
    let at = 0;
    for (const { start, end } of this.doubts) {
      const mark = document.createElement("mark");
      mark.textContent = this.text.slice(start, end);
      pieces.push(this.text.slice(at, start), mark);
      at = end;
    }
    // A last empty line would have no height without something in it.
    pieces.push(this.text.slice(at), "\u200b");
    this.backdrop.replaceChildren(...pieces);
  }
}

customElements.define("text-editor", TextEditor);
