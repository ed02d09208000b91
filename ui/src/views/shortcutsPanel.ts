/** The sheet of shortcuts, printed from the table that the keys obey. */
import { html, type TemplateResult } from "lit";
import type { System } from "../bindings/System";
import { DOES, GROUPS } from "../messages";
import { type Group, SHORTCUTS, shown } from "../shortcuts";

const ORDER = Object.keys(GROUPS) as Group[];

export function shortcutsPanel(system: System): TemplateResult {
  return html`<div class="sheet">
    ${ORDER.map(
      (group) => html`<section>
        <h3>${GROUPS[group]}</h3>
        <dl class="keys">
          ${SHORTCUTS.filter((shortcut) => shortcut.group === group).map(
            ({ action, keys }) =>
              html`<div><dt>${DOES[action]}</dt><dd>${keysOf(keys, system)}</dd></div>`,
          )}
        </dl>
      </section>`,
    )}
  </div>`;
}

function keysOf(keys: readonly string[], system: System): TemplateResult[] {
  // `Ctrl+=` is `Ctrl+Plus` without Shift: obeyed, not worth a line.
  const worth = keys.filter((key) => key !== "Mod+=");
  return worth.map((key) => html`<kbd>${shown(key, system)}</kbd> `);
}
