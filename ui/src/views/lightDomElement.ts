/** A custom element without a shadow root, so that the stylesheets of the page reach its content. */
import { LitElement } from "lit";

export class LightDomElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
