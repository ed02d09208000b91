/** The last outcome as a sentence: seen, and said by screen readers without taking the focus. */
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Said } from "../state";
import { icon } from "./icons";

/** The line of a screen; `id` names the one that belongs to the work. */
export function status(said: Said | null, id?: string): TemplateResult {
  return html`<p class="status" id=${id ?? nothing} role="status" aria-live="polite" data-tone=${said?.tone ?? "plain"}>
    ${keyed(said, said ? html`${mark(said)}<span>${said.text}</span>` : nothing)}
  </p>`;
}

function mark({ tone }: Said) {
  if (tone === "good") return icon("done");
  return tone === "bad" ? icon("warning") : nothing;
}
