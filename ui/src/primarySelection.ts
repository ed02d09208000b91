/**
 * On X11 whatever is selected in a window is handed to other programs, to be pasted with the middle
 * button, and stays with the system when it is gone from the window. Wiping wipes that too.
 */
import { selection } from "./clipboard";
import type { View } from "./state";
import type { Store } from "./store";

/** Watches what is selected, and overwrites it when the last picture goes. */
export function watchSelection(target: Document, store: Store): void {
  let wasSelected = false;
  for (const kind of ["selectionchange", "select"]) {
    target.addEventListener(kind, () => {
      if (selection() !== "") wasSelected = true;
    });
  }
  store.follow((before) => {
    if (!wasSelected || !isOpen(before) || isOpen(store.view)) return;
    wasSelected = false;
    overwrite(target);
  });
}

function isOpen(view: View): boolean {
  return view.kind === "ready" && view.session.items.length > 0;
}

/** Selects a blank, which takes the place of what was selected before. */
function overwrite(target: Document): void {
  const blank = target.createElement("span");
  blank.className = "unseen selectable";
  blank.setAttribute("aria-hidden", "true");
  blank.textContent = "\u00a0";
  target.body.append(blank);
  target.getSelection()?.selectAllChildren(blank);
  // The system is told of a selection a little after it was made.
  setTimeout(() => blank.remove(), 500);
}
