/** Finding and replacing: a bar over the text. */
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Actions } from "../actions";
import { type Find, type Match, MOST_MATCHES } from "../find";
import { WORDS } from "../messages";
import type { Session } from "../session";
import { button } from "./button";
import { focusOnInsert } from "./focusOnInsert";

export interface FindSteps {
  /** Looks for something else, and shows the first match. */
  readonly look: (query: string) => void;
  /** Shows the next match in this direction. */
  readonly go: (by: 1 | -1) => void;
  /** Replaces the match that is shown. */
  readonly replace: () => void;
  /** Gives the focus back to the text. */
  readonly close: () => void;
}

export function findBar(
  session: Session,
  find: Find,
  matches: readonly Match[],
  actions: Actions,
  steps: FindSteps,
): TemplateResult {
  const { system } = session.start.about;
  const isNone = matches.length === 0;
  // Until all pictures are searched, it may be found in others.
  const isNowhere = isNone && (!find.everywhere || find.query === "" || find.total === 0);
  return html`<div class="find-bar" role="search" aria-label=${WORDS.FIND.bar} @keydown=${(event: KeyboardEvent) => onKey(event, steps)}>
    <div class="row">
      ${field("find-query", WORDS.FIND.query, find.query, steps.look)}
      <output class="hint" id="find-count" aria-live="polite">${count(find, matches)}</output>
      ${button({ id: "find-previous", icon: "previous", name: WORDS.FIND.previous, action: "findPrevious", variant: "quiet", iconOnly: true, disabled: isNowhere, onClick: () => steps.go(-1) }, system)}
      ${button({ id: "find-next", icon: "next", name: WORDS.FIND.next, action: "findNext", variant: "quiet", iconOnly: true, disabled: isNowhere, onClick: () => steps.go(1) }, system)}
      ${button({ id: "find-close", icon: "close", name: WORDS.FIND.close, variant: "quiet", iconOnly: true, onClick: steps.close }, system)}
    </div>
    <div class="row">
      ${box("find-case", WORDS.FIND.matchCase, find.matchCase, (matchCase) => actions.changeFind({ matchCase, at: -1 }))}
      ${
        session.items.length > 1
          ? box("find-everywhere", WORDS.FIND.everywhere, find.everywhere, (everywhere) =>
              actions.changeFind({ everywhere }),
            )
          : nothing
      }
    </div>
    ${
      find.replaces
        ? html`<div class="row">
            ${field("find-replacement", WORDS.FIND.replacement, find.replacement, (replacement) => actions.changeFind({ replacement }))}
            ${button({ id: "replace-one", name: WORDS.FIND.replaceOne, disabled: isNone, onClick: steps.replace }, system)}
            ${button({ id: "replace-all", name: WORDS.FIND.replaceAll, disabled: find.query === "", onClick: actions.replaceAll }, system)}
          </div>`
        : nothing
    }
  </div>`;
}

function field(id: string, name: string, value: string, onInput: (value: string) => void) {
  const input = ({ target }: Event) => onInput((target as HTMLInputElement).value);
  return html`<input
    type="text"
    id=${id}
    class="find-field"
    placeholder=${name}
    aria-label=${name}
    autocomplete="off"
    spellcheck="false"
    .value=${value}
    ${id === "find-query" ? ref(focusOnInsert) : nothing}
    @input=${input}
  />`;
}

function box(id: string, name: string, checked: boolean, onChange: (on: boolean) => void) {
  const change = ({ target }: Event) => onChange((target as HTMLInputElement).checked);
  return html`<label class="check"><input type="checkbox" id=${id} .checked=${checked} @change=${change} /><span>${name}</span></label>`;
}

function count(find: Find, matches: readonly Match[]): string {
  const { query, everywhere, total } = find;
  if (query === "") return "";
  if (!everywhere) return matches.length === 0 ? WORDS.FIND.none : countHere(find, matches);
  // Until all pictures are searched, it may be found in others.
  if (total === null) return matches.length === 0 ? "" : countHere(find, matches);
  if (total === 0) return WORDS.FIND.none;
  const here = matches.length === 0 ? WORDS.FIND.noneHere : countHere(find, matches);
  return WORDS.FIND.inAll(here, total, total === MOST_MATCHES);
}

function countHere({ at }: Find, matches: readonly Match[]): string {
  const isMore = matches.length === MOST_MATCHES;
  return at < 0
    ? WORDS.FIND.found(matches.length, isMore)
    : WORDS.FIND.count(at + 1, matches.length, isMore);
}

function onKey(event: KeyboardEvent, steps: FindSteps): void {
  if (event.key === "Escape") steps.close();
  else if (event.key === "Enter" && isTextField(event.target)) steps.go(event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "text";
}
