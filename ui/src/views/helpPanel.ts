/** What the program is and how to use it, and the way to shortcuts, privacy and licences. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { InitialState } from "../bindings/InitialState";
import { formatHotkey, WORDS } from "../messages";
import { newPanel, type Panel } from "../session";
import { type Action, hint, keysOfAction } from "../shortcuts";
import { canCapture } from "./captureButton";
import { type IconName, icon } from "./icons";

export function helpPanel(
  start: InitialState,
  capture: CaptureStatus | null,
  actions: Actions,
): TemplateResult {
  const { system, version } = start.about;
  const link = (name: IconName, action: Action & Panel["screen"]) => {
    const { title, aria } = hint(action, WORDS.PANELS[action], system);
    return html`<li>
      <button type="button" id="help-${action}" class="button plain" title=${title} aria-keyshortcuts=${aria} @click=${() => actions.showPanel(newPanel(action, start))}>
        ${icon(name)}<span>${WORDS.PANELS[action]}</span>
      </button>
    </li>`;
  };
  const keys = (action: Action) => keyCap(keysOfAction(action, system));
  return html`
    <section>
      <h3 id="version">${WORDS.PROGRAM} ${version}</h3>
      <p class="lead">${WORDS.HELP.lead}</p>
    </section>
    <ul class="help-links">
      ${link("keyboard", "shortcuts")}
      ${link("lock", "privacy")}
      ${link("policy", "policy")}
      ${link("person", "data")}
    </ul>
    <section>
      <h3>${WORDS.HELP.howTo}</h3>
      <dl class="details">
        <div><dt>${WORDS.HELP.add}</dt><dd>${WORDS.HELP.addHow} ${keys("paste")}</dd></div>
        <div><dt>${WORDS.HELP.capture}</dt><dd id="help-capture">${captureHelp(start, capture)}</dd></div>
        <div><dt>${WORDS.HELP.check}</dt><dd>${WORDS.HELP.checkHow} ${keys("nextLowConfidenceWord")}</dd></div>
        <div><dt>${WORDS.HELP.copy}</dt><dd>${WORDS.HELP.copyHow} ${keys("copy")}</dd></div>
        <div><dt>${WORDS.HELP.menus}</dt><dd>${WORDS.HELP.menusHow}</dd></div>
      </dl>
    </section>
    <section>
      <h3>${WORDS.HELP.licences}</h3>
      ${WORDS.HELP.licenceText.map((paragraph) => html`<p>${paragraph}</p>`)}
    </section>
  `;
}

function keyCap(keys: string | undefined): TemplateResult {
  return html`<kbd>${keys}</kbd>`;
}

/** What works on this desktop; its hotkey only while it works. */
function captureHelp({ about, settings }: InitialState, status: CaptureStatus | null) {
  if (!canCapture(status)) return WORDS.CAPTURE.unsupported;
  const { hotkey } = settings.capture;
  const isActive = status?.hotkey === "active" && hotkey !== "";
  return html`<p>${WORDS.HELP.captureHow} ${keyCap(keysOfAction("capture", about.system))}</p>
    ${isActive ? html`<p>${WORDS.HELP.captureAnywhere} ${keyCap(formatHotkey(hotkey))}</p>` : nothing}
    ${status?.method === "desktop" ? html`<p>${WORDS.CAPTURE.byDesktop}</p>` : nothing}`;
}
