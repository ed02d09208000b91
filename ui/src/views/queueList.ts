/** The list of pictures, in sight as soon as there is more than one. */
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import type { Actions } from "../actions";
import type { Shell } from "../ipc";
import { jobState, QUEUE, WORK } from "../messages";
import { type Item, isUnfinished, type Session } from "../session";
import { icon } from "./icons";
import "./thumbnail";

export function queue(session: Session, shell: Shell, actions: Actions): TemplateResult {
  return html`<nav
    class="queue"
    aria-label=${QUEUE.list}
    ?hidden=${session.items.length < 2}
    @keydown=${(event: KeyboardEvent) => walk(event, actions)}
  >
    <ul id="queue">
      ${repeat(
        session.items,
        ({ job }) => job.id,
        (item) => entry(item, item.job.id === session.shown, shell, actions),
      )}
    </ul>
  </nav>`;
}

function entry(item: Item, isShown: boolean, shell: Shell, actions: Actions): TemplateResult {
  const { job, round } = item;
  // Tab comes to one entry, not to two hundred; arrow keys go from one to the next.
  const tab = isShown ? 0 : -1;
  return html`<li data-job=${job.id} data-state=${job.state.kind}>
    <button
      type="button"
      class="entry"
      aria-current=${isShown ? "true" : nothing}
      title=${job.name}
      tabindex=${tab}
      ${isShown ? ref(inSight) : nothing}
      @click=${() => actions.choose(job.id)}
    >
      <picture-thumbnail .shell=${shell} .job=${job} .round=${round}></picture-thumbnail>
      <span class="entry-words">
        <bdi class="entry-name">${job.name}</bdi>
        <span class="entry-state">${jobState(job)}</span>
      </span>
    </button>
    ${
      isUnfinished(job)
        ? html`<button type="button" class="button quiet icon-only cancel" tabindex=${tab} title=${WORK.cancel} aria-label=${WORK.cancelOne(job.name)} @click=${() => actions.cancel(job.id)}>${icon("close")}</button>`
        : html`<button type="button" class="button quiet icon-only remove" tabindex=${tab} title=${WORK.remove} aria-label=${WORK.removeOne(job.name)} @click=${() => actions.remove(job.id)}>${icon("close")}</button>`
    }
  </li>`;
}

/** Scrolls the list to what is shown, as soon as it stands there. */
function inSight(entry: Element | undefined): void {
  queueMicrotask(() => entry?.scrollIntoView({ block: "nearest", inline: "nearest" }));
}

/** Arrow keys in the list show another picture. */
function walk(event: KeyboardEvent, actions: Actions): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const isBack = event.key === "ArrowUp" || event.key === "ArrowLeft";
  if (!isBack && event.key !== "ArrowDown" && event.key !== "ArrowRight") return;
  event.preventDefault();
  actions.chooseNext(isBack ? -1 : 1);
  document.querySelector<HTMLElement>("#queue .entry[aria-current]")?.focus();
}
