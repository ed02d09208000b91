/**
 * Of which pictures an area is left out: of the one that is shown, or of all that have its size, also
 * those that come later.
 */
import { WORDS } from "../messages";
import type { Item, Session } from "../session";
import type { Ignored } from "../textActions";
import type { Size } from "../zoom";
import { openMenu } from "./contextMenu";

/** The pictures that were read whose page with the same number has this size. */
export function sameSize({ items, page }: Session, { width, height }: Size): Item[] {
  return items.filter(({ job: { state } }) => {
    const info = state.kind === "read" ? state.pages[page - 1] : undefined;
    return info?.width === width && info.height === height;
  });
}

/** Asks for one of the two. */
export function chooseIgnored(
  opener: HTMLElement,
  shown: Item,
  same: readonly Item[],
  choose: (ignored: Ignored) => void,
): void {
  const { left, bottom } = opener.getBoundingClientRect();
  const items = [
    { name: WORDS.PICTURE.ignoreHere, run: () => choose({ items: [shown], later: false }) },
    { name: WORDS.PICTURE.ignoreEverywhere, run: () => choose({ items: same, later: true }) },
  ];
  const menu = { name: WORDS.PICTURE.ignoreArea, hasHeading: true, groups: [items] };
  openMenu(menu, left, bottom + 4, opener);
}
