/**
 * A text that can be edited, with its low-confidence words marked. The text is in a plain text
 * area; the marks are behind it, on an invisible copy of the text. Both are in one grid cell that
 * scrolls as a whole, so that they stay aligned.
 */
import { html, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { TextSpan } from "../bindings/TextSpan";
import { nextWordIndex } from "../textSpans";
import { blanksFor } from "../wiping";
import { LightDomElement } from "./lightDomElement";

export class TextEditor extends LightDomElement {
  static override properties = {
    text: { attribute: false },
    lowConfidenceWords: { attribute: false },
    name: { attribute: false },
    textKey: { attribute: false },
    onEdit: { attribute: false },
  };
  declare text: string;
  declare lowConfidenceWords: readonly TextSpan[];
  declare name: string;
  /** Identifies the text: another one gets its own text area, so Undo cannot bring this one back. */
  declare textKey: string;
  declare onEdit: (text: string) => void;

  constructor() {
    super();
    this.text = "";
    this.lowConfidenceWords = [];
    this.name = "";
    this.textKey = "";
    this.onEdit = () => undefined;
  }

  /** Selects the next low-confidence word after the caret; its index, or -1 when there is none. */
  selectNextLowConfidenceWord(): number {
    const index = nextWordIndex(this.lowConfidenceWords, this.area.selectionEnd);
    const word = this.lowConfidenceWords[index];
    if (!word) return -1;
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(word.start, word.end);
    this.querySelectorAll("mark").item(index)?.scrollIntoView({ block: "center" });
    return index;
  }

  protected override render() {
    return html`<div class="editor-content">
      <div class="backdrop" aria-hidden="true"></div>
      ${keyed(
        this.textKey,
        html`<textarea
          id="text"
          aria-label=${this.name}
          dir="auto"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          writingsuggestions="false"
          @input=${() => this.onEdit(this.area.value)}
        ></textarea>`,
      )}
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || !changed.has("textKey")) return;
    this.hadFocus = document.activeElement === this.area;
    wipe(this.area);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("textKey")) {
      if (this.hadFocus) this.area.focus({ preventScroll: true });
      this.hadFocus = false;
      this.scrollTo(0, 0);
    }
    // Setting the value loses the caret and the undo history, so only a new value is set.
    if (this.area.value !== this.text) {
      this.area.value = this.text;
      if (changed.has("text")) this.area.setSelectionRange(0, 0);
    }
    if (changed.has("text") || changed.has("lowConfidenceWords")) this.markWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    wipe(this.area);
    const { backdrop } = this;
    backdrop.textContent = blanksFor(backdrop.textContent ?? "");
    backdrop.replaceChildren();
    this.text = "";
    this.lowConfidenceWords = [];
  }

  private hadFocus = false;

  private get area(): HTMLTextAreaElement {
    return this.querySelector("textarea") ?? document.createElement("textarea");
  }

  private get backdrop(): HTMLElement {
    return this.querySelector<HTMLElement>(".backdrop") ?? this;
  }

  private markWords(): void {
    const pieces: (string | HTMLElement)[] = [];
    let at = 0;
    for (const { start, end } of this.lowConfidenceWords) {
      const mark = document.createElement("mark");
      mark.textContent = this.text.slice(start, end);
      pieces.push(this.text.slice(at, start), mark);
      at = end;
    }
    // An empty last line would have no height.
    pieces.push(this.text.slice(at), "\u200b");
    this.backdrop.replaceChildren(...pieces);
  }
}

/** Overwrites a text before its memory is released. */
function wipe(area: HTMLTextAreaElement): void {
  area.value = blanksFor(area.value);
  area.value = "";
}

customElements.define("text-editor", TextEditor);
