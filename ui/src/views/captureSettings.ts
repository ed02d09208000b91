/** The settings of capturing the screen. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { CaptureSettings } from "../bindings/CaptureSettings";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { CaptureTarget } from "../bindings/CaptureTarget";
import { WORDS } from "../messages";
import { choice } from "./choice";
import { hotkeyField } from "./hotkeyField";
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
      ${hotkeyField("hotkey", WORDS.CAPTURE.hotkey, settings.hotkey, status?.hotkey, (hotkey) => set({ hotkey }))}
      ${hotkeyField("again-hotkey", WORDS.CAPTURE.againHotkey, settings.againHotkey, status?.againHotkey, (againHotkey) => set({ againHotkey }))}
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
