/** The settings of capturing the screen. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Actions } from "../actions";
import type { CaptureSettings } from "../bindings/CaptureSettings";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { CaptureTarget } from "../bindings/CaptureTarget";
import type { HotkeyStatus } from "../bindings/HotkeyStatus";
import { hotkeyOf } from "../hotkey";
import { WORDS } from "../messages";
import { choice } from "./choice";
import { toggle } from "./toggle";

export function captureSettings(
  settings: CaptureSettings,
  status: CaptureStatus | null,
  actions: Actions,
): TemplateResult {
  const set = (change: Partial<CaptureSettings>) =>
    actions.setSettings(({ capture }) => ({ capture: { ...capture, ...change } }));
  if (status?.method === "none") {
    return section(html`<p class="hint" id="capture-unsupported">${WORDS.CAPTURE.unsupported}</p>`);
  }
  return section(html`
    ${status?.method === "desktop" ? html`<p class="hint">${WORDS.CAPTURE.byDesktop}</p>` : nothing}
    ${choice<CaptureTarget>("capture-target", WORDS.CAPTURE.target, WORDS.CAPTURE_TARGETS, settings.target, (target) => set({ target }))}
    <div class="hotkeys">
      ${keyField("hotkey", WORDS.CAPTURE.hotkey, settings.hotkey, status?.hotkey, (hotkey) => set({ hotkey }))}
      ${keyField("again-hotkey", WORDS.CAPTURE.againHotkey, settings.againHotkey, status?.againHotkey, (againHotkey) => set({ againHotkey }))}
      <p class="hint" id="hint-hotkeys">${WORDS.CAPTURE.keysHint}</p>
    </div>
    <div class="switches">
      ${toggle("tray", WORDS.CAPTURE.tray, status?.hasTray === false ? WORDS.CAPTURE.noTray : WORDS.CAPTURE.trayHint, settings, set)}
      ${toggle("startHidden", WORDS.CAPTURE.startHidden, WORDS.CAPTURE.startHiddenHint, settings, set)}
    </div>
  `);
}

function section(content: TemplateResult): TemplateResult {
  return html`<section id="capture-settings" class="capture-settings" aria-label=${WORDS.CAPTURE.heading}>
    ${content}
  </section>`;
}

/** A field that takes the keys themselves; Tab and Escape still leave it. */
function keyField(
  id: string,
  name: string,
  keys: string,
  status: HotkeyStatus | undefined,
  set: (keys: string) => void,
): TemplateResult {
  const press = (event: KeyboardEvent) => {
    const pressed = hotkeyOf(event);
    if (pressed === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (pressed !== keys) set(pressed);
  };
  const works = !status || status === "active" || status === "off";
  const problem = works ? "" : WORDS.HOTKEY_PROBLEMS[status];
  return html`<div class="hotkey">
    <label for=${id}>${name}</label>
    <input type="text" id=${id} readonly .value=${live(keys)} placeholder=${WORDS.CAPTURE.noKeys} aria-describedby="hint-hotkeys problem-${id}" @keydown=${press} />
    <p class="hint problem" id="problem-${id}" role="status">${problem}</p>
  </div>`;
}
