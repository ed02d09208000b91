/** The list of shortcuts, from the same table that the keyboard uses. */
import { html, type TemplateResult } from "lit";
import type { System } from "../bindings/System";
import { WORDS } from "../messages";
import { formatKeys, type Group, SHORTCUTS } from "../shortcuts";

export function shortcutsPanel(system: System): TemplateResult {
  const groups = Object.keys(WORDS.SHORTCUT_GROUPS) as Group[];
  return html`<div class="shortcut-list">
    ${groups.map(
      (group) => html`<section>
        <h3>${WORDS.SHORTCUT_GROUPS[group]}</h3>
        <dl class="shortcut-keys">
          ${SHORTCUTS.filter((shortcut) => shortcut.group === group).map(
            ({ action, keys }) =>
              html`<div><dt>${WORDS.SHORTCUT_LABELS[action]}</dt><dd>${keysOf(keys, system)}</dd></div>`,
          )}
        </dl>
      </section>`,
    )}
  </div>`;
}

function keysOf(keys: readonly string[], system: System): TemplateResult[] {
  // `Ctrl+=` is `Ctrl+Plus` without Shift, so it is not listed.
  const listed = keys.filter((key) => key !== "Mod+=");
  return listed.map((key) => html`<kbd>${formatKeys(key, system)}</kbd> `);
}
