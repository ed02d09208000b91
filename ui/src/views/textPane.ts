/** The pane of the text: line modes, the text itself, copying and saving. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Actions } from "../actions";
import type { LineMode } from "../bindings/LineMode";
import { lineHere } from "../clipboard";
import { isEdited, isEditedElsewhere } from "../editedText";
import { type Doubt, doubtsIn } from "../lowConfidence";
import { LINE_MODES, TEXT, troubleSentence } from "../messages";
import type { Item, Session } from "../session";
import { type Action, hint } from "../shortcuts";
import { button } from "./button";
import type { TextEditor } from "./textEditor";
import "./textEditor";
import { PageElement } from "./lightDomElement";

const MODES: readonly { mode: LineMode; action: Action }[] = [
  { mode: "keep", action: "linesKeep" },
  { mode: "paragraphs", action: "linesParagraphs" },
  { mode: "one", action: "linesOne" },
];

export class TextPane extends PageElement {
  static override properties = {
    actions: { attribute: false },
    session: { attribute: false },
    item: { attribute: false },
  };
  declare actions: Actions;
  declare session: Session;
  declare item: Item;

  private doubts: readonly Doubt[] = [];
  private doubtsOf: readonly unknown[] = [];

  /** Leads to the next doubtful word, in the text and in the picture. */
  nextDoubt(): void {
    const index = this.querySelector<TextEditor>("text-editor")?.leadToDoubt() ?? -1;
    const doubt = this.doubts[index];
    if (doubt) this.actions.dispatch({ kind: "spotted", spot: doubt.spot });
    this.actions.report({
      kind: "lowConfidenceWord",
      nth: index + 1,
      count: this.doubts.length,
    });
  }

  protected override render() {
    const { actions, session, item } = this;
    const { job, texts } = item;
    const mode = session.start.settings.lines;
    const draft = texts[mode];
    this.findDoubts(draft?.now ?? "");
    return html`<section class="text" aria-label=${TEXT.pane}>
      <div class="text-head">${this.modes(mode)}<span class="gap"></span>${this.ways()}</div>
      ${this.stopped()}
      ${
        isWithoutText(item)
          ? html`<div class="notice-card"><p id="no-text">${TEXT.none}</p>
              <p class="hint">${TEXT.noneHow}</p></div>`
          : html`<text-editor
              class="editor"
              .text=${draft?.now ?? ""}
              .doubts=${this.doubts}
              .of=${`${job.id} ${item.round} ${mode}`}
              .name=${TEXT.of(job.name)}
              .change=${(text: string) => actions.edit(job.id, mode, text)}
            ></text-editor>`
      }
      <div class="text-foot">${this.doubtful()}<span class="gap"></span>${this.edited(mode)} ${this.line()}</div>
    </section>`;
  }

  private modes(mode: LineMode) {
    const { system } = this.session.start.about;
    return html`<fieldset class="segments">
      <legend class="unseen">${TEXT.modes}</legend>
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
          /><span>${LINE_MODES[each]}</span>
        </label>`;
      })}
    </fieldset>`;
  }

  private ways() {
    const { actions } = this;
    const isEmpty = isWithoutText(this.item);
    const { system } = this.session.start.about;
    return html`
      ${button({ id: "save", icon: "save", name: TEXT.save, action: "save", disabled: isEmpty, press: actions.save }, system)}
      ${button({ id: "copy", icon: "copy", name: TEXT.copy, action: "copy", look: "primary", disabled: isEmpty, press: actions.copyText }, system)}
    `;
  }

  private stopped() {
    const { state } = this.item.job;
    if (state.kind !== "read" || !state.stopped) return nothing;
    return html`<p class="stopped" id="stopped">
      ${TEXT.missingAfter(state.pages.length)} ${troubleSentence(state.stopped)}
    </p>`;
  }

  private doubtful() {
    if (this.doubts.length === 0) return nothing;
    const { system } = this.session.start.about;
    const name = TEXT.doubts(this.doubts.length);
    return button(
      { id: "next-doubt", name, action: "nextDoubt", look: "quiet", press: () => this.nextDoubt() },
      system,
    );
  }

  private edited(mode: LineMode) {
    const { texts } = this.item;
    if (isEdited(texts, mode)) {
      return html`<span class="hint">${TEXT.edited}</span>
        ${button({ id: "restore", name: TEXT.restore, action: "restore", look: "quiet", press: this.actions.restoreText }, this.session.start.about.system)}`;
    }
    return isEditedElsewhere(texts, mode)
      ? html`<span class="hint">${TEXT.editedElsewhere}</span>`
      : nothing;
  }

  private line() {
    if (isWithoutText(this.item)) return nothing;
    const { system } = this.session.start.about;
    const press = () => this.actions.copy(lineHere());
    return button(
      { id: "copy-line", name: TEXT.copyLine, action: "copyLine", look: "quiet", press },
      system,
    );
  }

  /** Found anew only when text or pages are others: each key press passes here. */
  private findDoubts(text: string): void {
    const of = [text, this.item.pages];
    if (of.every((each, index) => each === this.doubtsOf[index])) return;
    this.doubtsOf = of;
    this.doubts = doubtsIn(text, this.item.pages);
  }
}

function isWithoutText({ job }: Item): boolean {
  return job.state.kind === "read" && job.state.pages.every(({ lines }) => lines === 0);
}

customElements.define("text-pane", TextPane);
