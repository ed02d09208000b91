/** The foot of the window: the last outcome, and the way to everything that is not the work. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { FOOT, PANELS } from "../messages";
import type { Panel, Session } from "../session";
import { hint } from "../shortcuts";
import { button } from "./button";
import { icon } from "./icons";
import { status } from "./statusLine";

export function footer({ start, outcome }: Session, actions: Actions): TemplateResult {
  const { system } = start.about;
  const show = (panel: Panel) => () => actions.showPanel(panel);
  const policy = { screen: "policy", number: start.policies[0]?.number ?? 0 } as const;
  const privacy = hint("privacy", FOOT.claimHow, system);
  return html`<footer class="foot">
    ${status(outcome, "status")}
    <nav class="menu" aria-label=${FOOT.menu}>
      <button
        type="button"
        id="menu-privacy"
        class="claim"
        title=${privacy.title}
        aria-keyshortcuts=${privacy.aria}
        @click=${show({ screen: "privacy", facts: null })}
      >
        ${icon("lock")}<span>${FOOT.claim}</span>
      </button>
      ${button({ id: "menu-data", icon: "person", name: PANELS.data, action: "data", look: "quiet", iconOnly: true, press: show({ screen: "data", held: null, question: null }) }, system)}
      ${button({ id: "menu-settings", icon: "settings", name: PANELS.settings, action: "settings", look: "quiet", iconOnly: true, press: show({ screen: "settings" }) }, system)}
      ${button({ id: "menu-shortcuts", icon: "keyboard", name: PANELS.shortcuts, action: "shortcuts", look: "quiet", iconOnly: true, press: show({ screen: "shortcuts" }) }, system)}
      ${button({ id: "menu-policy", icon: "policy", name: PANELS.policy, action: "policy", look: "quiet", iconOnly: true, press: show(policy) }, system)}
    </nav>
  </footer>`;
}
