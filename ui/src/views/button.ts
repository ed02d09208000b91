/** Buttons that tell their shortcut, in the tooltip and to screen readers. */
import { html, nothing, type TemplateResult } from "lit";
import type { System } from "../bindings/System";
import { type Action, hint } from "../shortcuts";
import { type IconName, icon } from "./icons";

export interface ButtonLook {
  readonly id?: string;
  readonly icon?: IconName;
  readonly name: string;
  readonly action?: Action;
  readonly look?: "plain" | "primary" | "danger" | "quiet";
  /** Shows the icon alone; the name is then said, and shown in the tooltip. */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
  readonly press: () => void;
}

export function button(look: ButtonLook, system: System): TemplateResult {
  const told = look.action ? hint(look.action, look.name, system) : null;
  const title = told?.title ?? (look.iconOnly ? look.name : nothing);
  const aria = told?.aria ?? nothing;
  return html`<button
    type="button"
    id=${look.id ?? nothing}
    class="button ${look.look ?? "plain"} ${look.iconOnly ? "icon-only" : ""}"
    title=${title}
    aria-label=${look.iconOnly ? look.name : nothing}
    aria-keyshortcuts=${aria}
    ?disabled=${look.disabled ?? false}
    @click=${look.press}
  >${look.icon ? icon(look.icon) : nothing}${look.iconOnly ? nothing : html`<span>${look.name}</span>`}</button>`;
}
