/** The size of the recognised text, in per cent of the usual one. */

/** `src-tauri/src/personal/settings.rs` has the same limits. */
const SMALLEST = 60;
const LARGEST = 240;
const USUAL = 100;
/** Steps as in browsers: even numbers that grow with the size. */
const SIZES = [SMALLEST, 70, 80, 90, USUAL, 110, 125, 150, 175, 200, LARGEST];

export type TextSizeChange = "larger" | "smaller" | "usual";

export function changedTextSize(size: number, change: TextSizeChange): number {
  switch (change) {
    case "larger":
      return SIZES.find((each) => each > size) ?? LARGEST;
    case "smaller":
      return SIZES.findLast((each) => each < size) ?? SMALLEST;
    case "usual":
      return USUAL;
  }
}
