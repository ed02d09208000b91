/** A question before edits are lost. The safe answer has the focus; Escape gives it. */
import { html } from "lit";
import { WORDS } from "../messages";
import type { Confirmation } from "../session";
import { LightDomElement } from "./lightDomElement";

export class ConfirmDialog extends LightDomElement {
  static override properties = {
    kind: { attribute: false },
    yes: { attribute: false },
    no: { attribute: false },
  };
  declare kind: Confirmation["kind"];
  declare yes: () => void;
  declare no: () => void;

  /** Had the focus before, and gets it back. */
  private opener: Element | null = null;

  override connectedCallback(): void {
    this.opener = document.activeElement;
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.opener instanceof HTMLElement) this.opener.focus();
  }

  protected override render() {
    const words = WORDS.CONFIRM[this.kind];
    const cancel = (event: Event) => {
      event.preventDefault();
      this.no();
    };
    return html`<dialog class="confirm" role="alertdialog" aria-labelledby="confirm-title" aria-describedby="confirm-text" @cancel=${cancel}>
      <h2 id="confirm-title">${words.title}</h2>
      <p id="confirm-text">${words.text}</p>
      <div class="row">
        <button type="button" class="button plain" id="confirm-no" @click=${this.no}>${words.no}</button>
        <button type="button" class="button danger" id="confirm-yes" @click=${this.yes}>${words.yes}</button>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.querySelector("dialog");
    if (!dialog || dialog.open) return;
    dialog.showModal();
    this.querySelector<HTMLElement>("#confirm-no")?.focus();
  }
}

customElements.define("confirm-dialog", ConfirmDialog);
