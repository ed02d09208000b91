/** How far apart tab stops are, so that the columns of tables stand below each other. */

/** Between two columns, in em. */
const GAP = 1.5;
/** A cell that is wider takes two stops: one long sentence must not push all numbers out of sight. */
const WIDEST = 18;

/** The distance of tab stops in em, for the widest cell that another follows; null in a text without tables. */
export function tabStopDistance(text: string, widthOf: (cell: string) => number): number | null {
  let widest = -1;
  for (const line of text.split("\n")) {
    if (!line.includes("\t")) continue;
    for (const cell of line.split("\t").slice(0, -1)) {
      const width = widthOf(cell);
      if (width <= WIDEST) widest = Math.max(widest, width);
    }
  }
  return widest < 0 ? null : Math.ceil((widest + GAP) * 10) / 10;
}

/** Sets the distance of the tab stops of an element, for a text in its font. */
export function alignColumns(element: HTMLElement, text: string): void {
  const hasTabs = text.includes("\t");
  const distance = hasTabs
    ? tabStopDistance(text, measureIn(getComputedStyle(element).fontFamily))
    : null;
  if (distance === null) element.style.removeProperty("--tab-stops");
  else element.style.setProperty("--tab-stops", `${distance}em`);
}

/** Measures texts in a font, in em. Nothing is drawn. */
function measureIn(fontFamily: string): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  const size = 100;
  if (context) context.font = `${size}px ${fontFamily}`;
  return (text) => (context?.measureText(text).width ?? 0) / size;
}
