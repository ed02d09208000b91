/**
 * Edits that one action made in several pictures: they are undone and done again together, as long as
 * nothing else has changed in a picture since.
 */
import type { HistoryStep } from "./bindings/HistoryStep";

export interface SharedEdits {
  /** One action has changed these pictures. */
  remember(ids: readonly number[]): void;
  /** The pictures that a step in this one goes through. */
  picturesOf(id: number, step: HistoryStep): readonly number[];
  /** A step went through these pictures. */
  stepped(ids: readonly number[], step: HistoryStep): void;
}

/** `editionOf` tells how often a picture was corrected; undefined when it is gone. */
export function createSharedEdits(editionOf: (id: number) => number | undefined): SharedEdits {
  let editions: ReadonlyMap<number, number | undefined> = new Map();
  let next: HistoryStep = "undo";
  const isUntouched = (id: number) => editions.has(id) && editions.get(id) === editionOf(id);
  const remember = (ids: readonly number[]) => {
    editions = new Map(ids.map((id) => [id, editionOf(id)]));
  };
  return {
    remember: (ids) => {
      remember(ids);
      next = "undo";
    },
    picturesOf: (id, step) =>
      step === next && isUntouched(id) ? [...editions.keys()].filter(isUntouched) : [id],
    stepped: (ids, step) => {
      if (ids.length < 2) return;
      remember(ids);
      next = step === "undo" ? "redo" : "undo";
    },
  };
}
