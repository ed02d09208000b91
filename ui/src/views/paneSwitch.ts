/**
 * Chooses between picture and text in a window that is too small for both. Only `narrow.css` knows
 * when that is; elsewhere the switch is hidden and both are shown.
 */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { WORDS } from "../messages";
import { LightDomElement } from "./lightDomElement";

type Pane = "picture" | "text";

const PANES: readonly Pane[] = ["picture", "text"];

export class PaneSwitch extends LightDomElement {
  static override properties = { shown: { state: true } };
  declare shown: Pane;

  constructor() {
    super();
    this.shown = lastShown;
  }

  show(pane: Pane): void {
    lastShown = pane;
    this.shown = pane;
    this.apply();
  }

  protected override render() {
    return html`<fieldset class="segments">
      <legend class="visually-hidden">${WORDS.PICTURE.orText}</legend>
      ${PANES.map(
        (pane) => html`<label>
          <input
            type="radio"
            name="pane"
            id="show-${pane}"
            .checked=${live(pane === this.shown)}
            @change=${() => this.show(pane)}
          /><span>${pane === "picture" ? WORDS.PICTURE.pane : WORDS.TEXT.pane}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  protected override firstUpdated(): void {
    this.apply();
  }

  private apply(): void {
    this.closest<HTMLElement>(".workspace")?.setAttribute("data-pane", this.shown);
  }
}

/** Kept while pictures come and go. The text is what most people came for. */
let lastShown: Pane = "text";

/** Shows the pane that an element is in, if the window is too small for both. */
export function showPaneOf(element: Element): void {
  const pane = element.closest("picture-pane") ? "picture" : "text";
  document.querySelector<PaneSwitch>("pane-switch")?.show(pane);
}

customElements.define("pane-switch", PaneSwitch);
