/** The last outcome as a sentence: seen, and said by screen readers without taking the focus. */
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Message, outcomeMessage } from "../messages";
import type { Outcome } from "../outcome";
import { icon } from "./icons";

/** The line of a screen; `id` names the one that belongs to the work. */
export function status(outcome: Outcome | null, id?: string): TemplateResult {
  const message = outcome && outcomeMessage(outcome);
  return html`<p class="status" id=${id ?? nothing} role="status" aria-live="polite" data-tone=${message?.tone ?? "neutral"}>
    ${keyed(outcome, message ? html`${mark(message)}<span>${message.text}</span>` : nothing)}
  </p>`;
}

function mark({ tone }: Message) {
  if (tone === "success") return icon("done");
  return tone === "error" ? icon("warning") : nothing;
}
