/**
 * A custom element without a shadow root, so that the stylesheets of the page reach its content. It is
 * drawn again when the language changes.
 */
import { LitElement } from "lit";
import { onLanguageChange } from "../messages";

export class LightDomElement extends LitElement {
  private ignoreLanguage = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.ignoreLanguage = onLanguageChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.ignoreLanguage();
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
