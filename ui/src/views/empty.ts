/** Nothing here yet: one large place that says the three ways in, and is two of them. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Session } from "../session";
import { shown } from "../shortcuts";
import { button } from "./button";
import { icon } from "./icons";

export function emptyScreen({ start, dragging }: Session, actions: Actions): TemplateResult {
  const { system } = start.about;
  return html`<section id="drop-zone" class="drop-zone" aria-labelledby="drop-title" ?data-over=${dragging}>
    <div class="drop-inner">
      <span class="drop-icon">${icon(dragging ? "drop" : "picture")}</span>
      <h2 id="drop-title">${dragging ? "Drop to read" : "Drop a picture here"}</h2>
      <p class="lead">
        or paste one with <kbd>${shown("Mod+V", system)}</kbd>, or open a file.
      </p>
      <div class="row">
        ${button({ id: "open", icon: "open", name: "Open pictures", action: "open", look: "primary", press: actions.open }, system)}
        ${button({ id: "paste", icon: "paste", name: "Paste", action: "paste", press: actions.paste }, system)}
      </div>
      <p class="hint">PNG, JPEG, WebP, BMP, GIF, TIFF. Several at once, or a whole folder.</p>
    </div>
  </section>`;
}
