/** Buttons that name their shortcut, in the tooltip and for screen readers. */
import { html, nothing, type TemplateResult } from "lit";
import type { System } from "../bindings/System";
import { type Action, hint } from "../shortcuts";
import { type IconName, icon } from "./icons";

export interface ButtonOptions {
  readonly id?: string;
  readonly icon?: IconName;
  readonly name: string;
  readonly action?: Action;
  readonly variant?: "plain" | "primary" | "danger" | "quiet";
  /** Shows only the icon; the name is then for the tooltip and screen readers. */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
  /** Whether it opens a menu. */
  readonly opensMenu?: boolean;
  /** Text of the tooltip; the name when left out. */
  readonly tooltip?: string;
  readonly onClick: () => void;
}

export function button(options: ButtonOptions, system: System): TemplateResult {
  const { id, name, action, variant = "plain", iconOnly = false, disabled = false } = options;
  const shortcut = action ? hint(action, options.tooltip ?? name, system) : null;
  return html`<button
    type="button"
    id=${id ?? nothing}
    class="button ${variant} ${iconOnly ? "icon-only" : ""}"
    aria-haspopup=${options.opensMenu ? "menu" : nothing}
    title=${shortcut?.title ?? options.tooltip ?? (iconOnly ? name : nothing)}
    aria-label=${iconOnly ? name : nothing}
    aria-keyshortcuts=${shortcut?.aria ?? nothing}
    ?disabled=${disabled}
    @click=${options.onClick}
  >${options.icon ? icon(options.icon) : nothing}${iconOnly ? nothing : html`<span>${name}</span>`}</button>`;
}
