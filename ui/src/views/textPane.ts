/** The text: line modes, the editor, copying and saving. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Actions } from "../actions";
import type { LineMode } from "../bindings/LineMode";
import type { TextSpan } from "../bindings/TextSpan";
import { currentLine } from "../clipboard";
import { isEdited, isEditedInOtherMode } from "../editedText";
import { LINE_MODES, LINE_MODES_SHORT, readErrorMessage, TEXT } from "../messages";
import type { Item, Session } from "../session";
import { type Action, hint, keysOfAction } from "../shortcuts";
import { button } from "./button";
import { showPaneOf } from "./paneSwitch";
import type { TextEditor } from "./textEditor";
import "./textEditor";
import { LightDomElement } from "./lightDomElement";

const MODES: readonly { mode: LineMode; action: Action }[] = [
  { mode: "keep", action: "linesKeep" },
  { mode: "paragraphs", action: "linesParagraphs" },
  { mode: "one", action: "linesOne" },
];

/** Always the same list, so that the editor does not draw its marks again. */
const NO_SPANS: readonly TextSpan[] = [];

export class TextPane extends LightDomElement {
  static override properties = {
    actions: { attribute: false },
    session: { attribute: false },
    item: { attribute: false },
  };
  declare actions: Actions;
  declare session: Session;
  declare item: Item;

  /** Selects the next low-confidence word in the text, and marks it in the picture. */
  nextLowConfidenceWord(): void {
    showPaneOf(this);
    const index =
      this.querySelector<TextEditor>("text-editor")?.selectNextLowConfidenceWord() ?? -1;
    const { lowConfidenceWords } = this;
    const span = lowConfidenceWords[index];
    if (span) {
      const { page, line, word } = span;
      this.actions.dispatch({ kind: "wordHighlighted", word: { page, line, word } });
    }
    this.actions.report({
      kind: "lowConfidenceWord",
      nth: index + 1,
      count: lowConfidenceWords.length,
    });
  }

  protected override render() {
    const { actions, session, item } = this;
    const { job, texts } = item;
    const mode = session.start.settings.lines;
    const text = texts[mode]?.current ?? "";
    return html`<section class="text" aria-label=${TEXT.pane}>
      <div class="text-toolbar">${this.lineModes(mode)} ${this.buttons()}</div>
      ${this.missingPages()}
      ${
        isWithoutText(item)
          ? html`<div class="notice-card"><p id="no-text">${TEXT.none}</p>
              <p class="hint">${TEXT.noneHint}</p></div>`
          : html`<text-editor
              class="editor"
              data-wrap=${mode === "keep" ? "off" : "on"}
              .text=${text}
              .lowConfidenceWords=${this.lowConfidenceWords}
              .textKey=${`${job.id} ${item.revision} ${mode}`}
              .name=${TEXT.of(job.name)}
              .onEdit=${(edited: string) => actions.edit(job.id, mode, edited)}
            ></text-editor>`
      }
      <div class="text-footer">${this.nextWordButton()}<span class="spacer"></span>${this.editState(mode)} ${this.copyLineButton()}</div>
    </section>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A passive listener could not keep the wheel from scrolling.
    this.addEventListener("wheel", this.onWheel, { passive: false });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("wheel", this.onWheel);
  }

  protected override updated(): void {
    const { textSize } = this.session.start.settings;
    this.style.setProperty("--text-size", String(textSize / 100));
  }

  /** Ctrl and the wheel change the size of the text. */
  private readonly onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.deltaY !== 0) this.actions.changeTextSize(event.deltaY < 0 ? "larger" : "smaller");
  };

  private get lowConfidenceWords(): readonly TextSpan[] {
    return this.item.texts[this.session.start.settings.lines]?.spans ?? NO_SPANS;
  }

  private lineModes(mode: LineMode) {
    const { system } = this.session.start.about;
    return html`<fieldset class="segments">
      <legend class="visually-hidden">${TEXT.modes}</legend>
      ${MODES.map(({ mode: each, action }) => {
        const { title, aria } = hint(action, LINE_MODES[each], system);
        return html`<label title=${title}>
          <input
            type="radio"
            name="lines"
            id="lines-${each}"
            aria-keyshortcuts=${aria}
            .checked=${live(each === mode)}
            @change=${() => this.actions.setLines(each)}
          /><span>${LINE_MODES_SHORT[each]}</span>
        </label>`;
      })}
    </fieldset>`;
  }

  private buttons() {
    const { actions } = this;
    const isEmpty = isWithoutText(this.item);
    const { system } = this.session.start.about;
    return html`<div class="row">
      ${button({ id: "save", icon: "save", name: TEXT.save, action: "save", disabled: isEmpty, onClick: actions.save }, system)}
      ${button({ id: "copy", icon: "copy", name: TEXT.copy, action: "copy", variant: "primary", disabled: isEmpty, onClick: actions.copyText }, system)}
    </div>`;
  }

  private missingPages() {
    const { state } = this.item.job;
    if (state.kind !== "read" || !state.stopped) return nothing;
    return html`<p class="missing-pages" id="missing-pages">
      ${TEXT.missingAfter(state.pages.length)} ${readErrorMessage(state.stopped)}
    </p>`;
  }

  private nextWordButton() {
    if (this.lowConfidenceWords.length === 0) return nothing;
    const { system } = this.session.start.about;
    const name = TEXT.lowConfidenceWords(
      this.lowConfidenceWords.length,
      keysOfAction("nextLowConfidenceWord", system) ?? "",
    );
    return button(
      {
        id: "next-low-confidence",
        name,
        tooltip: TEXT.nextLowConfidenceWord,
        action: "nextLowConfidenceWord",
        variant: "quiet",
        onClick: () => this.nextLowConfidenceWord(),
      },
      system,
    );
  }

  private editState(mode: LineMode) {
    const { texts } = this.item;
    if (isEdited(texts, mode)) {
      return html`<span class="hint">${TEXT.edited}</span>
        ${button({ id: "restore", name: TEXT.restore, action: "restore", variant: "quiet", onClick: this.actions.restoreText }, this.session.start.about.system)}`;
    }
    return isEditedInOtherMode(texts, mode)
      ? html`<span class="hint">${TEXT.editedInOtherMode}</span>`
      : nothing;
  }

  private copyLineButton() {
    if (isWithoutText(this.item)) return nothing;
    const { system } = this.session.start.about;
    const onClick = () => this.actions.copy(currentLine());
    return button(
      { id: "copy-line", name: TEXT.copyLine, action: "copyLine", variant: "quiet", onClick },
      system,
    );
  }
}

function isWithoutText({ job }: Item): boolean {
  return job.state.kind === "read" && job.state.pages.every(({ lines }) => lines === 0);
}

customElements.define("text-pane", TextPane);
