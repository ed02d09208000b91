/**
 * A text that can be edited, with its low-confidence words marked. The text is in a plain text
 * area; the marks are behind it, on an invisible copy of the text. Both are in one grid cell that
 * scrolls as a whole, so that they stay aligned.
 */
import { html, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { TextSpan } from "../bindings/TextSpan";
import { joinsStep, type Typed } from "../editSteps";
import { mergedMarks } from "../entities";
import type { Match } from "../find";
import { alignColumns } from "../tabStops";
import {
  caretAfterChange,
  changedRegion,
  nextWordIndex,
  previousWordIndex,
  type Region,
} from "../textSpans";
import { blanksFor } from "../wiping";
import { Backdrop, type Mark } from "./backdrop";
import { LightDomElement } from "./lightDomElement";
import { pageMarks } from "./pageMarks";
import { rememberedPlace, rememberPlace, type TextPlace } from "./textPlaces";

export class TextEditor extends LightDomElement {
  static override properties = {
    text: { attribute: false },
    lowConfidenceWords: { attribute: false },
    entities: { attribute: false },
    found: { attribute: false },
    shownMatch: { attribute: false },
    pageStarts: { attribute: false },
    name: { attribute: false },
    textKey: { attribute: false },
    placeKey: { attribute: false },
    picture: { attribute: false },
    isChosen: { attribute: false },
    onEdit: { attribute: false },
    onPlace: { attribute: false },
    onBlur: { attribute: false },
  };
  declare text: string;
  declare lowConfidenceWords: readonly TextSpan[];
  /** Links, addresses and numbers, with the classes of their marks. */
  declare entities: readonly Mark[];
  /** What a search found; while there is something, it is marked instead of the words. */
  declare found: readonly Match[];
  /** Index of the match that is shown; -1 when none is. */
  declare shownMatch: number;
  /** Where each page begins in the text. */
  declare pageStarts: readonly number[];
  declare name: string;
  /** Identifies the text: another one gets its own text area, so Undo cannot bring this one back. */
  declare textKey: string;
  /** The same for each reading of a picture: in the same text the person is where they were. */
  declare placeKey: string;
  /** The number of the picture. */
  declare picture: number;
  /** Whether the person chose the picture: else it does not take over the focus of another. */
  declare isChosen: boolean;
  /** `joins` says whether the edit is a part of the one before. */
  declare onEdit: (text: string, joins: boolean) => void;
  /** The person has clicked into the text. */
  declare onPlace: (offset: number) => void;
  /** The focus has left the text. */
  declare onBlur: () => void;

  constructor() {
    super();
    this.text = "";
    this.lowConfidenceWords = [];
    this.entities = [];
    this.found = [];
    this.shownMatch = -1;
    this.pageStarts = [];
    this.name = "";
    this.textKey = "";
    this.placeKey = "";
    this.picture = 0;
    this.isChosen = false;
    this.onEdit = () => undefined;
    this.onPlace = () => undefined;
    this.onBlur = () => undefined;
  }

  /** Selects the next low-confidence word in this direction; its index, or -1 without any. */
  selectLowConfidenceWord(by: 1 | -1): number {
    const { selectionStart, selectionEnd } = this.area;
    const index =
      by > 0
        ? nextWordIndex(this.lowConfidenceWords, selectionEnd)
        : previousWordIndex(this.lowConfidenceWords, selectionStart);
    const word = this.lowConfidenceWords[index];
    if (!word) return -1;
    this.area.focus({ preventScroll: true });
    this.select(word);
    return index;
  }

  /** Selects a part of the text and scrolls to it, without taking the focus. */
  select({ start, end }: Match): void {
    this.area.setSelectionRange(start, end);
    this.scrollToOffset(start);
  }

  /** Where the caret is. */
  get caret(): number {
    return this.area.selectionEnd;
  }

  get selectionStart(): number {
    return this.area.selectionStart;
  }

  focusText(): void {
    this.area.focus({ preventScroll: true });
  }

  /** Scrolls until a place of the text is in the middle, or at the top for a page. */
  scrollToOffset(offset: number, block: "center" | "top" = "center"): void {
    const bounds = this.backdrop.boundsOf(offset, offset);
    if (!bounds) return;
    const own = this.getBoundingClientRect();
    const goal = block === "top" ? 24 : own.height / 2;
    this.scrollTop += bounds.top - own.top - goal;
    if (bounds.left < own.left || bounds.left > own.right) {
      this.scrollLeft += bounds.left - own.left - own.width / 2;
    }
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
          @input=${this.onInput}
          @beforeinput=${(event: InputEvent) => this.refuseSystemUndo(event)}
          @click=${() => this.onClick()}
          @blur=${() => this.leaveText()}
        ></textarea>`,
      )}
    </div>`;
  }

  private typed: Typed | null = null;

  private readonly onInput = (event: Event) => {
    const { inputType: kind = "", data = null } = event as InputEvent;
    const typed: Typed = { kind, data, at: event.timeStamp };
    const joins = joinsStep(this.typed, typed);
    this.typed = typed;
    this.onEdit(this.area.value, joins);
  };

  /** The undo of the system knows only this text area; ours knows all edits of the picture. */
  private refuseSystemUndo(event: InputEvent): void {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
    }
  }

  private onClick(): void {
    this.endStep();
    const { selectionStart, selectionEnd } = this.area;
    if (selectionStart === selectionEnd && this.area.value !== "") this.onPlace(selectionStart);
  }

  private leaveText(): void {
    this.endStep();
    this.onBlur();
  }

  /** What is typed next is an edit of its own. */
  private endStep(): void {
    this.typed = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || !changed.has("textKey")) return;
    const mayKeepFocus = this.isChosen || !changed.has("picture");
    this.hadFocus = mayKeepFocus && document.activeElement === this.area;
    this.leave(changed.get("placeKey") ?? this.placeKey);
    wipe(this.area);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("textKey")) {
      if (this.hadFocus) this.area.focus({ preventScroll: true });
      this.hadFocus = false;
      this.scrollTo(0, 0);
    }
    // Setting the value loses the caret and the undo history, so only a new value is set.
    if (this.area.value !== this.text) this.setText(changed.has("textKey"));
    if (changed.has("text")) alignColumns(this, this.text);
    if (MARKED.some((property) => changed.has(property))) this.markWords();
    if (this.change && !this.backdrop.isInSight(this.change, this))
      this.scrollToOffset(this.change.start);
    this.change = null;
    if (this.returnsTo) this.scrollTo(this.returnsTo.left, this.returnsTo.top);
    this.returnsTo = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("scroll", this.onScroll);
    this.leave(this.placeKey);
    wipe(this.area);
    this.backdrop.wipe();
    this.text = "";
    this.lowConfidenceWords = [];
  }

  private readonly backdrop = new Backdrop(
    () => this.querySelector<HTMLElement>(".backdrop") ?? this,
  );
  private hadFocus = false;
  /** Where it was scrolled last: an element that was removed does not know it any more. */
  private scrolled = { top: 0, left: 0 };
  /** Where the text is scrolled to once it is laid out. */
  private returnsTo: TextPlace | null = null;
  /** What has changed in the text that was set last. */
  private change: Region | null = null;

  /** Another text: the caret goes to its begin, or to what undo and replacing have changed. Nothing is selected: the next key would erase it. */
  private setText(isOther: boolean): void {
    const { value, selectionEnd: before } = this.area;
    this.area.value = this.text;
    this.endStep();
    if (isOther || value === "") {
      this.returnToPlace();
      return;
    }
    const changed = changedRegion(value, this.text);
    const caret = caretAfterChange(before, changed);
    this.area.setSelectionRange(caret, caret);
    this.change = changed;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("scroll", this.onScroll, { passive: true });
  }

  private readonly onScroll = () => {
    this.scrolled = { top: this.scrollTop, left: this.scrollLeft };
  };

  /** Remembers where the person is, before the text goes. */
  private leave(key: string): void {
    const { value, selectionEnd: caret } = this.area;
    if (value !== "") rememberPlace(key, { ...this.scrolled, caret, length: value.length });
    this.scrolled = { top: 0, left: 0 };
  }

  private returnToPlace(): void {
    this.returnsTo = rememberedPlace(this.placeKey, this.text.length);
    const caret = this.returnsTo?.caret ?? 0;
    this.area.setSelectionRange(caret, caret);
  }

  private get area(): HTMLTextAreaElement {
    return this.querySelector("textarea") ?? document.createElement("textarea");
  }

  private markWords(): void {
    const words =
      this.found.length > 0
        ? this.found.map((match, index) => ({
            ...match,
            kind: index === this.shownMatch ? "match shown" : "match",
          }))
        : this.lowConfidenceWords.map(({ start, end }) => ({ start, end, kind: "uncertain" }));
    this.backdrop.draw(
      this.text,
      mergedMarks(words, this.entities),
      pageMarks(this.text, this.pageStarts),
    );
  }
}

/** What the marks depend on. */
const MARKED = [
  "text",
  "lowConfidenceWords",
  "entities",
  "found",
  "shownMatch",
  "pageStarts",
] as const;

/** Overwrites a text before its memory is released. */
function wipe(area: HTMLTextAreaElement): void {
  area.value = blanksFor(area.value);
  area.value = "";
}

customElements.define("text-editor", TextEditor);
