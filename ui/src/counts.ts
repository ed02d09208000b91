/** What is counted in a text, in one way everywhere; `src-tauri/src/view.rs` counts lines as this does. */

/** Lines that are not blank. */
export function lineCount(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "").length;
}

/** What is between blanks. */
export function wordCount(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
