/** A custom element whose content stands in the page itself, where the stylesheets reach it. */
import { LitElement } from "lit";

export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
