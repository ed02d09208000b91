/**
 * Which key does what: one table for the keyboard, tooltips, screen readers and the list of
 * shortcuts.
 */
import type { Action, Group } from "./action";
import type { System } from "./bindings/System";
import { WORDS } from "./messages";

export type { Action, Group };

export interface Shortcut {
  readonly action: Action;
  /** Its heading in the list of shortcuts. */
  readonly group: Group;
  /** The keys, the first of them shown. `Mod` is Cmd on macOS and Ctrl elsewhere. */
  readonly keys: readonly string[];
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: "open", group: "pictures", keys: ["Mod+O"] },
  { action: "paste", group: "pictures", keys: ["Mod+V"] },
  { action: "capture", group: "pictures", keys: ["Mod+T"] },
  { action: "captureAgain", group: "pictures", keys: ["Mod+Shift+T"] },
  { action: "rotateLeft", group: "pictures", keys: ["Mod+["] },
  { action: "rotateRight", group: "pictures", keys: ["Mod+]"] },
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
  { action: "nextLowConfidenceWord", group: "text", keys: ["F8"] },
  { action: "previousLowConfidenceWord", group: "text", keys: ["Shift+F8"] },
  { action: "undo", group: "text", keys: ["Mod+Z"] },
  { action: "redo", group: "text", keys: ["Mod+Shift+Z", "Mod+Y"] },
  { action: "find", group: "text", keys: ["Mod+F"] },
  { action: "replace", group: "text", keys: ["Mod+H"] },
  { action: "findNext", group: "text", keys: ["F3"] },
  { action: "findPrevious", group: "text", keys: ["Shift+F3"] },
  { action: "restore", group: "text", keys: ["F9"] },
  { action: "zoomIn", group: "view", keys: ["Mod+Plus", "Mod+="] },
  { action: "zoomOut", group: "view", keys: ["Mod+-"] },
  { action: "zoomFit", group: "view", keys: ["Mod+0"] },
  { action: "zoomActual", group: "view", keys: ["Mod+9"] },
  { action: "previousPage", group: "view", keys: ["Mod+PageUp"] },
  { action: "nextPage", group: "view", keys: ["Mod+PageDown"] },
  { action: "nextArea", group: "view", keys: ["F6"] },
  { action: "previousArea", group: "view", keys: ["Shift+F6"] },
  { action: "escape", group: "program", keys: ["Esc"] },
  { action: "cancelAll", group: "program", keys: ["Shift+Esc"] },
  { action: "privacy", group: "program", keys: ["Mod+I"] },
  { action: "data", group: "program", keys: ["Mod+D"] },
  { action: "policy", group: "program", keys: ["Mod+P"] },
  { action: "settings", group: "program", keys: ["Mod+,"] },
  { action: "help", group: "program", keys: ["F1"] },
  { action: "shortcuts", group: "program", keys: ["Mod+/"] },
];

/** The parts of a key press that matter here. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"
>;

/**
 * The action of a key press, if it has one. The character on the key counts first, its position
 * second: on a German keyboard `+` is where others have `]`.
 */
export function actionFor(press: KeyPress, system: System): Action | null {
  const find = (isPressed: (key: string) => boolean) =>
    SHORTCUTS.find(({ keys }) =>
      keys.some((each) => isPressed(parseKeys(each).key) && hasModifiers(press, each, system)),
    )?.action;
  return (
    find((key) => hasKey(press, key)) ?? find((key) => US_KEY_CODES[key] === press.code) ?? null
  );
}

/** Keys that reload the page in some web views. */
export function isReload({ key, ctrlKey, metaKey }: KeyPress): boolean {
  return key === "F5" || ((ctrlKey || metaKey) && key.toLowerCase() === "r");
}

/** `Ctrl+Shift+C`, as it is written on the keys of a language, or `⇧⌘C` on macOS. */
export function formatKeys(keys: string, system: System): string {
  if (system !== "macos") {
    const names: Readonly<Record<string, string>> = WORDS.KEYS;
    const written = keys.replace("Mod", "Ctrl").split("+");
    return written.map((key) => names[key] ?? key).join("+");
  }
  const { mod, shift, alt, key } = parseKeys(keys);
  return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${MAC_KEYS[key] ?? key}`;
}

/** `Copy (Ctrl+C)`. */
export function tooltip(name: string, keys: string): string {
  return `${name} (${keys})`;
}

/** The first keys of an action in words, if it has any. */
export function keysOfAction(action: Action, system: System): string | undefined {
  const keys = SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys[0];
  return keys && formatKeys(keys, system);
}

/** Tooltip and `aria-keyshortcuts` of a control whose action has a shortcut. */
export function hint(
  action: Action,
  name: string,
  system: System,
): { title: string; aria: string } {
  const keys = SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys ?? [];
  const aria = keys.map((key) => ariaKeys(key, system)).join(" ");
  return { title: keys[0] ? tooltip(name, formatKeys(keys[0], system)) : name, aria };
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
 * Position of the key on a US keyboard. On other keyboards these characters need AltGr or Shift,
 * which cannot be combined with Ctrl.
 */
const US_KEY_CODES: Record<string, string> = {
  "[": "BracketLeft",
  "]": "BracketRight",
  "1": "Digit1",
  "2": "Digit2",
  "3": "Digit3",
  "9": "Digit9",
  "0": "Digit0",
};

/** Characters that need Shift on some keyboards and not on others. */
const ANY_SHIFT = new Set(["Plus", "=", "/", "-", ",", "0", "1", "2", "3", "9"]);

/** Whether the modifier keys are the right ones. */
function hasModifiers(press: KeyPress, keys: string, system: System): boolean {
  const { mod, shift, alt, key } = parseKeys(keys);
  const pressedMod = system === "macos" ? press.metaKey : press.ctrlKey;
  const otherMod = system === "macos" ? press.ctrlKey : press.metaKey;
  if (pressedMod !== mod || otherMod || press.altKey !== alt) return false;
  return press.shiftKey === shift || ANY_SHIFT.has(key);
}

function hasKey(press: KeyPress, key: string): boolean {
  return press.key.toLowerCase() === (EVENT_KEYS[key] ?? key).toLowerCase();
}

function parseKeys(keys: string) {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const has = (name: string) => parts.includes(name);
  return { mod: has("Mod"), shift: has("Shift"), alt: has("Alt"), key };
}

function ariaKeys(keys: string, system: System): string {
  const { mod, shift, alt, key } = parseKeys(keys);
  const parts = [mod && (system === "macos" ? "Meta" : "Control"), alt && "Alt", shift && "Shift"];
  return [...parts.filter(Boolean), ARIA_KEYS[key] ?? key].join("+");
}
