/** The main screen: the drop zone while no picture is open, else queue, picture and text. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { ReadError } from "../bindings/ReadError";
import type { Match } from "../find";
import type { Shell } from "../ipc";
import { isLocked } from "../locked";
import {
  commandErrorMessage,
  jobState,
  readErrorMessage,
  refusedMessage,
  WORDS,
} from "../messages";
import { type Item, isUnfinished, type Session, selectedItem } from "../session";
import { tooltip } from "../shortcuts";
import { button } from "./button";
import { captureButton } from "./captureButton";
import { emptyScreen } from "./emptyScreen";
import { footer } from "./footer";
import { icon } from "./icons";
import "./fittingBar";
import "./paneSwitch";
import "./picturePane";
import { passwordForm } from "./passwordForm";
import { queue } from "./queue";
import "./splitter";
import type { TextPane } from "./textPane";
import "./textPane";

export function workspace(session: Session, shell: Shell, actions: Actions): TemplateResult {
  const item = selectedItem(session);
  return html`<main id="screen" data-screen="work" class="workspace" ?data-dragging=${session.dragging}>
      <h1 class="visually-hidden">${WORDS.PROGRAM}</h1>
      ${policyNotice(session, actions)} ${refusedFiles(session, actions)}
      ${item ? panes(session, item, shell, actions) : emptyScreen(session, actions)}
      ${session.dragging && item ? html`<div class="drop-overlay" aria-hidden="true">${icon("drop")}<p>${WORDS.WORKSPACE.dropToAdd}</p></div>` : nothing}
    </main>
    ${footer(session, actions)}`;
}

function panes(session: Session, item: Item, shell: Shell, actions: Actions): TemplateResult {
  return html`${toolbar(session, item, actions)}
    <div class="columns" ?data-many=${session.items.length > 1}>
      ${queue(session, shell, actions)}
      <div class="panes" ?data-alone=${item.job.state.kind !== "read"}>
        ${
          item.job.state.kind === "read"
            ? html`<picture-pane
                  class="pane"
                  .shell=${shell}
                  .actions=${actions}
                  .session=${session}
                  .item=${item}
                  .selectInText=${selectInText}
                ></picture-pane>
                <split-bar id="split"></split-bar>
                <text-pane class="pane" .actions=${actions} .session=${session} .item=${item}></text-pane>`
            : html`<section class="pane alone" aria-label=${item.job.name}>${unreadPicture(item, session, actions)}</section>`
        }
      </div>
    </div>`;
}

function selectInText(range: Match): void {
  document.querySelector<TextPane>("text-pane")?.select(range);
}

function toolbar(session: Session, item: Item, actions: Actions): TemplateResult {
  const system = session.start.about.system;
  const many = session.items.length > 1;
  const busy = session.items.some(({ job }) => isUnfinished(job));
  return html`<fitting-bar class="toolbar" data-steps="5" role="toolbar" aria-label=${WORDS.WORKSPACE.toolbar}>
    ${button({ id: "open", icon: "open", name: WORDS.WORKSPACE.open, action: "open", onClick: actions.open }, system)}
    ${button({ id: "paste", icon: "paste", name: WORDS.WORKSPACE.paste, action: "paste", onClick: actions.paste }, system)}
    ${item.job.state.kind === "read" ? html`<pane-switch></pane-switch>` : nothing}
    ${captureButton(session.capture, actions, system)}
    <span class="spacer"></span>
    ${busy && many ? button({ id: "cancel-all", icon: "close", name: WORDS.WORKSPACE.cancelAll, action: "cancelAll", variant: "quiet", onClick: actions.cancelAll }, system) : nothing}
    ${
      many
        ? html`${button({ id: "copy-all", icon: "copyAll", name: WORDS.WORKSPACE.copyAll, action: "copyAll", variant: "quiet", onClick: actions.copyAll }, system)}
          ${button({ id: "save-all", icon: "saveAll", name: WORDS.WORKSPACE.saveAll, action: "saveAll", variant: "quiet", onClick: actions.saveAll }, system)}
          ${button({ id: "save-all-pdf", icon: "pdf", name: WORDS.WORKSPACE.saveAllAsPdf, tooltip: WORDS.WORKSPACE.saveAllAsPdf, variant: "quiet", onClick: actions.saveAllAsPdf }, system)}`
        : html`<bdi class="name" title=${item.job.name}>${item.job.name}</bdi>`
    }
    ${button({ id: "clear", icon: "clear", name: WORDS.WORKSPACE.clear, action: "clear", variant: "quiet", onClick: actions.clear }, system)}
  </fitting-bar>`;
}

/** A picture that is waiting, being read, cancelled, or could not be read. */
function unreadPicture({ job }: Item, { items }: Session, actions: Actions): TemplateResult {
  const read = html`<button type="button" class="button plain" id="read-again" @click=${() => actions.rotate(0)}>${WORDS.WORKSPACE.read}</button>`;
  const remove = html`<button type="button" class="button plain" @click=${() => actions.remove(job.id)}>${WORDS.WORKSPACE.remove}</button>`;
  const isCancelled = ({ job }: Item) => job.state.kind === "cancelled";
  const readAll =
    items.filter(isCancelled).length > 1
      ? html`<button type="button" class="button plain" id="read-all-again" @click=${actions.readCancelled}>${WORDS.WORKSPACE.readAll}</button>`
      : nothing;
  switch (job.state.kind) {
    case "failed":
      return html`<div class="notice-card">
        ${icon("warning")}
        <p class="card-name"><bdi>${job.name}</bdi></p>
        <p id="failure" role="alert">${readErrorMessage(job.state.error)}</p>
        ${isLocked(job) ? passwordForm(job.id, actions) : nothing}
        <div class="row">${mayPass(job.state.error) ? read : nothing}${remove}</div>
      </div>`;
    case "cancelled":
      return html`<div class="notice-card">
        ${icon("close")}
        <p class="card-name"><bdi>${job.name}</bdi></p>
        <p>${WORDS.WORKSPACE.cancelled}</p>
        <div class="row">${read}${readAll}${remove}</div>
      </div>`;
    default:
      return html`<div class="notice-card busy">
        <div class="bar" role="progressbar" aria-label=${WORDS.WORKSPACE.reading(job.name)}></div>
        <p class="card-name"><bdi>${job.name}</bdi></p>
        <p>${jobState(job)}</p>
        <button type="button" class="button plain cancel" title=${tooltip(WORDS.WORKSPACE.cancel, WORDS.KEYS.Esc)} aria-keyshortcuts="Escape" @click=${() => actions.cancel(job.id)}>${WORDS.WORKSPACE.cancel}</button>
      </div>`;
  }
}

/** Whether reading may succeed another time, with the same settings. */
function mayPass({ kind }: ReadError): boolean {
  return AGAIN.has(kind);
}

const AGAIN: ReadonlySet<ReadError["kind"]> = new Set<ReadError["kind"]>([
  "crashed",
  "internal",
  "outOfMemory",
  "tookTooLong",
  "unreadable",
  "missing",
  "denied",
]);

/** A minor change of the policy is announced, and needs no consent. */
function policyNotice(session: Session, actions: Actions): TemplateResult {
  const { consent } = session.start;
  const number = consent.kind === "given" ? consent.notice : null;
  if (number === null) return html`${nothing}`;
  return html`<aside class="banner" id="policy-notice" aria-label=${WORDS.NOTICE.label}>
    <p>${WORDS.NOTICE.text(number)}</p>
    <button type="button" class="button quiet" id="read-notice" @click=${() => actions.showPanel({ screen: "policy", number })}>
      ${WORDS.NOTICE.changes}
    </button>
    <button type="button" class="button quiet" id="acknowledge" @click=${() => actions.acknowledge(number)}>${WORDS.NOTICE.acknowledge}</button>
  </aside>`;
}

/** Files that were not added, each with its reason. */
function refusedFiles({ refused }: Session, actions: Actions): TemplateResult {
  if (refused.length === 0) return html`${nothing}`;
  return html`<aside class="banner error" id="refusals">
    <ul tabindex="0" aria-label=${WORDS.REFUSED.label}>
      ${refused.map((file) => html`<li>${refusedMessage(file)}</li>`)}
    </ul>
    <button type="button" class="button quiet" @click=${() => actions.dispatch({ kind: "refusalsDismissed" })}>${WORDS.REFUSED.dismiss}</button>
  </aside>`;
}

/** The window when the shell did not start. */
export function brokenScreen(error: Parameters<typeof commandErrorMessage>[0]): TemplateResult {
  return html`<main id="screen" data-screen="broken" class="consent">
    <div class="notice-card">${icon("warning")}<h1>${WORDS.BROKEN.title}</h1><p role="alert">${commandErrorMessage(error)}</p></div>
  </main>`;
}
