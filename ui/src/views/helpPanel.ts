/** What the program is and how to use it, and the way to shortcuts, privacy and licences. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { InitialState } from "../bindings/InitialState";
import { WORDS } from "../messages";
import type { Panel } from "../session";
import { type Action, hint, keysOfAction } from "../shortcuts";
import { type IconName, icon } from "./icons";

export function helpPanel({ about, policies }: InitialState, actions: Actions): TemplateResult {
  const { system, version } = about;
  const policy: Panel = { screen: "policy", number: policies[0]?.number ?? 0 };
  const link = (name: IconName, action: Action & Panel["screen"], panel: Panel) => {
    const { title, aria } = hint(action, WORDS.PANELS[action], system);
    return html`<li>
      <button type="button" id="help-${action}" class="button plain" title=${title} aria-keyshortcuts=${aria} @click=${() => actions.showPanel(panel)}>
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
      ${link("keyboard", "shortcuts", { screen: "shortcuts" })}
      ${link("lock", "privacy", { screen: "privacy", status: null })}
      ${link("policy", "policy", policy)}
      ${link("person", "data", { screen: "data", storedData: null, question: null })}
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
