/** The last outcome in words, which screen readers announce without moving the focus. */
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Message, outcomeMessage } from "../messages";
import type { Outcome } from "../outcome";
import { icon } from "./icons";

/** `id` is for the one in the workspace. */
export function statusLine(outcome: Outcome | null, id?: string): TemplateResult {
  const message = outcome && outcomeMessage(outcome);
  // A screen reader would speak without a pause.
  const live = outcome?.kind === "readingProgress" ? "off" : "polite";
  return html`<p class="status" id=${id ?? nothing} role="status" aria-live=${live} data-tone=${message?.tone ?? "neutral"}>
    ${keyed(outcome, message ? html`${toneIcon(message)}<span>${message.text}</span>` : nothing)}
  </p>`;
}

function toneIcon({ tone }: Message) {
  if (tone === "success") return icon("done");
  return tone === "error" ? icon("warning") : nothing;
}
