/**
 * What is copied by keys and menus. All of it goes through our own copy command, so that a private
 * copy is private.
 */
import type { Actions } from "./actions";
import { selectedLine, selectedText } from "./views/textLayer";

/** Copying and cutting from a menu, or by a key that the system knows. */
export function watchCopyEvents(target: Document, actions: Actions): void {
  target.addEventListener("copy", (event) => {
    const text = selectionInText();
    if (text === "") return;
    event.preventDefault();
    actions.copy(text);
  });
  target.addEventListener("cut", (event) => cut(event, actions));
}

/** The picture pane; its own type would make a circle of imports. */
type PictureWithArea = HTMLElement & { readonly areaText?: string };

/** The selected part of a recognised text: in the text area, or words or an area of the picture. */
export function selectionInText(): string {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement) {
    return focused.value.slice(focused.selectionStart, focused.selectionEnd);
  }
  const area = document.querySelector<PictureWithArea>("picture-pane")?.areaText;
  if (area) return area;
  const layer = document.querySelector<HTMLElement>("#text-layer");
  return layer ? selectedText(layer, document.getSelection()) : "";
}

/** Whether something else is selected, such as a path or a line of the policy. */
export function isSelectionElsewhere(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selectionInText() === "";
}

/** The line of the picture where the selection is, else the line of the text at the caret. */
export function currentLine(): string {
  const layer = document.querySelector<HTMLElement>("#text-layer");
  const isInText = document.activeElement instanceof HTMLTextAreaElement;
  const onPicture = layer && !isInText ? selectedLine(layer, document.getSelection()) : "";
  if (onPicture) return onPicture;
  const area = document.querySelector<HTMLTextAreaElement>("#text");
  return area ? lineAt(area.value, area.selectionStart) : "";
}

/** The line of a text that an offset lies in. */
export function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? text.length : end);
}

/** Deletes the text only after the clipboard has it. */
async function cut(event: ClipboardEvent, actions: Actions): Promise<void> {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement)) return;
  const text = selectionInText();
  if (text === "") return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = area;
  if (!(await actions.copy(text)) || area.value !== value) return;
  area.focus();
  area.setSelectionRange(selectionStart, selectionEnd);
  // The only way to change a text area that Undo can take back.
  document.execCommand("delete");
}
