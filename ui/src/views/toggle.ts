/** A setting that is on or off. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

/** `key` is its name in the settings. */
export function toggle<Key extends string>(
  key: Key,
  name: string,
  hint: string,
  settings: Readonly<Record<Key, boolean>>,
  set: (change: Partial<Record<Key, boolean>>) => void,
): TemplateResult {
  const change = ({ target }: Event) =>
    set({ [key]: (target as HTMLInputElement).checked } as Partial<Record<Key, boolean>>);
  return html`<div class="switch">
    <input type="checkbox" role="switch" id="setting-${key}" .checked=${live(settings[key])} aria-describedby="hint-${key}" @change=${change} />
    <div>
      <label for="setting-${key}">${name}</label>
      <p class="hint" id="hint-${key}">${hint}</p>
    </div>
  </div>`;
}
