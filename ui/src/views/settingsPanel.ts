/** The settings; each change takes effect immediately. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { Engine } from "../bindings/Engine";
import type { InitialState } from "../bindings/InitialState";
import type { LineMode } from "../bindings/LineMode";
import type { Settings } from "../bindings/Settings";
import type { System } from "../bindings/System";
import type { Theme } from "../bindings/Theme";
import { WORDS } from "../messages";
import type { TextSizeChange } from "../textSize";
import { button } from "./button";
import { captureSettings } from "./captureSettings";
import { choice } from "./choice";
import { languageList } from "./languageChoice";
import { toggle } from "./toggle";

export function settingsPanel(
  { settings, about }: InitialState,
  capture: CaptureStatus | null,
  actions: Actions,
): TemplateResult {
  return html`
    <div class="choice">
      <h3><label for="language">${WORDS.SETTINGS.language}</label></h3>
      ${languageList(settings.language, (language) => actions.setSettings({ language }))}
    </div>
    ${choice<Theme>("theme", WORDS.SETTINGS.theme, WORDS.THEMES, settings.theme, (theme) => actions.setSettings({ theme }))}
    ${choice<LineMode>("mode", WORDS.SETTINGS.lines, WORDS.LINE_MODES, settings.lines, (lines) => actions.setSettings({ lines }))}
    ${choice<Engine>("engine", WORDS.SETTINGS.engine, WORDS.ENGINES, settings.engine, (engine) => actions.setSettings({ engine }))}
    <p class="hint below-choice">${WORDS.SETTINGS.engineHint}</p>
    ${textSize(settings, about.system, actions)}
    <section class="switches">
      ${toggle("copyAtOnce", WORDS.SETTINGS.copyAtOnce, WORDS.SETTINGS.copyAtOnceHint, settings, actions.setSettings)}
      ${toggle("privateCopy", WORDS.SETTINGS.privateCopy, WORDS.SETTINGS.privateCopyHint, settings, actions.setSettings)}
      ${toggle("markEntities", WORDS.SETTINGS.markEntities, WORDS.SETTINGS.markEntitiesHint, settings, actions.setSettings)}
      ${toggle("redact", WORDS.SETTINGS.redact, WORDS.SETTINGS.redactHint, settings, actions.setSettings)}
      ${toggle("keepOnTop", WORDS.SETTINGS.keepOnTop, WORDS.SETTINGS.keepOnTopHint, settings, actions.setSettings)}
      ${toggle("autostart", WORDS.SETTINGS.autostart, WORDS.SETTINGS.autostartHint, settings, actions.setSettings)}
      ${toggle("count", WORDS.SETTINGS.count, WORDS.SETTINGS.countHint, settings, actions.setSettings)}
    </section>
    ${captureSettings(settings.capture, capture, actions)}
  `;
}

function textSize({ textSize: size }: Settings, system: System, actions: Actions) {
  const change = (by: TextSizeChange) => () => actions.changeTextSize(by);
  return html`<div class="choice">
    <h3 id="choice-size">${WORDS.SETTINGS.textSize}</h3>
    <div class="stepper" role="group" aria-labelledby="choice-size">
      ${button({ id: "text-smaller", icon: "minus", name: WORDS.SETTINGS.smaller, iconOnly: true, onClick: change("smaller") }, system)}
      <output id="text-size" aria-live="polite">${WORDS.SETTINGS.percent(size)}</output>
      ${button({ id: "text-larger", icon: "plus", name: WORDS.SETTINGS.larger, iconOnly: true, onClick: change("larger") }, system)}
      ${size === 100 ? nothing : button({ id: "text-usual", name: WORDS.SETTINGS.usual, variant: "quiet", onClick: change("usual") }, system)}
    </div>
    <p class="hint">${WORDS.SETTINGS.textSizeHint}</p>
  </div>`;
}
