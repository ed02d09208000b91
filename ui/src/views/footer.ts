/** The footer of the window: the last outcome, and the buttons of all panels. */
import { html, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import { WORDS } from "../messages";
import { newPanel, type Panel, type Session } from "../session";
import { hint } from "../shortcuts";
import { button } from "./button";
import "./fittingBar";
import { icon } from "./icons";
import { statusLine } from "./statusLine";

export function footer({ start, outcome }: Session, actions: Actions): TemplateResult {
  const { system } = start.about;
  const show = (screen: Panel["screen"]) => () => actions.showPanel(newPanel(screen, start));
  const privacy = hint("privacy", WORDS.FOOTER.privacyHint, system);
  return html`<footer class="footer">
    ${statusLine(outcome, "status")}
    <nav aria-label=${WORDS.FOOTER.menu}><fitting-bar class="menu" data-steps="1">
      <button
        type="button"
        id="menu-privacy"
        class="privacy-button"
        title=${privacy.title}
        aria-keyshortcuts=${privacy.aria}
        @click=${show("privacy")}
      >
        ${icon("lock")}<span>${WORDS.FOOTER.privacy}</span>
      </button>
      ${button({ id: "menu-data", icon: "person", name: WORDS.PANELS.data, action: "data", variant: "quiet", iconOnly: true, onClick: show("data") }, system)}
      ${button({ id: "menu-settings", icon: "settings", name: WORDS.PANELS.settings, action: "settings", variant: "quiet", iconOnly: true, onClick: show("settings") }, system)}
      ${button({ id: "menu-help", icon: "help", name: WORDS.PANELS.help, action: "help", variant: "quiet", iconOnly: true, onClick: show("help") }, system)}
    </fitting-bar></nav>
  </footer>`;
}
