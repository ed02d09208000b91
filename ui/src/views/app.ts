/** Renders the whole window from the view. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Shell } from "../ipc";
import { WORDS } from "../messages";
import type { Panel, Session } from "../session";
import type { View } from "../state";
import "./confirmDialog";
import { consentScreen } from "./consentScreen";
import { dataPanel } from "./dataPanel";
import { helpPanel } from "./helpPanel";
import "./panelDialog";
import { policyPanel } from "./policyPanel";
import { privacyPanel } from "./privacyPanel";
import { settingsPanel } from "./settingsPanel";
import { shortcutsPanel } from "./shortcutsPanel";
import { brokenScreen, workspace } from "./workspace";

export function app(view: View, shell: Shell, actions: Actions): TemplateResult {
  switch (view.kind) {
    case "starting":
      return html`<main id="screen" data-screen="starting" aria-busy="true"></main>`;
    case "broken":
      return brokenScreen(view.error);
    case "consent":
      return consentScreen(view, actions);
    case "ready":
      return html`${workspace(view.session, shell, actions)}${openPanel(view.session, actions)}${confirmation(view.session, actions)}`;
  }
}

function openPanel(session: Session, actions: Actions) {
  const { panel } = session;
  if (!panel) return nothing;
  const isAsking = panel.screen === "data" && panel.question !== null;
  return html`<panel-dialog
    .screen=${panel.screen}
    .heading=${WORDS.PANELS[panel.screen]}
    .body=${panelBody(panel, session, actions)}
    .outcome=${session.outcome}
    .close=${() => (isAsking ? actions.askQuestion(null) : actions.closePanel())}
  ></panel-dialog>`;
}

function confirmation(session: Session, actions: Actions) {
  const { confirmation: asked, items } = session;
  if (!asked) return nothing;
  const ids = "unkept" in asked ? asked.unkept : [asked.id];
  const names = items.filter(({ job }) => ids.includes(job.id)).map(({ job }) => job.name);
  return html`<confirm-dialog
    .kind=${asked.kind}
    .names=${names}
    .page=${asked.kind === "rotate" ? asked.page : null}
    .yes=${actions.confirm}
    .no=${actions.dismissConfirmation}
  ></confirm-dialog>`;
}

function panelBody(panel: Panel, session: Session, actions: Actions): TemplateResult {
  const { start } = session;
  switch (panel.screen) {
    case "data":
      return dataPanel(panel, actions);
    case "privacy":
      return privacyPanel(panel.status, actions);
    case "settings":
      return settingsPanel(start, session.capture, actions);
    case "help":
      return helpPanel(start, session.capture, actions);
    case "shortcuts":
      return shortcutsPanel(start.about.system);
    case "policy":
      return policyPanel(start.policies, panel.number, actions);
  }
}
