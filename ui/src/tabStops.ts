/**
 * How far apart tab stops are, so that the columns of tables stand below each other, and how wide that
 * makes the tables: a row that is broken mixes its cells.
 */

/** Between two columns, in em. */
const GAP = 1.5;
/** A cell that is wider takes two stops: one long sentence must not push all numbers out of sight. */
const WIDEST = 24;

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

/** The width in em of the widest row of a table, with tab stops at this distance. */
export function tableWidth(
  text: string,
  distance: number,
  widthOf: (cell: string) => number,
): number {
  let widest = 0;
  for (const row of text.split("\n")) {
    const cells = row.split("\t");
    const last = cells.pop() ?? "";
    if (cells.length === 0) continue;
    // A tab goes on to the next stop, also from a stop.
    const start = cells.reduce((left, cell) => {
      const end = left + widthOf(cell);
      return (Math.floor(end / distance) + 1) * distance;
    }, 0);
    widest = Math.max(widest, start + widthOf(last));
  }
  return Math.ceil(widest * 10) / 10;
}

/** Sets the distance of the tab stops of an element and the width of its tables, for a text in its font. */
export function alignColumns(element: HTMLElement, text: string): void {
  const { style } = element;
  style.removeProperty("--tab-stops");
  style.removeProperty("--table-width");
  if (!text.includes("\t")) return;
  const widthOf = measureIn(getComputedStyle(element).fontFamily);
  const distance = tabStopDistance(text, widthOf);
  if (distance === null) return;
  style.setProperty("--tab-stops", `${distance}em`);
  style.setProperty("--table-width", `${tableWidth(text, distance, widthOf)}em`);
}

/** Measures texts in a font, in em. Nothing is drawn. */
function measureIn(fontFamily: string): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  const size = 100;
  if (context) context.font = `${size}px ${fontFamily}`;
  return (text) => (context?.measureText(text).width ?? 0) / size;
}
