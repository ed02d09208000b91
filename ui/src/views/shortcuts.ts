/** The sheet of shortcuts, printed from the table that the keys obey. */
import { html, type TemplateResult } from "lit";
import type { System } from "../bindings/System";
import { SHORTCUTS, type Shortcut, shown } from "../shortcuts";

const GROUPS: readonly Shortcut["group"][] = ["Pictures", "Text", "View", "Program"];

export function shortcutsPanel(system: System): TemplateResult {
  return html`<div class="sheet">
    ${GROUPS.map(
      (group) => html`<section>
        <h3>${group}</h3>
        <dl class="keys">
          ${SHORTCUTS.filter((shortcut) => shortcut.group === group).map(
            ({ does, keys }) => html`<div><dt>${does}</dt><dd>${keysOf(keys, system)}</dd></div>`,
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
