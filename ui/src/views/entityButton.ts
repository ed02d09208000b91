/** The button that lists links, addresses and numbers of the text, each copied by a click. */
import { html, nothing, type TemplateResult } from "lit";
import type { Actions } from "../actions";
import type { EntitySpan } from "../bindings/EntitySpan";
import { isRedacted } from "../entities";
import { WORDS } from "../messages";
import type { Session } from "../session";
import { openMenu } from "./contextMenu";
import { icon } from "./icons";

/** As many are listed. */
const MOST_LISTED = 50;

export function entityButton(
  text: string,
  entities: readonly EntitySpan[],
  { start }: Session,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (!start.settings.markEntities || entities.length === 0) return nothing;
  const open = ({ currentTarget }: Event) => {
    const opener = currentTarget as HTMLElement;
    const { left, top } = opener.getBoundingClientRect();
    const items = distinct(text, entities).map(({ name, value, entity }) => ({
      name,
      // A copy would have ████ in its place.
      disabled: isRedacted(entity, start.settings),
      run: () => actions.copy(value),
    }));
    openMenu({ name: WORDS.TEXT.copyEntity, hasHeading: true, groups: [items] }, left, top, opener);
  };
  const count = WORDS.FORMATS.number(entities.length);
  const name = WORDS.TEXT.entities(count);
  return html`<button type="button" id="entities" class="button quiet" aria-haspopup="menu" title=${name} @click=${open}>
    ${icon("link")}<span class="long">${name}</span><span class="short" aria-hidden="true">${count}</span>
  </button>`;
}

/** Each once, in the order of the text. */
function distinct(text: string, entities: readonly EntitySpan[]) {
  const values = new Map<string, EntitySpan>();
  for (const entity of entities) {
    const value = text.slice(entity.start, entity.end);
    if (!values.has(value)) values.set(value, entity);
  }
  return Array.from(values, ([value, entity]) => ({
    name: `${WORDS.ENTITY_KINDS[entity.kind]}: ${value}`,
    value,
    entity,
  })).slice(0, MOST_LISTED);
}
