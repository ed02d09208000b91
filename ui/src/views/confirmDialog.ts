/** A question before edits are lost. The safe answer has the focus; Escape gives it. */
import { html } from "lit";
import { confirmationMessage, WORDS } from "../messages";
import type { Confirmation } from "../session";
import { ModalDialog } from "./modalDialog";

export class ConfirmDialog extends ModalDialog {
  static override properties = {
    kind: { attribute: false },
    names: { attribute: false },
    page: { attribute: false },
    yes: { attribute: false },
    no: { attribute: false },
  };
  declare kind: Confirmation["kind"];
  /** Of the pictures that it is about. */
  declare names: readonly string[];
  /** The one of several pages that it is about. */
  declare page: number | null;
  declare yes: () => void;
  declare no: () => void;

  protected override dismiss(): void {
    this.no();
  }

  protected override render() {
    const words = WORDS.CONFIRM[this.kind];
    return html`<dialog class="confirm" role="alertdialog" aria-labelledby="confirm-title" aria-describedby="confirm-text" @cancel=${this.cancel} @close=${this.dismiss}>
      <h2 id="confirm-title">${words.title}</h2>
      <p id="confirm-text">${confirmationMessage(this)}</p>
      <div class="row">
        <button type="button" class="button plain" id="confirm-no" @click=${this.no}>${words.no}</button>
        <button type="button" class="button danger" id="confirm-yes" @click=${this.yes}>${words.yes}</button>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    if (this.open()) this.querySelector<HTMLElement>("#confirm-no")?.focus();
  }
}

customElements.define("confirm-dialog", ConfirmDialog);
