/**
 * WebKitGTK hands the text around the caret to the input method, and keeps it in the memory of the program until
 * another field has the focus (`InputMethodFilter::notifySurrounding` in WebKit). So an empty field gets the focus when
 * the pictures are closed.
 */
import { onLastPictureClosed } from "./lastPicture";
import type { Store } from "./store";

/** Makes the input method forget what was around the caret when the last picture is closed. */
export function wipeInputMethodText(target: Document, store: Store): void {
  let hasText = false;
  target.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) hasText = true;
  });
  onLastPictureClosed(store, () => {
    if (!hasText) return;
    focusEmptyField(target);
    hasText = false;
  });
}

/** How long the empty field has the focus, in milliseconds: the program learns of it with a delay. */
const FOCUSED_FOR = 100;

function focusEmptyField(target: Document): void {
  const focused = target.activeElement;
  const field = target.createElement("input");
  field.className = "visually-hidden";
  field.tabIndex = -1;
  field.setAttribute("aria-hidden", "true");
  target.body.append(field);
  field.focus({ preventScroll: true });
  setTimeout(() => {
    const isLast = target.activeElement === field;
    field.remove();
    if (isLast && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }, FOCUSED_FOR);
}
