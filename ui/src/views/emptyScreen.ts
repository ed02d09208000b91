/** Nothing here yet: one large place that says the three ways in, and is two of them. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { EMPTY, WORK } from "../messages";
import type { Session } from "../session";
import { shown } from "../shortcuts";
import { button } from "./button";
import { icon } from "./icons";

export function emptyScreen({ start, dragging }: Session, actions: Actions): TemplateResult {
  const { system } = start.about;
  return html`<section id="drop-zone" class="drop-zone" aria-labelledby="drop-title" ?data-over=${dragging}>
    <div class="drop-inner">
      <span class="drop-icon">${icon(dragging ? "drop" : "picture")}</span>
      <h2 id="drop-title">${dragging ? EMPTY.titleDragging : EMPTY.title}</h2>
      <p class="lead">
        ${EMPTY.before} <kbd>${shown("Mod+V", system)}</kbd>${EMPTY.after}
      </p>
      <div class="row">
        ${button({ id: "open", icon: "open", name: WORK.openPictures, action: "open", look: "primary", press: actions.open }, system)}
        ${button({ id: "paste", icon: "paste", name: WORK.paste, action: "paste", press: actions.paste }, system)}
      </div>
      <p class="hint">${EMPTY.formats}</p>
    </div>
  </section>`;
}
