/** What the person can choose; each choice holds at once. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { LineMode } from "../bindings/LineMode";
import type { Settings } from "../bindings/Settings";
import type { Start } from "../bindings/Start";
import type { Theme } from "../bindings/Theme";
import { LINE_MODES, PROGRAM, THEMES } from "../messages";

type Switch = "copyAtOnce" | "privateCopy" | "count";

export function settingsPanel({ settings, about }: Start, actions: Actions): TemplateResult {
  return html`
    ${choice<Theme>("theme", "Colours", THEMES, settings.theme, (theme) => actions.setSettings({ theme }))}
    ${choice<LineMode>("mode", "Lines of the text", LINE_MODES, settings.lines, (lines) => actions.setSettings({ lines }))}
    <section class="switches">
      ${toggle("copyAtOnce", "Copy at once", "Text goes to the clipboard as soon as a picture is read.", settings, actions)}
      ${toggle("privateCopy", "Private copy", "Copied text is kept out of clipboard histories and cloud clipboards, where the system can do so.", settings, actions)}
      ${toggle("count", "Count pictures", "Counts how many pictures are read each month, on this computer alone. You can see, correct and erase the numbers under Your data.", settings, actions)}
    </section>
    <p class="hint">${PROGRAM} ${about.version}</p>
  `;
}

function choice<Value extends string>(
  id: string,
  legend: string,
  names: Record<Value, string>,
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  const values = Object.keys(names) as Value[];
  return html`<div class="choice">
    <h3 id="choice-${id}">${legend}</h3>
    <div class="segments" role="radiogroup" aria-labelledby="choice-${id}">
      ${values.map(
        (value) => html`<label>
          <input
            type="radio"
            name="choice-${id}"
            id="${id}-${value}"
            .checked=${value === chosen}
            @change=${() => choose(value)}
          /><span>${names[value]}</span>
        </label>`,
      )}
    </div>
  </div>`;
}

function toggle(
  key: Switch,
  name: string,
  does: string,
  settings: Settings,
  actions: Actions,
): TemplateResult {
  const set = (event: Event) =>
    actions.setSettings({ [key]: (event.target as HTMLInputElement).checked });
  return html`<div class="switch">
    <input type="checkbox" role="switch" id="setting-${key}" .checked=${settings[key]} aria-describedby="does-${key}" @change=${set} />
    <div>
      <label for="setting-${key}">${name}</label>
      <p class="hint" id="does-${key}">${does}</p>
    </div>
  </div>`;
}
