/**
 * On X11, text that is selected in a window becomes the primary selection: other programs can paste
 * it with the middle mouse button, and the system keeps it after the window has dropped it. So it
 * is wiped with the pictures.
 */
import { selectionInText } from "./clipboard";
import { onLastPictureClosed } from "./lastPicture";
import type { Store } from "./store";

/** Overwrites what was selected here when the last picture is closed. */
export function wipePrimarySelection(target: Document, store: Store): void {
  let wasSelected = false;
  for (const kind of ["selectionchange", "select"]) {
    target.addEventListener(kind, () => {
      if (selectionInText() !== "") wasSelected = true;
    });
  }
  onLastPictureClosed(store, () => {
    if (wasSelected) overwrite(target);
    wasSelected = false;
  });
}

/** How long a blank stays selected, in milliseconds: the system learns of it with a delay. */
const SELECTED_FOR = 500;

/** Selects a blank, which replaces what was selected before. */
function overwrite(target: Document): void {
  const blank = target.createElement("span");
  blank.className = "visually-hidden selectable";
  blank.setAttribute("aria-hidden", "true");
  blank.textContent = "\u00a0";
  target.body.append(blank);
  target.getSelection()?.selectAllChildren(blank);
  setTimeout(() => blank.remove(), SELECTED_FOR);
}
