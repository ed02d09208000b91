/** The drop zone while no picture is open: it names the ways to add one, and offers two of them. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { WORDS } from "../messages";
import type { Session } from "../session";
import { formatKeys } from "../shortcuts";
import { button } from "./button";
import { captureButton } from "./captureButton";
import { icon } from "./icons";

export function emptyScreen(
  { start, dragging, capture }: Session,
  actions: Actions,
): TemplateResult {
  const { system } = start.about;
  return html`<section id="drop-zone" class="drop-zone" aria-labelledby="drop-title" ?data-over=${dragging}>
    <div class="drop-content">
      <span class="drop-icon">${icon(dragging ? "drop" : "picture")}</span>
      <h2 id="drop-title">${dragging ? WORDS.EMPTY.titleDragging : WORDS.EMPTY.title}</h2>
      <p class="lead">
        ${WORDS.EMPTY.before} <kbd>${formatKeys("Mod+V", system)}</kbd>${WORDS.EMPTY.after}
      </p>
      <div class="row">
        ${button({ id: "open", icon: "open", name: WORDS.WORKSPACE.openPictures, action: "open", variant: "primary", onClick: actions.open }, system)}
        ${button({ id: "paste", icon: "paste", name: WORDS.WORKSPACE.paste, action: "paste", onClick: actions.paste }, system)}
        ${captureButton(capture, actions, system)}
      </div>
      <p class="hint">${WORDS.EMPTY.formats}</p>
    </div>
  </section>`;
}
