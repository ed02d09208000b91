/** The screen of the work: the drop zone while there is nothing, else queue, picture and text. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { Shell } from "../ipc";
import {
  BROKEN,
  errorSentence,
  jobState,
  NOTICE,
  PROGRAM,
  REFUSALS,
  refusedMessage,
  troubleSentence,
  WORK,
} from "../messages";
import { type Item, isUnfinished, type Session, shownItem } from "../session";
import { tooltip } from "../shortcuts";
import { button } from "./button";
import { emptyScreen } from "./emptyScreen";
import { footer } from "./footer";
import { icon } from "./icons";
import "./picturePane";
import { queue } from "./queueList";
import "./splitter";
import "./textPane";

export function workScreen(session: Session, shell: Shell, actions: Actions): TemplateResult {
  const item = shownItem(session);
  return html`<main id="screen" data-screen="work" class="work" ?data-dragging=${session.dragging}>
      <h1 class="unseen">${PROGRAM}</h1>
      ${notice(session, actions)} ${refusedFiles(session, actions)}
      ${item ? filled(session, item, shell, actions) : emptyScreen(session, actions)}
      ${session.dragging && item ? html`<div class="drop-veil" aria-hidden="true">${icon("drop")}<p>${WORK.dropToAdd}</p></div>` : nothing}
    </main>
    ${footer(session, actions)}`;
}

function filled(session: Session, item: Item, shell: Shell, actions: Actions): TemplateResult {
  return html`${toolbar(session, item, actions)}
    <div class="desk" ?data-many=${session.items.length > 1}>
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
                ></picture-pane>
                <split-bar id="split"></split-bar>
                <text-pane class="pane" .actions=${actions} .session=${session} .item=${item}></text-pane>`
            : html`<section class="pane alone" aria-label=${item.job.name}>${unread(item, actions)}</section>`
        }
      </div>
    </div>`;
}

function toolbar(session: Session, item: Item, actions: Actions): TemplateResult {
  const system = session.start.about.system;
  const many = session.items.length > 1;
  const busy = session.items.some(({ job }) => isUnfinished(job));
  return html`<div class="toolbar" role="toolbar" aria-label=${WORK.toolbar}>
    ${button({ id: "open", icon: "open", name: WORK.open, action: "open", press: actions.open }, system)}
    ${button({ id: "paste", icon: "paste", name: WORK.paste, action: "paste", press: actions.paste }, system)}
    <span class="gap"></span>
    ${busy && many ? button({ id: "cancel-all", icon: "close", name: WORK.cancelAll, action: "cancelAll", look: "quiet", press: actions.cancelAll }, system) : nothing}
    ${
      many
        ? html`${button({ id: "copy-all", icon: "copy", name: WORK.copyAll, action: "copyAll", look: "quiet", press: actions.copyAll }, system)}
          ${button({ id: "save-all", icon: "save", name: WORK.saveAll, action: "saveAll", look: "quiet", press: actions.saveAll }, system)}`
        : html`<bdi class="name" title=${item.job.name}>${item.job.name}</bdi>`
    }
    ${button({ id: "clear", icon: "clear", name: WORK.clear, action: "clear", look: "quiet", press: actions.clear }, system)}
  </div>`;
}

/** A picture without text: it has to wait, is being read, or could not be. */
function unread({ job }: Item, actions: Actions): TemplateResult {
  const again = html`<button type="button" class="button plain" @click=${() => actions.turn(0)}>${WORK.read}</button>`;
  const remove = html`<button type="button" class="button plain" @click=${() => actions.remove(job.id)}>${WORK.remove}</button>`;
  switch (job.state.kind) {
    case "failed":
      return html`<div class="notice-card">
        ${icon("warning")}
        <p class="card-name"><bdi>${job.name}</bdi></p>
        <p id="failure" role="alert">${troubleSentence(job.state.trouble)}</p>
        ${remove}
      </div>`;
    case "cancelled":
      return html`<div class="notice-card">
        ${icon("close")}
        <p class="card-name"><bdi>${job.name}</bdi></p>
        <p>${WORK.cancelled}</p>
        <div class="row">${again}${remove}</div>
      </div>`;
    default:
      return html`<div class="notice-card busy">
        <div class="bar" role="progressbar" aria-label=${WORK.reading(job.name)}></div>
        <p class="card-name"><bdi>${job.name}</bdi></p>
        <p>${jobState(job)}</p>
        <button type="button" class="button plain cancel" title=${tooltip(WORK.cancel, "Esc")} aria-keyshortcuts="Escape" @click=${() => actions.cancel(job.id)}>${WORK.cancel}</button>
      </div>`;
  }
}

/** A small change of the policy is told, not asked about. */
function notice(session: Session, actions: Actions): TemplateResult {
  const { consent } = session.start;
  const number = consent.kind === "given" ? consent.notice : null;
  if (number === null) return html`${nothing}`;
  return html`<aside class="bar-notice" id="policy-notice" aria-label=${NOTICE.label}>
    <p>${NOTICE.text(number)}</p>
    <button type="button" class="button quiet" id="read-notice" @click=${() => actions.showPanel({ screen: "policy", number })}>
      ${NOTICE.changes}
    </button>
    <button type="button" class="button quiet" id="acknowledge" @click=${() => actions.acknowledge(number)}>${NOTICE.acknowledge}</button>
  </aside>`;
}

/** Files that were not taken, each with its reason. */
function refusedFiles({ refused }: Session, actions: Actions): TemplateResult {
  if (refused.length === 0) return html`${nothing}`;
  const shown = refused.slice(0, 4);
  return html`<aside class="bar-notice bad" id="refusals" aria-label=${REFUSALS.label}>
    <ul>
      ${shown.map((file) => html`<li>${refusedMessage(file)}</li>`)}
      ${refused.length > shown.length ? html`<li>${REFUSALS.more(refused.length - shown.length)}</li>` : nothing}
    </ul>
    <button type="button" class="button quiet" @click=${() => actions.dispatch({ kind: "waved" })}>${WORK.close}</button>
  </aside>`;
}

/** The window without a shell behind it. */
export function brokenScreen(error: Parameters<typeof errorSentence>[0]): TemplateResult {
  return html`<main id="screen" data-screen="broken" class="consent">
    <div class="notice-card">${icon("warning")}<h1>${BROKEN.title}</h1><p role="alert">${errorSentence(error)}</p></div>
  </main>`;
}
