/** Turns a key press into a hotkey, in the notation of the settings: `Super+Shift+T`. */
import type { KeyPress } from "./shortcuts";

/** Keys that were pressed in the field of a hotkey. */
export interface PressedKeys {
  /** Empty when the hotkey is to be removed. */
  readonly keys: string;
  /** Whether they can be a hotkey: while it has keys, no other program gets them. */
  readonly isAllowed: boolean;
}

/**
 * What a key press asks for; null for keys that are part of a hotkey (Ctrl), that leave the field (Tab,
 * Escape), or that move in the window (arrow keys). `isSuperDown` is told apart, because WebKitGTK does
 * not set `metaKey` for Super.
 */
export function pressedKeys(press: KeyPress, isSuperDown: boolean): PressedKeys | null {
  const { ctrlKey, altKey, shiftKey } = press;
  const superKey = press.metaKey || isSuperDown;
  const count = [ctrlKey, altKey, shiftKey].filter(Boolean).length;
  if (!superKey && count === 0 && DELETE.has(press.code)) return { keys: "", isAllowed: true };
  const key = keyName(press);
  if (key === null || (!superKey && count === 0 && MOVES.test(key))) return null;
  const modifiers = [superKey && "Super", ctrlKey && "Ctrl", altKey && "Alt", shiftKey && "Shift"];
  const keys = [...modifiers.filter(Boolean), key].join("+");
  return { keys, isAllowed: superKey || count >= fewestModifiers(key) };
}

/** Whether this is the key Super, which has a window on keyboards for Windows. */
export function isSuper({ key, code }: Pick<KeyboardEvent, "key" | "code">): boolean {
  return /^(?:Meta|OS)(?:Left|Right)$/.test(code) || /^(?:Meta|OS|Super)$/.test(key);
}

const DELETE: ReadonlySet<string> = new Set(["Delete", "Backspace"]);
const MOVES = /^(?:Space|Insert|Home|End|Page\w+|Arrow\w+)$/;

/** The same rule as in the shell (`capture/hotkeys.rs`). */
function fewestModifiers(key: string): number {
  if (key === "PrintScreen" || key === "Pause") return 0;
  return /^F\d+$/.test(key) ? 1 : 2;
}

/**
 * Letters as they are written on the keyboard, which is how the system finds them: on a German keyboard
 * Z is where others have Y. Other keys by their position.
 */
function keyName({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const character = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  if (character) return character;
  return /^(?:F(?:[1-9]|1[0-2])|PrintScreen|Pause|Space|Insert|Home|End|PageUp|PageDown|Arrow\w+)$/.test(
    code,
  )
    ? code
    : null;
}
