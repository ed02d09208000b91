/**
 * Which key does what: one table that is obeyed, shown in tooltips, told to screen readers, and
 * printed in the sheet of shortcuts.
 */
import type { System } from "./bindings/System";

export type Action =
  | "open"
  | "paste"
  | "copy"
  | "copyAll"
  | "save"
  | "saveAll"
  | "turnLeft"
  | "turnRight"
  | "linesKeep"
  | "linesParagraphs"
  | "linesOne"
  | "zoomIn"
  | "zoomOut"
  | "zoomFit"
  | "clear"
  | "escape"
  | "nextPart"
  | "previousPart"
  | "nextDoubt"
  | "previousPicture"
  | "nextPicture"
  | "shortcuts"
  | "settings";

export interface Shortcut {
  readonly action: Action;
  /** The keys, the first of them shown. `Mod` is Cmd on macOS and Ctrl elsewhere. */
  readonly keys: readonly string[];
  /** What it does, as printed in the sheet. */
  readonly does: string;
  /** Heading in the sheet. */
  readonly group: "Pictures" | "Text" | "View" | "Program";
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: "open", keys: ["Mod+O"], does: "Open pictures", group: "Pictures" },
  { action: "paste", keys: ["Mod+V"], does: "Paste a picture", group: "Pictures" },
  { action: "turnLeft", keys: ["Mod+["], does: "Turn to the left, read again", group: "Pictures" },
  {
    action: "turnRight",
    keys: ["Mod+]"],
    does: "Turn to the right, read again",
    group: "Pictures",
  },
  { action: "previousPicture", keys: ["Alt+Up"], does: "Previous picture", group: "Pictures" },
  { action: "nextPicture", keys: ["Alt+Down"], does: "Next picture", group: "Pictures" },
  { action: "clear", keys: ["Mod+Delete"], does: "Clear: wipe everything", group: "Pictures" },
  {
    action: "copy",
    keys: ["Mod+C"],
    does: "Copy what is selected, or the whole text",
    group: "Text",
  },
  { action: "copyAll", keys: ["Mod+Shift+C"], does: "Copy all texts", group: "Text" },
  { action: "save", keys: ["Mod+S"], does: "Save the text", group: "Text" },
  { action: "saveAll", keys: ["Mod+Shift+S"], does: "Save all texts", group: "Text" },
  { action: "linesKeep", keys: ["Mod+1"], does: "Lines as in the picture", group: "Text" },
  { action: "linesParagraphs", keys: ["Mod+2"], does: "Paragraphs", group: "Text" },
  { action: "linesOne", keys: ["Mod+3"], does: "Everything in one line", group: "Text" },
  { action: "nextDoubt", keys: ["F8"], does: "Next doubtful word", group: "Text" },
  { action: "zoomIn", keys: ["Mod+Plus", "Mod+="], does: "Larger", group: "View" },
  { action: "zoomOut", keys: ["Mod+-"], does: "Smaller", group: "View" },
  { action: "zoomFit", keys: ["Mod+0"], does: "The whole picture", group: "View" },
  {
    action: "nextPart",
    keys: ["F6"],
    does: "Next part of the window: list, picture, text",
    group: "View",
  },
  {
    action: "previousPart",
    keys: ["Shift+F6"],
    does: "Previous part of the window",
    group: "View",
  },
  { action: "escape", keys: ["Esc"], does: "Cancel the reading, close a screen", group: "Program" },
  { action: "settings", keys: ["Mod+,"], does: "Settings", group: "Program" },
  { action: "shortcuts", keys: ["F1", "Mod+/"], does: "This list", group: "Program" },
];

/** What of a key press decides. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"
>;

/** The action of a key press, if it has one. */
export function actionOf(press: Press, system: System): Action | null {
  const found = SHORTCUTS.find(({ keys }) => keys.some((key) => matches(press, key, system)));
  return found?.action ?? null;
}

/** `Ctrl+Shift+C`, or `⇧⌘C` on macOS. */
export function shown(keys: string, system: System): string {
  if (system !== "macos") return keys.replace("Mod", "Ctrl");
  const { mod, shift, alt, key } = parsed(keys);
  return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${MAC_KEYS[key] ?? key}`;
}

/** Tooltip and `aria-keyshortcuts` of something that a shortcut does too. */
export function hint(
  action: Action,
  name: string,
  system: System,
): { title: string; aria: string } {
  const keys = SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys ?? [];
  const aria = keys.map((key) => spoken(key, system)).join(" ");
  return { title: keys[0] ? `${name} (${shown(keys[0], system)})` : name, aria };
}

const MAC_KEYS: Record<string, string> = { Plus: "+", Delete: "⌦", Up: "↑", Down: "↓" };
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
  "0": "Digit0",
};

/** Characters that take Shift on some keyboards and none on others. */
const ANY_SHIFT = new Set(["Plus", "=", "/", "-", ",", "0", "1", "2", "3"]);

function matches(press: Press, keys: string, system: System): boolean {
  const { mod, shift, alt, key } = parsed(keys);
  const pressedMod = system === "macos" ? press.metaKey : press.ctrlKey;
  const otherMod = system === "macos" ? press.ctrlKey : press.metaKey;
  if (pressedMod !== mod || otherMod || press.altKey !== alt) return false;
  if (press.shiftKey !== shift && !ANY_SHIFT.has(key)) return false;
  const wanted = EVENT_KEYS[key] ?? key;
  return press.key.toLowerCase() === wanted.toLowerCase() || PLACES[key] === press.code;
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
