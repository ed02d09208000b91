/** The QR codes and barcodes of a picture: what each says, and a button that copies it. Nothing opens them. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { CodeView } from "../bindings/CodeView";
import type { System } from "../bindings/System";
import { WORDS } from "../messages";
import { button } from "./button";

export function codeList(
  codes: readonly CodeView[],
  system: System,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (codes.length === 0) return nothing;
  return html`<ul class="codes" id="codes" aria-label=${WORDS.CODES.list}>
    ${codes.map((code, index) => item(code, index, system, actions))}
  </ul>`;
}

function item({ kind, text }: CodeView, index: number, system: System, actions: Actions) {
  const name = kind === "qr" ? WORDS.CODES.qr : kind;
  const onClick = () => actions.copy(text);
  return html`<li>
    <div class="code"><span class="hint">${name}</span><p>${text}</p></div>
    ${button({ id: `copy-code-${index}`, icon: "copy", name: WORDS.CODES.copy(name), iconOnly: true, onClick }, system)}
  </li>`;
}
