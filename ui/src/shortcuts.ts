/**
 * Which key does what: one table that is obeyed, shown in tooltips, told to screen readers, and
 * printed in the sheet of shortcuts.
 */
import type { System } from "./bindings/System";

export type Action =
  | "open"
  | "paste"
  | "turnLeft"
  | "turnRight"
  | "previousPicture"
  | "nextPicture"
  | "remove"
  | "clear"
  | "copy"
  | "copyLine"
  | "copyAll"
  | "save"
  | "saveAll"
  | "linesKeep"
  | "linesParagraphs"
  | "linesOne"
  | "nextDoubt"
  | "restore"
  | "zoomIn"
  | "zoomOut"
  | "zoomFit"
  | "zoomActual"
  | "previousPage"
  | "nextPage"
  | "nextPart"
  | "previousPart"
  | "escape"
  | "cancelAll"
  | "privacy"
  | "data"
  | "settings"
  | "policy"
  | "shortcuts";

export type Group = "pictures" | "text" | "view" | "program";

export interface Shortcut {
  readonly action: Action;
  /** Where it stands in the sheet. */
  readonly group: Group;
  /** The keys, the first of them shown. `Mod` is Cmd on macOS and Ctrl elsewhere. */
  readonly keys: readonly string[];
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: "open", group: "pictures", keys: ["Mod+O"] },
  { action: "paste", group: "pictures", keys: ["Mod+V"] },
  { action: "turnLeft", group: "pictures", keys: ["Mod+["] },
  { action: "turnRight", group: "pictures", keys: ["Mod+]"] },
  { action: "previousPicture", group: "pictures", keys: ["Alt+Up"] },
  { action: "nextPicture", group: "pictures", keys: ["Alt+Down"] },
  { action: "remove", group: "pictures", keys: ["Delete"] },
  { action: "clear", group: "pictures", keys: ["Mod+Delete"] },
  { action: "copy", group: "text", keys: ["Mod+C"] },
  { action: "copyLine", group: "text", keys: ["Mod+L"] },
  { action: "copyAll", group: "text", keys: ["Mod+Shift+C"] },
  { action: "save", group: "text", keys: ["Mod+S"] },
  { action: "saveAll", group: "text", keys: ["Mod+Shift+S"] },
  { action: "linesKeep", group: "text", keys: ["Mod+1"] },
  { action: "linesParagraphs", group: "text", keys: ["Mod+2"] },
  { action: "linesOne", group: "text", keys: ["Mod+3"] },
  { action: "nextDoubt", group: "text", keys: ["F8"] },
  { action: "restore", group: "text", keys: ["F9"] },
  { action: "zoomIn", group: "view", keys: ["Mod+Plus", "Mod+="] },
  { action: "zoomOut", group: "view", keys: ["Mod+-"] },
  { action: "zoomFit", group: "view", keys: ["Mod+0"] },
  { action: "zoomActual", group: "view", keys: ["Mod+9"] },
  { action: "previousPage", group: "view", keys: ["Mod+PageUp"] },
  { action: "nextPage", group: "view", keys: ["Mod+PageDown"] },
  { action: "nextPart", group: "view", keys: ["F6"] },
  { action: "previousPart", group: "view", keys: ["Shift+F6"] },
  { action: "escape", group: "program", keys: ["Esc"] },
  { action: "cancelAll", group: "program", keys: ["Shift+Esc"] },
  { action: "privacy", group: "program", keys: ["Mod+I"] },
  { action: "data", group: "program", keys: ["Mod+D"] },
  { action: "policy", group: "program", keys: ["Mod+P"] },
  { action: "settings", group: "program", keys: ["Mod+,"] },
  { action: "shortcuts", group: "program", keys: ["F1", "Mod+/"] },
];

/** What of a key press decides. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"
>;

/**
 * The action of a key press, if it has one. What is printed on the key goes before where it lies: on
 * a German keyboard `+` lies where others have `]`.
 */
export function actionOf(press: Press, system: System): Action | null {
  const by = (isMeant: (key: string) => boolean) =>
    SHORTCUTS.find(({ keys }) =>
      keys.some((each) => isMeant(parsed(each).key) && matches(press, each, system)),
    )?.action;
  return by((key) => prints(press, key)) ?? by((key) => PLACES[key] === press.code) ?? null;
}

/** Loads the page anew in some web views, which a program does not do. */
export function isReload({ key, ctrlKey, metaKey }: Press): boolean {
  return key === "F5" || ((ctrlKey || metaKey) && key.toLowerCase() === "r");
}

/** `Ctrl+Shift+C`, or `⇧⌘C` on macOS. */
export function shown(keys: string, system: System): string {
  if (system !== "macos") return keys.replace("Mod", "Ctrl");
  const { mod, shift, alt, key } = parsed(keys);
  return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${MAC_KEYS[key] ?? key}`;
}

/** `Copy (Ctrl+C)`. */
export function tooltip(name: string, keys: string): string {
  return `${name} (${keys})`;
}

/** Tooltip and `aria-keyshortcuts` of something that a shortcut does too. */
export function hint(
  action: Action,
  name: string,
  system: System,
): { title: string; aria: string } {
  const keys = SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys ?? [];
  const aria = keys.map((key) => spoken(key, system)).join(" ");
  return { title: keys[0] ? tooltip(name, shown(keys[0], system)) : name, aria };
}

const MAC_KEYS: Record<string, string> = {
  Plus: "+",
  Delete: "⌦",
  Up: "↑",
  Down: "↓",
  PageUp: "⇞",
  PageDown: "⇟",
};
const ARIA_KEYS: Record<string, string> = { Up: "ArrowUp", Down: "ArrowDown", Esc: "Escape" };
const EVENT_KEYS: Record<string, string> = { ...ARIA_KEYS, Plus: "+" };

/**
 * Where the key lies on a keyboard as in the United States. On others these characters need AltGr
 * or Shift, which Ctrl does not go with.
 */
const PLACES: Record<string, string> = {
  "[": "BracketLeft",
  "]": "BracketRight",
  "1": "Digit1",
  "2": "Digit2",
  "3": "Digit3",
  "9": "Digit9",
  "0": "Digit0",
};

/** Characters that take Shift on some keyboards and none on others. */
const ANY_SHIFT = new Set(["Plus", "=", "/", "-", ",", "0", "1", "2", "3", "9"]);

/** Whether Ctrl, Shift and Alt are held as they should be. */
function matches(press: Press, keys: string, system: System): boolean {
  const { mod, shift, alt, key } = parsed(keys);
  const pressedMod = system === "macos" ? press.metaKey : press.ctrlKey;
  const otherMod = system === "macos" ? press.ctrlKey : press.metaKey;
  if (pressedMod !== mod || otherMod || press.altKey !== alt) return false;
  return press.shiftKey === shift || ANY_SHIFT.has(key);
}

function prints(press: Press, key: string): boolean {
  return press.key.toLowerCase() === (EVENT_KEYS[key] ?? key).toLowerCase();
}

function parsed(keys: string) {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const has = (name: string) => parts.includes(name);
  return { mod: has("Mod"), shift: has("Shift"), alt: has("Alt"), key };
}

function spoken(keys: string, system: System): string {
  const { mod, shift, alt, key } = parsed(keys);
  const parts = [mod && (system === "macos" ? "Meta" : "Control"), alt && "Alt", shift && "Shift"];
  return [...parts.filter(Boolean), ARIA_KEYS[key] ?? key].join("+");
}
