/** The text: the editor, and the bars around it. */
import { html, nothing, type PropertyValues } from "lit";
import type { Actions } from "../actions";
import type { CodeView } from "../bindings/CodeView";
import type { EntitySpan } from "../bindings/EntitySpan";
import type { TextSpan } from "../bindings/TextSpan";
import { currentLine } from "../clipboard";
import { lineCount, wordCount } from "../counts";
import type { EditedText } from "../editedText";
import { isRedacted, markedEntities } from "../entities";
import type { Match } from "../find";
import { readErrorMessage, WORDS } from "../messages";
import { hasContent, type Item, type Session } from "../session";
import { hint, keysOfAction } from "../shortcuts";
import type { Mark } from "./backdrop";
import { button } from "./button";
import { codeList } from "./codeList";
import { entityButton } from "./entityButton";
import { findBar } from "./findBar";
import "./fittingBar";
import { showPaneOf } from "./paneSwitch";
import type { TextEditor } from "./textEditor";
import "./textEditor";
import { LightDomElement } from "./lightDomElement";
import { TextFinder } from "./textFinder";
import { textToolbar } from "./textToolbar";

/** Always the same list, so that the editor does not draw its marks again. */
const NO_SPANS: readonly TextSpan[] = [];
const NO_CODES: readonly CodeView[] = [];
const NO_ENTITIES: readonly EntitySpan[] = [];
const NO_PAGES: readonly number[] = [];

/** More names of attached files would hide the text. */
const MOST_ATTACHMENTS = 5;

export class TextPane extends LightDomElement {
  static override properties = {
    actions: { attribute: false },
    session: { attribute: false },
    item: { attribute: false },
  };
  declare actions: Actions;
  declare session: Session;
  declare item: Item;

  private readonly finder = new TextFinder(this);

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
    this.finder.go(by);
  }

  /** Selects a part of the text. */
  select(range: Match): void {
    this.editor?.select(range);
  }

  private get text(): EditedText | undefined {
    return this.item.texts[this.session.start.settings.lines];
  }

  /** The text with its edits; empty while there is none. */
  get currentText(): string {
    return this.text?.current ?? "";
  }

  get editor(): TextEditor | null {
    return this.querySelector<TextEditor>("text-editor");
  }

  protected override render() {
    const { actions, session, item } = this;
    const { job } = item;
    const { find } = session;
    const mode = session.start.settings.lines;
    const { matches } = this.finder;
    return html`<section class="text" aria-label=${WORDS.TEXT.pane}>
      ${textToolbar(session, !hasContent(job), actions)}
      <div class="above-text">${find ? findBar(session, find, matches, actions, this.finder) : nothing} ${this.missingPages()} ${this.attachments()} ${this.ignoredAreas()}</div>
      ${
        isWithoutText(item)
          ? html`<div class="notice-card">${withoutText(item, (this.text?.codes.length ?? 0) > 0)}</div>`
          : html`<text-editor
              class="editor"
              data-wrap=${mode === "keep" ? "off" : "on"}
              .text=${this.currentText}
              .lowConfidenceWords=${this.lowConfidenceWords}
              .entities=${this.entityMarks}
              .found=${matches}
              .shownMatch=${find?.at ?? -1}
              .pageStarts=${this.text?.pageStarts ?? NO_PAGES}
              .textKey=${`${job.id} ${item.revision} ${mode}`}
              .placeKey=${`${job.id} ${mode}`}
              .picture=${job.id}
              .isChosen=${session.isChosen}
              .name=${WORDS.TEXT.of(job.name)}
              .onEdit=${(edited: string, joins: boolean) => this.edit(edited, joins)}
              .onPlace=${actions.showWordAt}
              .onBlur=${() => actions.dispatch({ kind: "typing", on: false })}
            ></text-editor>`
      }
      ${codeList(this.text?.codes ?? NO_CODES, session.start.about.system, actions)}
      <fitting-bar class="text-footer" data-steps="4">${this.nextWordButton()} ${entityButton(this.currentText, this.entities, this.session, this.actions)}<span class="spacer"></span><span class="hint" id="text-count">${this.count()}</span> ${this.editState()} ${this.copyLineButton()}</fitting-bar>
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
    this.finder.goOnAfterReplacing();
    this.finder.scrollToMatch();
    this.scrollToPage(changed);
    const { textSize } = this.session.start.settings;
    this.style.setProperty("--text-size", String(textSize / 100));
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

  private edit(edited: string, joins: boolean): void {
    const { actions, session, item } = this;
    actions.dispatch({ kind: "typing", on: true });
    actions.edit(item.job.id, session.start.settings.lines, edited, joins);
  }

  private get lowConfidenceWords(): readonly TextSpan[] {
    return this.text?.spans ?? NO_SPANS;
  }

  private get entities(): readonly EntitySpan[] {
    const { settings } = this.session.start;
    return markedEntities(this.text?.entities ?? NO_ENTITIES, settings);
  }

  /** What they are marked by: the same list until something of it changes. */
  private get entityMarks(): readonly Mark[] {
    const { entities } = this;
    const { settings } = this.session.start;
    const { redact } = settings;
    if (entities !== this.marked.entities || redact !== this.marked.redact) {
      const kind = (each: EntitySpan) => (isRedacted(each, settings) ? "redacted" : "entity");
      const marks = entities.map((each) => ({
        start: each.start,
        end: each.end,
        kind: kind(each),
      }));
      this.marked = { entities, redact, marks };
    }
    return this.marked.marks;
  }

  private marked: {
    readonly entities: readonly EntitySpan[];
    readonly redact: boolean;
    readonly marks: readonly Mark[];
  } = { entities: NO_ENTITIES, redact: false, marks: [] };

  /** Of the text that is shown, whatever other pictures there are. */
  private count() {
    const text = this.currentText;
    if (text === "") return nothing;
    const words = WORDS.COUNTED.words(wordCount(text));
    const { lines } = this.session.start.settings;
    if (lines === "one") return words;
    const count = WORDS.COUNTED[lines === "keep" ? "lines" : "paragraphs"](lineCount(text));
    return html`${words}<span class="more">, ${count}</span>`;
  }

  private missingPages() {
    const { state } = this.item.job;
    if (state.kind !== "read" || !state.stopped) return nothing;
    return html`<p class="text-note" id="missing-pages">
      ${WORDS.TEXT.missingAfter(state.pages.length)} ${readErrorMessage(state.stopped)}
    </p>`;
  }

  private attachments() {
    const { state } = this.item.job;
    const names = state.kind === "read" ? state.pages.flatMap((page) => page.attachments) : [];
    if (names.length === 0) return nothing;
    const shown = names.slice(0, MOST_ATTACHMENTS).map((name) => WORDS.FORMATS.quoted(name));
    if (names.length > MOST_ATTACHMENTS) shown.push("…");
    return html`<p class="text-note" id="attachments">${WORDS.TEXT.attachments(shown.join(", "))}</p>`;
  }

  /** That new pictures lose lines must not go unnoticed. */
  private ignoredAreas() {
    const { ignoredAreas, start } = this.session;
    if (ignoredAreas === 0) return nothing;
    const stop = { id: "stop-ignoring", variant: "quiet", name: WORDS.TEXT.stopIgnoring } as const;
    const onClick = () => this.actions.stopIgnoringAreas();
    return html`<div class="ignored-areas" id="ignored-areas">
      <p>${WORDS.COUNTED.ignoredAreas(ignoredAreas)}</p>
      ${button({ ...stop, onClick }, start.about.system)}
    </div>`;
  }

  private nextWordButton() {
    if (this.lowConfidenceWords.length === 0) return nothing;
    const { system } = this.session.start.about;
    const count = this.lowConfidenceWords.length;
    const keys = keysOfAction("nextLowConfidenceWord", system) ?? "";
    const { title, aria } = hint("nextLowConfidenceWord", WORDS.TEXT.nextLowConfidenceWord, system);
    return html`<button type="button" id="next-low-confidence" class="button quiet" title=${title} aria-keyshortcuts=${aria} @click=${() => this.goToLowConfidenceWord(1)}>
      <span class="long">${WORDS.TEXT.lowConfidenceWords(count, keys)}</span><span class="short" aria-hidden="true">${WORDS.COUNTED.uncertain(count)}</span>
    </button>`;
  }

  private editState() {
    if (!this.item.edited) return nothing;
    return html`<span class="hint" id="edited">${WORDS.TEXT.edited}</span>
      ${button({ id: "restore", name: WORDS.TEXT.restore, action: "restore", variant: "quiet", onClick: this.actions.restoreText }, this.session.start.about.system)}`;
  }

  private copyLineButton() {
    if (isWithoutText(this.item)) return nothing;
    const { system } = this.session.start.about;
    const onClick = () => this.actions.copy(currentLine());
    return button(
      {
        id: "copy-line",
        icon: "copyLine",
        name: WORDS.TEXT.copyLine,
        action: "copyLine",
        variant: "quiet",
        onClick,
      },
      system,
    );
  }
}

/** Why there is no text, and what helps; `hasCodes` says that there are QR codes or bar codes. */
function withoutText({ job: { state } }: Item, hasCodes: boolean) {
  const unread = state.kind === "read" ? state.pages.find((page) => page.unread)?.unread : null;
  if (unread) return html`<p id="no-text">${WORDS.TEXT.unread[unread]}</p>`;
  if (hasCodes) return html`<p id="no-text">${WORDS.CODES.alone}</p>`;
  return html`<p id="no-text">${WORDS.TEXT.none}</p>
    <p class="hint">${WORDS.TEXT.noneHint}</p>`;
}

function isWithoutText({ job }: Item): boolean {
  return job.state.kind === "read" && job.state.pages.every(({ lines }) => lines === 0);
}

customElements.define("text-pane", TextPane);
