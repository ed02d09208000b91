/** Obeys the shortcuts, wherever the focus is. */
import type { Actions } from "./actions";
import type { LineMode } from "./bindings/LineMode";
import { isForeignSelection, lineHere, selection, watchCopying } from "./clipboard";
import { isEditable } from "./pasteAndDrop";
import type { Session } from "./session";
import { type Action, actionOf, isReload } from "./shortcuts";
import type { PicturePane } from "./views/picturePane";
import type { TextPane } from "./views/textPane";

export function watchKeys(target: Document, actions: Actions, session: () => Session | null): void {
  target.addEventListener("keydown", (event) => {
    // A window that loads itself anew would forget what is open.
    if (isReload(event)) return event.preventDefault();
    const now = session();
    if (!now || event.isComposing) return;
    if (!now.panel && isSelectAll(event) && isOnPicture(target)) {
      event.preventDefault();
      paneOf<PicturePane>("picture-pane")?.selectAll();
    } else press(event, now, actions);
  });
  watchCopying(target, actions);
}

function press(event: KeyboardEvent, now: Session, actions: Actions): void {
  const action = actionOf(event, now.start.about.system);
  if (!action || isLeftAlone(action, event, now)) return;
  event.preventDefault();
  // A key that is held down pastes one picture, not twenty.
  if (event.repeat && !REPEATED.has(action)) return;
  if (!now.panel || ABOVE_PANELS.has(action)) obey(action, now, actions);
}

/** What may be done again and again while the key is held down. */
const REPEATED: ReadonlySet<Action> = new Set<Action>([
  "zoomIn",
  "zoomOut",
  "nextDoubt",
  "nextPage",
  "previousPage",
  "nextPicture",
  "previousPicture",
]);

/** What is done while a screen stands above the work, which hides what the others are about. */
const ABOVE_PANELS: ReadonlySet<Action> = new Set<Action>([
  "paste",
  "privacy",
  "data",
  "settings",
  "policy",
  "shortcuts",
]);

/** What the system does by itself, better than we could. */
function isLeftAlone(action: Action, event: KeyboardEvent, { panel }: Session): boolean {
  const inText = isEditable(event.target);
  switch (action) {
    case "paste":
    case "clear":
      return inText;
    case "copy":
      return panel !== null || isForeignSelection();
    case "escape":
      return panel !== null;
    case "remove":
      return panel !== null || !isOnPictures(event.target);
    default:
      return false;
  }
}

function obey(action: Action, session: Session, actions: Actions): void {
  const lines = (mode: LineMode) => actions.setLines(mode);
  const picture = paneOf<PicturePane>("picture-pane");
  const policy = session.start.policies[0]?.number ?? 0;
  const deeds: Record<Action, () => void> = {
    open: actions.open,
    paste: () => {
      actions.closePanel();
      actions.paste();
    },
    turnLeft: () => actions.turn(-1),
    turnRight: () => actions.turn(1),
    previousPicture: () => actions.chooseNext(-1),
    nextPicture: () => actions.chooseNext(1),
    remove: () => session.shown !== null && actions.remove(session.shown),
    clear: () => session.items.length > 0 && actions.clear(),
    copy: () => copySelection(actions) || actions.copyText(),
    copyLine: () => session.shown !== null && actions.copy(lineHere()),
    copyAll: actions.copyAll,
    save: actions.save,
    saveAll: actions.saveAll,
    linesKeep: () => lines("keep"),
    linesParagraphs: () => lines("paragraphs"),
    linesOne: () => lines("one"),
    nextDoubt: () => paneOf<TextPane>("text-pane")?.nextDoubt(),
    restore: actions.restoreText,
    zoomIn: () => picture?.zoom("in"),
    zoomOut: () => picture?.zoom("out"),
    zoomFit: () => picture?.zoom("fit"),
    zoomActual: () => picture?.zoom("actual"),
    previousPage: () => actions.leaf(-1),
    nextPage: () => actions.leaf(1),
    nextPart: () => movePart(1),
    previousPart: () => movePart(-1),
    escape: actions.giveUp,
    cancelAll: actions.cancelAll,
    privacy: () => actions.showPanel({ screen: "privacy", facts: null }),
    data: () => actions.showPanel({ screen: "data", held: null, question: null }),
    settings: () => actions.showPanel({ screen: "settings" }),
    policy: () => actions.showPanel({ screen: "policy", number: policy }),
    shortcuts: () => actions.showPanel({ screen: "shortcuts" }),
  };
  deeds[action]();
}

/** Copies what is selected in the text or on the picture; false when nothing is. */
function copySelection(actions: Actions): boolean {
  const text = selection();
  if (text) actions.copy(text);
  return text !== "";
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
  return Boolean(target.activeElement?.closest("picture-pane"));
}

/** In the list or on the picture, where a key is about pictures and not about what is focused. */
function isOnPictures(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".queue, picture-pane") !== null;
}

function paneOf<Pane extends HTMLElement>(name: string): Pane | null {
  return document.querySelector<Pane>(name);
}
