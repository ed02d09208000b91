/** What is copied by keys and menus: always our way, so that a private copy is private. */
import type { Actions } from "./actions";
import { selectedLine, selectedText } from "./views/textLayer";

/** Copying and cutting from a menu, or by a key that the system knows. */
export function watchCopying(target: Document, actions: Actions): void {
  target.addEventListener("copy", (event) => {
    const text = selection();
    if (text === "") return;
    event.preventDefault();
    actions.copy(text);
  });
  target.addEventListener("cut", (event) => cut(event, actions));
}

/** What is selected of what was read, in the text or on the picture. */
export function selection(): string {
  const area = document.activeElement;
  if (area instanceof HTMLTextAreaElement) {
    return area.value.slice(area.selectionStart, area.selectionEnd);
  }
  const layer = document.querySelector<HTMLElement>("#text-layer");
  return layer ? selectedText(layer, document.getSelection()) : "";
}

/** Something is selected that was not read out of a picture: a path, a line of the policy. */
export function isForeignSelection(): boolean {
  const chosen = document.getSelection();
  return chosen !== null && !chosen.isCollapsed && selection() === "";
}

/** The line of the picture where something is selected, else the line of the text at the cursor. */
export function lineHere(): string {
  const layer = document.querySelector<HTMLElement>("#text-layer");
  const isInText = document.activeElement instanceof HTMLTextAreaElement;
  const onPicture = layer && !isInText ? selectedLine(layer, document.getSelection()) : "";
  if (onPicture) return onPicture;
  const area = document.querySelector<HTMLTextAreaElement>("#text");
  return area ? lineAt(area.value, area.selectionStart) : "";
}

/** The line of a text in which a place lies. */
export function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end);
}

/** Takes the text away only when it is safe on the clipboard. */
async function cut(event: ClipboardEvent, actions: Actions): Promise<void> {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement)) return;
  const text = selection();
  if (text === "") return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = area;
  if (!(await actions.copy(text)) || area.value !== value) return;
  area.focus();
  area.setSelectionRange(selectionStart, selectionEnd);
  // The one way of changing a text area that can be undone.
  document.execCommand("delete");
}
