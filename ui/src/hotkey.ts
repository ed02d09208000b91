/** Turns a key press into a hotkey, in the notation of the settings: `Super+Shift+T`. */
import type { KeyPress } from "./shortcuts";

/**
 * The hotkey of a key press, by the position of its key: empty for Delete and Backspace, null for keys
 * that are part of a hotkey (Ctrl), or that leave the field (Tab, Escape).
 */
export function hotkeyOf(press: KeyPress): string | null {
  const { ctrlKey, altKey, shiftKey, metaKey } = press;
  const hasModifier = ctrlKey || altKey || metaKey;
  if (!hasModifier && !shiftKey && DELETE.has(press.code)) return "";
  const key = keyName(press.code);
  if (key === null || (!hasModifier && !ALONE.test(key))) return null;
  const modifiers = [metaKey && "Super", ctrlKey && "Ctrl", altKey && "Alt", shiftKey && "Shift"];
  return [...modifiers.filter(Boolean), key].join("+");
}

const DELETE: ReadonlySet<string> = new Set(["Delete", "Backspace"]);

/** Keys that nobody types in a text. */
const ALONE = /^F\d+$|^PrintScreen$|^Pause$/;

function keyName(code: string): string | null {
  const character = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  if (character) return character;
  return /^(?:F(?:[1-9]|1[0-2])|PrintScreen|Pause|Space|Insert|Home|End|PageUp|PageDown|Arrow\w+)$/.test(
    code,
  )
    ? code
    : null;
}
