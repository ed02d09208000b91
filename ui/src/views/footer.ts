/** The foot of the window: the last outcome, and the way to everything that is not the work. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { PRIVACY_CLAIM } from "../messages";
import type { Panel, Session } from "../session";
import { button } from "./button";
import { icon } from "./icons";
import { status } from "./status";

export function footer({ start, said }: Session, actions: Actions): TemplateResult {
  const { system } = start.about;
  const show = (panel: Panel) => () => actions.showPanel(panel);
  const policy = { screen: "policy", number: start.policies[0]?.number ?? 0 } as const;
  return html`<footer class="foot">
    ${status(said, "status")}
    <nav class="menu" aria-label="Program">
      <button
        type="button"
        id="menu-privacy"
        class="claim"
        title="See it measured, now"
        @click=${show({ screen: "privacy", facts: null })}
      >
        ${icon("lock")}<span>${PRIVACY_CLAIM}</span>
      </button>
      ${button({ id: "menu-data", icon: "person", name: "Your data", look: "quiet", iconOnly: true, press: show({ screen: "data", held: null, question: null }) }, system)}
      ${button({ id: "menu-settings", icon: "settings", name: "Settings", action: "settings", look: "quiet", iconOnly: true, press: show({ screen: "settings" }) }, system)}
      ${button({ id: "menu-shortcuts", icon: "keyboard", name: "Shortcuts", action: "shortcuts", look: "quiet", iconOnly: true, press: show({ screen: "shortcuts" }) }, system)}
      ${button({ id: "menu-policy", icon: "policy", name: "Privacy policy", look: "quiet", iconOnly: true, press: show(policy) }, system)}
    </nav>
  </footer>`;
}
