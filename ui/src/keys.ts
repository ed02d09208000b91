/** Obeys the shortcuts, wherever the focus is. */
import type { Actions } from "./actions";
import type { LineMode } from "./bindings/LineMode";
import { isEditable } from "./intake";
import type { Session } from "./session";
import { type Action, actionOf } from "./shortcuts";
import type { PicturePane } from "./views/picture";
import type { TextPane } from "./views/text";
import { selectedText } from "./views/textlayer";

export function watchKeys(target: Document, actions: Actions, session: () => Session | null): void {
  target.addEventListener("keydown", (event) => {
    const now = session();
    if (!now || event.isComposing) return;
    if (!now.panel && isSelectAll(event) && isOnPicture(target)) {
      event.preventDefault();
      paneOf<PicturePane>("picture-pane")?.selectAll();
      return;
    }
    const action = actionOf(event, now.start.about.system);
    if (!action || isLeftAlone(action, event, now)) return;
    event.preventDefault();
    obey(action, now, actions);
  });

  target.addEventListener("copy", (event) => takeOver(event, actions));
  target.addEventListener("cut", (event) => cut(event, actions));
}

/** What the system does by itself, better than we could. */
function isLeftAlone(action: Action, event: KeyboardEvent, { panel }: Session): boolean {
  const inText = isEditable(event.target);
  // A screen above the work closes itself, and hides what the other keys are about.
  if (panel && action !== "paste") return true;
  if (action === "paste" || action === "clear") return inText;
  return action === "copy" && isForeignSelection();
}

function obey(action: Action, session: Session, actions: Actions): void {
  const lines = (mode: LineMode) => actions.setLines(mode);
  const picture = paneOf<PicturePane>("picture-pane");
  const deeds: Record<Action, () => void> = {
    open: actions.open,
    paste: () => {
      actions.closePanel();
      actions.paste();
    },
    copy: () => copySelection(actions) || actions.copyText(),
    copyAll: actions.copyAll,
    save: actions.save,
    saveAll: actions.saveAll,
    turnLeft: () => actions.turn(-1),
    turnRight: () => actions.turn(1),
    linesKeep: () => lines("keep"),
    linesParagraphs: () => lines("paragraphs"),
    linesOne: () => lines("one"),
    zoomIn: () => picture?.zoom("in"),
    zoomOut: () => picture?.zoom("out"),
    zoomFit: () => picture?.zoom("fit"),
    clear: () => session.items.length > 0 && actions.clear(),
    escape: actions.cancelShown,
    nextPart: () => movePart(1),
    previousPart: () => movePart(-1),
    nextDoubt: () => paneOf<TextPane>("text-pane")?.nextDoubt(),
    previousPicture: () => actions.chooseNext(-1),
    nextPicture: () => actions.chooseNext(1),
    shortcuts: () => actions.showPanel({ screen: "shortcuts" }),
    settings: () => actions.showPanel({ screen: "settings" }),
  };
  deeds[action]();
}

/** Copies what is selected in the text or on the picture; false when nothing is. */
function copySelection(actions: Actions): boolean {
  const text = selection();
  if (text) actions.copy(text);
  return text !== "";
}

/** What is selected of what was read, in the text or on the picture. */
function selection(): string {
  const area = document.activeElement;
  if (area instanceof HTMLTextAreaElement) {
    return area.value.slice(area.selectionStart, area.selectionEnd);
  }
  const layer = document.querySelector<HTMLElement>("#text-layer");
  return layer ? selectedText(layer, document.getSelection()) : "";
}

/** Something is selected that was not read out of a picture: a path, a line of the policy. */
function isForeignSelection(): boolean {
  const chosen = document.getSelection();
  return chosen !== null && !chosen.isCollapsed && selection() === "";
}

/** Copying from a menu goes our way too, so that a private copy is private. */
function takeOver(event: ClipboardEvent, actions: Actions): void {
  const text = selection();
  if (text === "") return;
  event.preventDefault();
  actions.copy(text);
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

/** Moves the focus between the list, the picture and the text. */
function movePart(by: 1 | -1): void {
  const parts = ["#queue .entry[aria-current]", ".scroller", "#text"]
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((part) => part !== null && part.offsetParent !== null);
  const here = parts.indexOf(document.activeElement as HTMLElement);
  const next = here < 0 && by < 0 ? parts.length - 1 : here + by;
  parts.at(next % Math.max(1, parts.length))?.focus();
}

function isSelectAll(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "a";
}

function isOnPicture(target: Document): boolean {
  return target.activeElement?.closest("picture-pane") !== null;
}

function paneOf<Pane extends HTMLElement>(name: string): Pane | null {
  return document.querySelector<Pane>(name);
}
