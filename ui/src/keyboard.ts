/** Runs the actions of keyboard shortcuts, wherever the focus is. */
import type { Actions } from "./actions";
import type { LineMode } from "./bindings/LineMode";
import { currentLine, isSelectionElsewhere, selectionInText, watchCopyEvents } from "./clipboard";
import { isEditable } from "./pasteAndDrop";
import { newPanel, type Panel, type Session } from "./session";
import { type Action, actionFor, isReload } from "./shortcuts";
import type { TextSizeChange } from "./textSize";
import { showPaneOf } from "./views/paneSwitch";
import type { PicturePane } from "./views/picturePane";
import { openSaveMenu } from "./views/saveMenu";
import type { TextPane } from "./views/textPane";
import type { Zoom } from "./zoom";

export function watchKeyboard(
  target: Document,
  actions: Actions,
  getSession: () => Session | null,
): void {
  target.addEventListener("keydown", (event) => {
    // A page that reloads itself would lose what is open.
    if (isReload(event)) return event.preventDefault();
    const session = getSession();
    if (!session || event.isComposing || session.confirmation) return;
    if (!session.panel && isSelectAll(event) && isFocusOnPicture(target)) {
      event.preventDefault();
      findPane<PicturePane>("picture-pane")?.selectAll();
    } else handleKey(event, session, actions);
  });
  watchCopyEvents(target, actions);
}

function handleKey(event: KeyboardEvent, session: Session, actions: Actions): void {
  const action = actionFor(event, session.start.about.system);
  if (!action || isLeftToSystem(action, event, session)) return;
  event.preventDefault();
  // A key that is held down pastes one picture, not twenty.
  if (event.repeat && !REPEATABLE.has(action)) return;
  if (!session.panel || ALLOWED_ABOVE_PANELS.has(action)) run(action, session, actions);
}

/** Actions that repeat while the key is held down. */
const REPEATABLE: ReadonlySet<Action> = new Set<Action>([
  "zoomIn",
  "zoomOut",
  "nextLowConfidenceWord",
  "previousLowConfidenceWord",
  "undo",
  "redo",
  "findNext",
  "findPrevious",
  "nextPage",
  "previousPage",
  "nextPicture",
  "previousPicture",
]);

/** Actions that work while a panel hides the workspace. */
const ALLOWED_ABOVE_PANELS: ReadonlySet<Action> = new Set<Action>([
  "paste",
  "privacy",
  "data",
  "settings",
  "policy",
  "help",
  "shortcuts",
]);

/** What the system does better on its own. */
function isLeftToSystem(action: Action, event: KeyboardEvent, { panel }: Session): boolean {
  const isInText = isEditable(event.target);
  switch (action) {
    case "paste":
    case "clear":
      return isInText;
    case "undo":
    case "redo":
      return isInField(event.target);
    case "copy":
      return panel !== null || isSelectionElsewhere() || isInField(event.target);
    case "escape":
      return panel !== null;
    case "remove":
      return panel !== null || !isInListOrPicture(event.target);
    default:
      return false;
  }
}

function run(action: Action, session: Session, actions: Actions): void {
  const setLines = (mode: LineMode) => actions.setLines(mode);
  const picture = findPane<PicturePane>("picture-pane");
  /** Zooms the picture, or the text when it has the focus. */
  const zoom = (way: Zoom, change: TextSizeChange) => {
    if (document.activeElement?.id === "text") actions.changeTextSize(change);
    else picture?.zoom(way);
  };
  const show = (screen: Panel["screen"]) => actions.showPanel(newPanel(screen, session.start));
  const handlers: Record<Action, () => void> = {
    open: actions.open,
    paste: () => {
      actions.closePanel();
      actions.paste();
    },
    capture: actions.capture,
    captureAgain: actions.captureAgain,
    rotateLeft: () => actions.rotate(-1),
    rotateRight: () => actions.rotate(1),
    previousPicture: () => actions.selectNext(-1),
    nextPicture: () => actions.selectNext(1),
    remove: () => session.selectedId !== null && actions.remove(session.selectedId),
    clear: () => session.items.length > 0 && actions.clear(),
    copy: () => copySelection(actions) || actions.copyText(),
    copyLine: () => session.selectedId !== null && actions.copy(currentLine()),
    copyAll: actions.copyAll,
    save: () => openSaveMenu(actions),
    saveAll: actions.saveAll,
    linesKeep: () => setLines("keep"),
    linesParagraphs: () => setLines("paragraphs"),
    linesOne: () => setLines("one"),
    nextLowConfidenceWord: () => findPane<TextPane>("text-pane")?.goToLowConfidenceWord(1),
    previousLowConfidenceWord: () => findPane<TextPane>("text-pane")?.goToLowConfidenceWord(-1),
    undo: actions.undo,
    redo: actions.redo,
    find: () => openFind(actions, false),
    replace: () => openFind(actions, true),
    findNext: () => findPane<TextPane>("text-pane")?.goToMatch(1),
    findPrevious: () => findPane<TextPane>("text-pane")?.goToMatch(-1),
    restore: actions.restoreText,
    zoomIn: () => zoom("in", "larger"),
    zoomOut: () => zoom("out", "smaller"),
    zoomFit: () => zoom("fit", "usual"),
    zoomActual: () => picture?.zoom("actual"),
    previousPage: () => actions.changePage(-1),
    nextPage: () => actions.changePage(1),
    nextArea: () => focusNextArea(1),
    previousArea: () => focusNextArea(-1),
    escape: () => picture?.clearArea() || actions.cancelOrDismiss(),
    cancelAll: actions.cancelAll,
    privacy: () => show("privacy"),
    data: () => show("data"),
    settings: () => show("settings"),
    policy: () => show("policy"),
    help: () => show("help"),
    shortcuts: () => show("shortcuts"),
  };
  handlers[action]();
}

/** Opens the search for what is selected, or gives it the focus. */
function openFind(actions: Actions, replaces: boolean): void {
  const query = selectionInText();
  actions.openFind(replaces);
  if (query !== "" && !query.includes("\n")) actions.changeFind({ query, at: -1 });
  const field = document.querySelector<HTMLInputElement>("#find-query");
  field?.focus();
  field?.select();
}

/** Copies the selection in the text or on the picture; false when there is none. */
function copySelection(actions: Actions): boolean {
  const text = selectionInText();
  if (text) actions.copy(text);
  return text !== "";
}

/** Moves the focus between the list, the picture and the text. */
function focusNextArea(by: 1 | -1): void {
  const areas = ["#queue .entry[aria-current]", ".scroller", "#text"]
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((area) => area !== null)
    .filter((area) => area.offsetParent !== null || area.closest(".pane") !== null);
  const current = areas.indexOf(document.activeElement as HTMLElement);
  const next = current < 0 && by < 0 ? areas.length - 1 : current + by;
  const area = areas.at(next % Math.max(1, areas.length));
  if (area?.closest(".pane")) showPaneOf(area);
  area?.focus();
}

function isSelectAll(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "a";
}

function isFocusOnPicture(target: Document): boolean {
  return Boolean(target.activeElement?.closest("picture-pane"));
}

/** A field of one line, which is not the text. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && isEditable(target);
}

/** Where Delete removes the picture, not a letter. */
function isInListOrPicture(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".queue, picture-pane") !== null;
}

function findPane<Pane extends HTMLElement>(name: string): Pane | null {
  return document.querySelector<Pane>(name);
}
