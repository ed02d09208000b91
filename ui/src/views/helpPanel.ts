/** What the program is and how to use it, and the way to shortcuts, privacy and licences. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { InitialState } from "../bindings/InitialState";
import { WORDS } from "../messages";
import { newPanel, type Panel } from "../session";
import { type Action, hint, keysOfAction } from "../shortcuts";
import { type IconName, icon } from "./icons";

export function helpPanel(start: InitialState, actions: Actions): TemplateResult {
  const { system, version } = start.about;
  const link = (name: IconName, action: Action & Panel["screen"]) => {
    const { title, aria } = hint(action, WORDS.PANELS[action], system);
    return html`<li>
      <button type="button" id="help-${action}" class="button plain" title=${title} aria-keyshortcuts=${aria} @click=${() => actions.showPanel(newPanel(action, start))}>
        ${icon(name)}<span>${WORDS.PANELS[action]}</span>
      </button>
    </li>`;
  };
  const keys = (action: Action) => html`<kbd>${keysOfAction(action, system)}</kbd>`;
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
