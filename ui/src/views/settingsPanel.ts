/** The settings; each change takes effect immediately. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Actions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { Engine } from "../bindings/Engine";
import type { InitialState } from "../bindings/InitialState";
import type { LineMode } from "../bindings/LineMode";
import type { Settings } from "../bindings/Settings";
import type { Theme } from "../bindings/Theme";
import { ENGINES, LINE_MODES, PROGRAM, SETTINGS, THEMES } from "../messages";
import { captureSettings } from "./captureSettings";
import { choice } from "./choice";

type Switch = "copyAtOnce" | "privateCopy" | "count";

export function settingsPanel(
  { settings, about }: InitialState,
  capture: CaptureStatus | null,
  actions: Actions,
): TemplateResult {
  return html`
    ${choice<Theme>("theme", SETTINGS.theme, THEMES, settings.theme, (theme) => actions.setSettings({ theme }))}
    ${choice<LineMode>("mode", SETTINGS.lines, LINE_MODES, settings.lines, (lines) => actions.setSettings({ lines }))}
    ${choice<Engine>("engine", SETTINGS.engine, ENGINES, settings.engine, (engine) => actions.setSettings({ engine }))}
    <section class="switches">
      ${toggle("copyAtOnce", SETTINGS.copyAtOnce, SETTINGS.copyAtOnceHint, settings, actions)}
      ${toggle("privateCopy", SETTINGS.privateCopy, SETTINGS.privateCopyHint, settings, actions)}
      ${toggle("count", SETTINGS.count, SETTINGS.countHint, settings, actions)}
    </section>
    ${captureSettings(settings.capture, capture, actions)}
    <p class="hint">${PROGRAM} ${about.version}</p>
  `;
}

function toggle(
  key: Switch,
  name: string,
  hint: string,
  settings: Settings,
  actions: Actions,
): TemplateResult {
  const set = (event: Event) =>
    actions.setSettings({ [key]: (event.target as HTMLInputElement).checked });
  return html`<div class="switch">
    <input type="checkbox" role="switch" id="setting-${key}" .checked=${live(settings[key])} aria-describedby="hint-${key}" @change=${set} />
    <div>
      <label for="setting-${key}">${name}</label>
      <p class="hint" id="hint-${key}">${hint}</p>
    </div>
  </div>`;
}
