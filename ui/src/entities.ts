/** Links, addresses and numbers in a text: which are shown, and how they are marked behind it. */
import type { EntitySpan } from "./bindings/EntitySpan";
import type { Settings } from "./bindings/Settings";
import { changedRegion } from "./textSpans";

/** Whether it is left out of what is copied and saved, while the person wants that; the shell does it. */
export function isRedacted({ kind }: EntitySpan, { redact }: Pick<Settings, "redact">): boolean {
  return redact && kind !== "link";
}

/** Those that are marked. */
export function markedEntities(
  entities: readonly EntitySpan[],
  settings: Pick<Settings, "markEntities" | "redact">,
): readonly EntitySpan[] {
  if (settings.markEntities) return entities;
  return settings.redact ? entities.filter((each) => isRedacted(each, settings)) : NONE;
}

/** Always the same list, so that nothing is drawn again. */
const NONE: readonly EntitySpan[] = [];

/** Those that an edit has not changed, where they are after it; the shell finds new ones. */
export function entitiesAfterEdit(
  entities: readonly EntitySpan[],
  before: string,
  after: string,
): EntitySpan[] {
  const { start, end } = changedRegion(after, before);
  const shift = after.length - before.length;
  return entities.flatMap((each) => {
    if (each.end < start) return [each];
    return each.start > end ? [{ ...each, start: each.start + shift, end: each.end + shift }] : [];
  });
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/**
 * Marks of two kinds in one list without overlaps: where words and entities overlap, the part has both
 * kinds. Each list is in the order of the text, and its marks do not overlap.
 */
export function mergedMarks(words: readonly Mark[], entities: readonly Mark[]): Mark[] {
  const all = [...words, ...entities];
  const edges = [...new Set(all.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const merged: Mark[] = [];
  let [word, entity] = [0, 0];
  edges.forEach((start, index) => {
    const end = edges[index + 1];
    if (end === undefined) return;
    while ((words[word]?.end ?? Number.POSITIVE_INFINITY) <= start) word += 1;
    while ((entities[entity]?.end ?? Number.POSITIVE_INFINITY) <= start) entity += 1;
    const kinds = [words[word], entities[entity]].filter((mark) => mark && mark.start <= start);
    const kind = kinds.map((mark) => mark?.kind).join(" ");
    if (kinds.length > 0) merged.push({ start, end, kind });
  });
  return merged;
}
