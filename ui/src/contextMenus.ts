/**
 * Which menu a right click, the menu key or Shift+F10 opens. The menu of the browser is never shown:
 * its “Reload” would lose what is open.
 */
import type { Actions } from "./actions";
import { currentLine, isSelectionElsewhere, selectionInText } from "./clipboard";
import { WORDS } from "./messages";
import { type Session, selectedItem } from "./session";
import { type Action, formatKeys, keysOfAction } from "./shortcuts";
import { isMenuOpen, type Menu, type MenuItem, openMenu } from "./views/contextMenu";
import type { PicturePane } from "./views/picturePane";

type GetSession = () => Session | null;

export function watchContextMenus(
  target: Document,
  actions: Actions,
  getSession: GetSession,
): void {
  target.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    // Some systems report the menu key as a click too.
    if (isMenuOpen() && event.button !== 2) return;
    openFor(event.target, event.clientX, event.clientY);
  });
  target.addEventListener("keydown", (event) => {
    const isMenuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (!isMenuKey) return;
    event.preventDefault();
    const { activeElement } = target;
    const { left, top, height } = (activeElement ?? target.body).getBoundingClientRect();
    openFor(activeElement, left + 16, top + Math.min(height / 2, 40));
  });

  function openFor(element: EventTarget | null, x: number, y: number): void {
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
    const opener = focusable(element);
    const menu = menuFor(element, getSession(), actions);
    if (menu) openMenu(menu, x, y, opener);
  }
}

/** What has the focus after the menu: the area that it belongs to. */
function focusable(element: Element): HTMLElement | null {
  return (
    element.closest<HTMLElement>("#text, .scroller, .entry") ??
    element.closest("li")?.querySelector<HTMLElement>(".entry") ??
    (document.activeElement as HTMLElement | null)
  );
}

function menuFor(element: Element, session: Session | null, actions: Actions): Menu | null {
  if (session && element.id === "text") return textMenu(session, actions);
  if (session && element.closest(".scroller")) return pictureMenu(element, session, actions);
  const entry = element.closest<HTMLElement>("#queue li[data-job]");
  if (session && entry) return entryMenu(Number(entry.dataset.job), session, actions);
  return isSelectionElsewhere() ? selectionMenu() : null;
}

function pictureMenu(element: Element, session: Session, actions: Actions): Menu {
  // What is selected now may not be once the menu has the focus.
  const selection = selectionInText();
  const line = lineUnder(element) || (selection && currentLine());
  const keys = keysIn(session);
  return {
    name: WORDS.MENUS.picture,
    groups: [
      [
        {
          name: WORDS.MENUS.copySelection,
          keys: keys("copy"),
          disabled: selection === "",
          run: () => actions.copy(selection),
        },
        {
          name: WORDS.MENUS.copyLine,
          keys: keys("copyLine"),
          disabled: line === "",
          run: () => actions.copy(line),
        },
        { name: WORDS.MENUS.copyAll, run: actions.copyText },
      ],
      [
        ...rotateItems(session, actions, true),
        {
          name: WORDS.MENUS.fit,
          keys: keys("zoomFit"),
          run: () => document.querySelector<PicturePane>("picture-pane")?.zoom("fit"),
        },
      ],
      [removeItem(session.selectedId, session, actions)],
    ],
  };
}

function lineUnder(element: Element): string {
  const words = element.closest(".line")?.querySelectorAll(".word") ?? [];
  return Array.from(words, (word) => word.textContent).join(" ");
}

function textMenu(session: Session, actions: Actions): Menu {
  const keys = (combination: string) => formatKeys(combination, session.start.about.system);
  const hasSelection = selectionInText() !== "";
  const command = (name: string) => () => document.execCommand(name);
  const paste = async () => {
    const text = await actions.clipboardText();
    if (text) document.execCommand("insertText", false, text);
  };
  return {
    name: WORDS.MENUS.text,
    groups: [
      [
        {
          name: WORDS.MENUS.undo,
          keys: keys("Mod+Z"),
          disabled: !selectedItem(session)?.canUndo,
          run: actions.undo,
        },
        {
          name: WORDS.MENUS.redo,
          keys: keys("Mod+Shift+Z"),
          disabled: !selectedItem(session)?.canRedo,
          run: actions.redo,
        },
      ],
      [
        {
          name: WORDS.MENUS.cut,
          keys: keys("Mod+X"),
          disabled: !hasSelection,
          run: command("cut"),
        },
        {
          name: WORDS.MENUS.copy,
          keys: keys("Mod+C"),
          disabled: !hasSelection,
          run: command("copy"),
        },
        { name: WORDS.MENUS.paste, keys: keys("Mod+V"), run: paste },
      ],
      [{ name: WORDS.MENUS.selectAll, keys: keys("Mod+A"), run: command("selectAll") }],
    ],
  };
}

function entryMenu(id: number, session: Session, actions: Actions): Menu {
  // As in a file manager, the entry under the mouse is the one that the menu is about.
  actions.select(id);
  const isRead = session.items.some(({ job }) => job.id === id && job.state.kind === "read");
  return {
    name: WORDS.MENUS.entry,
    groups: [
      [{ name: WORDS.MENUS.copyText, disabled: !isRead, run: actions.copyText }],
      rotateItems(session, actions, isRead),
      [removeItem(id, session, actions)],
    ],
  };
}

function rotateItems(session: Session, actions: Actions, isRead: boolean): MenuItem[] {
  const item = (name: string, action: Action, quarters: number): MenuItem => ({
    name,
    keys: keysIn(session)(action),
    disabled: !isRead,
    run: () => actions.rotate(quarters),
  });
  return [
    item(WORDS.MENUS.rotateLeft, "rotateLeft", -1),
    item(WORDS.MENUS.rotateRight, "rotateRight", 1),
  ];
}

function removeItem(id: number | null, session: Session, actions: Actions) {
  const run = () => {
    if (id !== null) actions.remove(id);
  };
  return { name: WORDS.MENUS.remove, keys: keysIn(session)("remove"), run };
}

/** For what is not a recognised text: a path, or a line of the policy. */
function selectionMenu(): Menu {
  const copy = () => document.execCommand("copy");
  return { name: WORDS.MENUS.selection, groups: [[{ name: WORDS.MENUS.copy, run: copy }]] };
}

function keysIn({ start }: Session): (action: Action) => string | undefined {
  return (action) => keysOfAction(action, start.about.system);
}
