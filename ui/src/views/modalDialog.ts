/** A dialog over the window. Escape closes it, and the focus goes back to where it was. */
import { LightDomElement } from "./lightDomElement";

export abstract class ModalDialog extends LightDomElement {
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

  /** Takes the dialog away without an answer, as Escape does. */
  protected abstract dismiss(): void;

  /** For `@cancel` of the dialog: whoever shows this element removes it, not the browser. */
  protected readonly cancel = (event: Event): void => {
    event.preventDefault();
    this.dismiss();
  };

  /** Opens the `<dialog>` of this element; returns whether it was closed until now. */
  protected open(): boolean {
    const dialog = this.querySelector("dialog");
    if (!dialog || dialog.open) return false;
    dialog.showModal();
    return true;
  }
}
