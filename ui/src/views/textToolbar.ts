/** The bar over the text: line modes, saving and copying. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Actions } from "../actions";
import type { CopyFormat } from "../bindings/CopyFormat";
import type { LineMode } from "../bindings/LineMode";
import { WORDS } from "../messages";
import type { Session } from "../session";
import { type Action, hint } from "../shortcuts";
import { button } from "./button";
import { openMenu } from "./contextMenu";
import { icon } from "./icons";
import "./fittingBar";
import { openSaveMenu } from "./saveMenu";

const MODES: readonly { mode: LineMode; action: Action }[] = [
  { mode: "keep", action: "linesKeep" },
  { mode: "paragraphs", action: "linesParagraphs" },
  { mode: "one", action: "linesOne" },
];

/** `isEmpty` says that there is no text to save or copy. */
export function textToolbar(session: Session, isEmpty: boolean, actions: Actions): TemplateResult {
  return html`<fitting-bar class="text-toolbar" data-steps="3">${lineModes(session, actions)} ${buttons(session, isEmpty, actions)}</fitting-bar>`;
}

function lineModes({ start }: Session, actions: Actions): TemplateResult {
  const { about, settings } = start;
  return html`<fieldset class="segments">
    <legend class="visually-hidden">${WORDS.TEXT.modes}</legend>
    ${MODES.map(({ mode, action }) => {
      const { title, aria } = hint(action, WORDS.SHORTCUT_LABELS[action], about.system);
      return html`<label title=${title}>
        <input
          type="radio"
          name="lines"
          id="lines-${mode}"
          aria-keyshortcuts=${aria}
          .checked=${live(mode === settings.lines)}
          @change=${() => actions.setLines(mode)}
        /><span>${WORDS.LINE_MODES[mode]}</span>
      </label>`;
    })}
  </fieldset>`;
}

function buttons({ start }: Session, isEmpty: boolean, actions: Actions): TemplateResult {
  const { system } = start.about;
  return html`<div class="row">
    ${button({ id: "save", icon: "save", name: WORDS.TEXT.save, action: "save", disabled: isEmpty, opensMenu: true, onClick: () => openSaveMenu(actions) }, system)}
    ${button({ id: "copy", icon: "copy", name: WORDS.TEXT.copy, action: "copy", variant: "primary", disabled: isEmpty, onClick: actions.copyText }, system)}
    <button type="button" id="redact" class="button plain icon-only" aria-pressed=${start.settings.redact} title=${WORDS.TEXT.redactHint} aria-label=${WORDS.TEXT.redact} @click=${() => actions.setSettings(({ redact }) => ({ redact: !redact }))}>${icon("redact")}</button>
    <button type="button" id="copy-as" class="button plain icon-only" aria-haspopup="menu" title=${WORDS.TEXT.copyAs} aria-label=${WORDS.TEXT.copyAs} ?disabled=${isEmpty} @click=${(event: Event) => openCopyMenu(event, actions)}>${icon("more")}</button>
  </div>`;
}

/** Shows the formats in which the text can be copied. */
function openCopyMenu({ currentTarget }: Event, actions: Actions): void {
  const opener = currentTarget as HTMLElement;
  const { left, bottom } = opener.getBoundingClientRect();
  const copy = (format: CopyFormat) => ({
    name: WORDS.COPY_FORMATS[format],
    run: () => actions.copyFormat(format),
  });
  const groups = [[copy("table")], [copy("markdown"), copy("csv"), copy("html"), copy("json")]];
  openMenu({ name: WORDS.TEXT.copyAs, hasHeading: true, groups }, left, bottom + 4, opener);
}
