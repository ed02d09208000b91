/** The frame of a panel: a dialog with a heading, a Back button and the last outcome. */
import { html, type PropertyValues, type TemplateResult } from "lit";
import { WORDS } from "../messages";
import type { Outcome } from "../outcome";
import { tooltip } from "../shortcuts";
import { icon } from "./icons";
import { ModalDialog } from "./modalDialog";
import { statusLine } from "./statusLine";

export class PanelDialog extends ModalDialog {
  static override properties = {
    screen: { attribute: false },
    heading: { attribute: false },
    body: { attribute: false },
    outcome: { attribute: false },
    close: { attribute: false },
  };
  declare screen: string;
  declare heading: string;
  declare body: TemplateResult;
  declare outcome: Outcome | null;
  declare close: () => void;

  /** What was reported before this panel, and has nothing to do with it. */
  private earlier: Outcome | null = null;

  protected override dismiss(): void {
    this.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("screen")) this.earlier = this.outcome;
  }

  protected override render() {
    return html`<dialog class="panel" data-screen=${this.screen} aria-labelledby="panel-title" @cancel=${this.cancel} @close=${this.dismiss}>
      <header class="panel-header">
        <button type="button" id="back" class="button quiet" title=${tooltip(WORDS.PANEL.back, WORDS.KEYS.Esc)} aria-keyshortcuts="Escape" @click=${this.close}>
          ${icon("previous")}<span>${WORDS.PANEL.back}</span>
        </button>
        <h2 id="panel-title" tabindex="-1">${this.heading}</h2>
      </header>
      <div class="panel-body" tabindex="0" role="region" aria-labelledby="panel-title">${this.body}</div>
      <footer class="panel-footer">${statusLine(this.outcome === this.earlier ? null : this.outcome)}</footer>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.open();
    if (!changed.has("screen")) return;
    this.querySelector<HTMLElement>("#panel-title")?.focus();
    this.querySelector(".panel-body")?.scrollTo(0, 0);
  }
}

customElements.define("panel-dialog", PanelDialog);
