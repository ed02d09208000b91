/** The list of pictures, shown when there is more than one. */
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import type { Actions } from "../actions";
import type { Shell } from "../ipc";
import { isLocked } from "../locked";
import { jobState, WORDS } from "../messages";
import { type Item, isUnfinished, type Session } from "../session";
import { icon } from "./icons";
import "./thumbnail";

export function queue(session: Session, shell: Shell, actions: Actions): TemplateResult {
  return html`<nav
    class="queue"
    aria-label=${WORDS.QUEUE.list}
    ?hidden=${session.items.length < 2}
    @keydown=${(event: KeyboardEvent) => selectByArrowKey(event, actions)}
    ${ref(watchSize)}
  >
    <ul id="queue">
      ${repeat(
        session.items,
        ({ job }) => job.id,
        (item) => entry(item, item.job.id === session.selectedId, shell, actions),
      )}
    </ul>
  </nav>`;
}

function entry(item: Item, isSelected: boolean, shell: Shell, actions: Actions): TemplateResult {
  const { job, revision } = item;
  // Tab stops at one entry, not at two hundred; the arrow keys go from one to the next.
  const tab = isSelected ? 0 : -1;
  return html`<li data-job=${job.id} data-state=${isLocked(job) ? "locked" : job.state.kind}>
    <button
      type="button"
      class="entry"
      aria-current=${isSelected ? "true" : nothing}
      title=${job.name}
      tabindex=${tab}
      ${isSelected ? ref(scrollIntoViewOnInsert) : nothing}
      @click=${() => actions.select(job.id)}
    >
      <picture-thumbnail .shell=${shell} .job=${job} .revision=${revision}></picture-thumbnail>
      <span class="entry-text">
        <bdi class="entry-name">${job.name}</bdi>
        <span class="entry-state">${item.edited ? html`<span class="entry-edited">${WORDS.TEXT.edited}</span> ` : nothing}${jobState(job)}</span>
      </span>
    </button>
    ${
      isUnfinished(job)
        ? html`<button type="button" class="button quiet icon-only cancel" tabindex=${tab} title=${WORDS.WORKSPACE.cancel} aria-label=${WORDS.WORKSPACE.cancelOne(job.name)} @click=${() => actions.cancel(job.id)}>${icon("close")}</button>`
        : html`<button type="button" class="button quiet icon-only remove" tabindex=${tab} title=${WORDS.WORKSPACE.remove} aria-label=${WORDS.WORKSPACE.removeOne(job.name)} @click=${() => actions.remove(job.id)}>${icon("close")}</button>`
    }
  </li>`;
}

/** Scrolls the list to the selected entry as soon as it is in the page. */
function scrollIntoViewOnInsert(entry: Element | undefined): void {
  queueMicrotask(() => scrollIntoView(entry));
}

function scrollIntoView(entry: Element | null | undefined): void {
  entry?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The list becomes a strip in a narrow window: the selected entry is to stay in view. */
const sizes = new ResizeObserver(([list]) =>
  scrollIntoView(list?.target.querySelector(".entry[aria-current]")),
);

function watchSize(list: Element | undefined): void {
  sizes.disconnect();
  if (list) sizes.observe(list);
}

/** Arrow keys in the list select another picture. */
function selectByArrowKey(event: KeyboardEvent, actions: Actions): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const isBack = event.key === "ArrowUp" || event.key === "ArrowLeft";
  if (!isBack && event.key !== "ArrowDown" && event.key !== "ArrowRight") return;
  event.preventDefault();
  actions.selectNext(isBack ? -1 : 1);
  document.querySelector<HTMLElement>("#queue .entry[aria-current]")?.focus();
}
