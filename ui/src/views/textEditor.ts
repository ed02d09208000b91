/**
 * A text that can be changed, with its doubtful words marked. The text stands in a plain text area;
 * the marks stand behind it, on a copy of the text that is not seen. Both lie in one cell of a grid
 * that scrolls as a whole, so that they cannot part.
 */
import { html, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Doubt, nextDoubt } from "../lowConfidence";
import { blank } from "../wiping";
import { PageElement } from "./lightDomElement";

export class TextEditor extends PageElement {
  static override properties = {
    text: { attribute: false },
    doubts: { attribute: false },
    name: { attribute: false },
    of: { attribute: false },
    change: { attribute: false },
  };
  declare text: string;
  declare doubts: readonly Doubt[];
  declare name: string;
  /** Which text it is: another one gets a text area of its own, with nothing of this to undo. */
  declare of: string;
  declare change: (text: string) => void;

  constructor() {
    super();
    this.text = "";
    this.doubts = [];
    this.name = "";
    this.of = "";
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
      ${keyed(
        this.of,
        html`<textarea
          id="text"
          aria-label=${this.name}
          dir="auto"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          writingsuggestions="false"
          @input=${() => this.change(this.area.value)}
        ></textarea>`,
      )}
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || !changed.has("of")) return;
    this.hadFocus = document.activeElement === this.area;
    wipe(this.area);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("of")) {
      if (this.hadFocus) this.area.focus({ preventScroll: true });
      this.hadFocus = false;
      this.scrollTo(0, 0);
    }
    // Setting the value takes the caret and what can be undone away, so only where it is new.
    if (this.area.value !== this.text) {
      this.area.value = this.text;
      if (changed.has("text")) this.area.setSelectionRange(0, 0);
    }
    if (changed.has("text") || changed.has("doubts")) this.mark();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    wipe(this.area);
    const { backdrop } = this;
    backdrop.textContent = blank(backdrop.textContent ?? "");
    backdrop.replaceChildren();
    this.text = "";
    this.doubts = [];
  }

  private hadFocus = false;

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

/** Overwrites a text before it is let go. */
function wipe(area: HTMLTextAreaElement): void {
  area.value = blank(area.value);
  area.value = "";
}

customElements.define("text-editor", TextEditor);
