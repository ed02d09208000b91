/** The text: line modes, the editor, copying and saving. */
import { html, nothing, type PropertyValues } from "lit";
import { live } from "lit/directives/live.js";
import type { Actions } from "../actions";
import type { CopyFormat } from "../bindings/CopyFormat";
import type { LineMode } from "../bindings/LineMode";
import type { TextSpan } from "../bindings/TextSpan";
import { currentLine } from "../clipboard";
import type { EditedText } from "../editedText";
import { findMatches, type Match, matchAfter, replaceMatch } from "../find";
import { readErrorMessage, WORDS } from "../messages";
import type { Item, Session } from "../session";
import { type Action, hint, keysOfAction } from "../shortcuts";
import { button } from "./button";
import { openMenu } from "./contextMenu";
import { findBar } from "./findBar";
import { icon } from "./icons";
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
const NO_MATCHES: readonly Match[] = [];
const NO_PAGES: readonly number[] = [];

export class TextPane extends LightDomElement {
  static override properties = {
    actions: { attribute: false },
    session: { attribute: false },
    item: { attribute: false },
  };
  declare actions: Actions;
  declare session: Session;
  declare item: Item;

  /** Selects the next low-confidence word in this direction, and marks it in the picture. */
  goToLowConfidenceWord(by: 1 | -1): void {
    showPaneOf(this);
    const index = this.editor?.selectLowConfidenceWord(by) ?? -1;
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

  /** Shows the next match of the search in this direction, in the next picture if there is none. */
  goToMatch(by: 1 | -1): void {
    const { find } = this.session;
    const { editor, actions } = this;
    if (!find || !editor) {
      actions.openFind(false);
      return;
    }
    const { found: matches } = this;
    const caret = by > 0 ? editor.caret : editor.selectionStart;
    let at = matchAfter(matches, find.at < 0 && by > 0 ? editor.selectionStart : caret, by);
    if (at < 0 && find.everywhere) {
      actions.findInNextPicture(by);
      return;
    }
    if (at < 0) at = by > 0 ? 0 : matches.length - 1;
    this.showMatch(at);
  }

  /** Selects a part of the text. */
  select(range: Match): void {
    this.editor?.select(range);
  }

  private showMatch(at: number): void {
    const match = this.found[at];
    if (!match) return;
    this.actions.changeFind({ at });
    this.editor?.select(match);
    this.actions.showWordAt(match.start);
  }

  /** Replaces the match that is shown, and shows the next one. */
  private replaceMatch(): void {
    const { find } = this.session;
    const match = find && this.found[find.at];
    if (!find || !match) {
      this.goToMatch(1);
      return;
    }
    const mode = this.session.start.settings.lines;
    this.actions.edit(
      this.item.job.id,
      mode,
      replaceMatch(this.text?.current ?? "", match, find.replacement),
    );
    this.selectionAfterUpdate = match.start + find.replacement.length;
  }

  /** Where the search goes on once the text is drawn. */
  private selectionAfterUpdate: number | null = null;

  private get text(): EditedText | undefined {
    return this.item.texts[this.session.start.settings.lines];
  }

  private get editor(): TextEditor | null {
    return this.querySelector<TextEditor>("text-editor");
  }

  /** What the search finds; searched again only when text or search are others. */
  private get found(): readonly Match[] {
    const { find } = this.session;
    const text = this.text?.current ?? "";
    if (!find || find.query === "") return NO_MATCHES;
    const key = `${find.matchCase} ${find.query}`;
    if (this.search.text !== text || this.search.key !== key) {
      this.search = { text, key, matches: findMatches(text, find) };
    }
    return this.search.matches;
  }

  private search: { text: string; key: string; matches: readonly Match[] } = {
    text: "",
    key: "",
    matches: NO_MATCHES,
  };

  protected override render() {
    const { actions, session, item } = this;
    const { job } = item;
    const { find } = session;
    const mode = session.start.settings.lines;
    const text = this.text?.current ?? "";
    return html`<section class="text" aria-label=${WORDS.TEXT.pane}>
      <div class="text-toolbar">${this.lineModes(mode)} ${this.buttons()}</div>
      <div class="above-text">${find ? findBar(session, find, this.found, actions, this.findSteps) : nothing} ${this.missingPages()}</div>
      ${
        isWithoutText(item)
          ? html`<div class="notice-card"><p id="no-text">${WORDS.TEXT.none}</p>
              <p class="hint">${WORDS.TEXT.noneHint}</p></div>`
          : html`<text-editor
              class="editor"
              data-wrap=${mode === "keep" ? "off" : "on"}
              .text=${text}
              .lowConfidenceWords=${this.lowConfidenceWords}
              .found=${this.found}
              .shownMatch=${find?.at ?? -1}
              .pageStarts=${this.text?.pageStarts ?? NO_PAGES}
              .textKey=${`${job.id} ${item.revision} ${mode}`}
              .name=${WORDS.TEXT.of(job.name)}
              .onEdit=${(edited: string, joins: boolean) => actions.edit(job.id, mode, edited, joins)}
              .onPlace=${actions.showWordAt}
            ></text-editor>`
      }
      <div class="text-footer">${this.nextWordButton()}<span class="spacer"></span><span class="hint" id="text-count">${this.count()}</span> ${this.editState()} ${this.copyLineButton()}</div>
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

  protected override updated(changed: PropertyValues<this>): void {
    this.afterReplacing();
    this.scrollToPage(changed);
    const { textSize } = this.session.start.settings;
    this.style.setProperty("--text-size", String(textSize / 100));
  }

  /** The search goes on after what was replaced. */
  private async afterReplacing(): Promise<void> {
    const place = this.selectionAfterUpdate;
    if (place === null) return;
    this.selectionAfterUpdate = null;
    await this.editor?.updateComplete;
    this.editor?.select({ start: place, end: place });
    this.goToMatch(1);
  }

  /** Another page of the picture is another place of the text. */
  private scrollToPage(changed: PropertyValues<this>): void {
    const before = changed.get("session");
    const { page, selectedId, highlightedWord } = this.session;
    if (!before || before.page === page || before.selectedId !== selectedId) return;
    const start = this.text?.pageStarts[page - 1];
    // A word was chosen in the text, which is there already.
    if (start !== undefined && !highlightedWord) this.editor?.scrollToOffset(start, "top");
  }

  /** Ctrl and the wheel change the size of the text. */
  private readonly onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.deltaY !== 0) this.actions.changeTextSize(event.deltaY < 0 ? "larger" : "smaller");
  };

  private get lowConfidenceWords(): readonly TextSpan[] {
    return this.text?.spans ?? NO_SPANS;
  }

  private readonly findSteps = {
    go: (by: 1 | -1) => this.goToMatch(by),
    replace: () => this.replaceMatch(),
    close: () => {
      this.actions.closeFind();
      this.editor?.focusText();
    },
  };

  private count(): string {
    const text = this.text?.current ?? "";
    if (text === "") return "";
    const words = text.match(/\S+/gu)?.length ?? 0;
    const lines = text.split("\n").filter((line) => line.trim() !== "").length;
    return `${WORDS.COUNTED.words(words)}, ${WORDS.COUNTED.lines(lines)}`;
  }

  private lineModes(mode: LineMode) {
    const { system } = this.session.start.about;
    return html`<fieldset class="segments">
      <legend class="visually-hidden">${WORDS.TEXT.modes}</legend>
      ${MODES.map(({ mode: each, action }) => {
        const { title, aria } = hint(action, WORDS.LINE_MODES[each], system);
        return html`<label title=${title}>
          <input
            type="radio"
            name="lines"
            id="lines-${each}"
            aria-keyshortcuts=${aria}
            .checked=${live(each === mode)}
            @change=${() => this.actions.setLines(each)}
          /><span>${WORDS.LINE_MODES_SHORT[each]}</span>
        </label>`;
      })}
    </fieldset>`;
  }

  private buttons() {
    const { actions } = this;
    const isEmpty = isWithoutText(this.item);
    const { system } = this.session.start.about;
    return html`<div class="row">
      ${button({ id: "save", icon: "save", name: WORDS.TEXT.save, action: "save", disabled: isEmpty, onClick: actions.save }, system)}
      ${button({ id: "copy", icon: "copy", name: WORDS.TEXT.copy, action: "copy", variant: "primary", disabled: isEmpty, onClick: actions.copyText }, system)}
      <button type="button" id="copy-as" class="button plain icon-only" aria-haspopup="menu" title=${WORDS.TEXT.copyAs} aria-label=${WORDS.TEXT.copyAs} ?disabled=${isEmpty} @click=${this.openCopyMenu}>${icon("more")}</button>
    </div>`;
  }

  private missingPages() {
    const { state } = this.item.job;
    if (state.kind !== "read" || !state.stopped) return nothing;
    return html`<p class="missing-pages" id="missing-pages">
      ${WORDS.TEXT.missingAfter(state.pages.length)} ${readErrorMessage(state.stopped)}
    </p>`;
  }

  private nextWordButton() {
    if (this.lowConfidenceWords.length === 0) return nothing;
    const { system } = this.session.start.about;
    const name = WORDS.TEXT.lowConfidenceWords(
      this.lowConfidenceWords.length,
      keysOfAction("nextLowConfidenceWord", system) ?? "",
    );
    return button(
      {
        id: "next-low-confidence",
        name,
        tooltip: WORDS.TEXT.nextLowConfidenceWord,
        action: "nextLowConfidenceWord",
        variant: "quiet",
        onClick: () => this.goToLowConfidenceWord(1),
      },
      system,
    );
  }

  private editState() {
    if (!this.item.edited) return nothing;
    return html`<span class="hint">${WORDS.TEXT.edited}</span>
      ${button({ id: "restore", name: WORDS.TEXT.restore, action: "restore", variant: "quiet", onClick: this.actions.restoreText }, this.session.start.about.system)}`;
  }

  /** Shows the formats in which the text can be copied. */
  private readonly openCopyMenu = () => {
    const opener = this.querySelector<HTMLElement>("#copy-as");
    const { left, bottom } = opener?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    const copy = (format: CopyFormat) => ({
      name: WORDS.COPY_FORMATS[format],
      run: () => this.actions.copyFormat(format),
    });
    const groups = [[copy("table")], [copy("markdown"), copy("csv"), copy("html"), copy("json")]];
    openMenu({ name: WORDS.TEXT.copyAs, groups }, left, bottom + 4, opener);
  };

  private copyLineButton() {
    if (isWithoutText(this.item)) return nothing;
    const { system } = this.session.start.about;
    const onClick = () => this.actions.copy(currentLine());
    return button(
      { id: "copy-line", name: WORDS.TEXT.copyLine, action: "copyLine", variant: "quiet", onClick },
      system,
    );
  }
}

function isWithoutText({ job }: Item): boolean {
  return job.state.kind === "read" && job.state.pages.every(({ lines }) => lines === 0);
}

customElements.define("text-pane", TextPane);
