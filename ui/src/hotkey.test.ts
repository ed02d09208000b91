import { describe, expect, test } from "vitest";
import { isSuper, pressedKeys } from "./hotkey";
import { formatHotkey, setLanguage } from "./messages";

function press(code: string, modifiers = "", key = "") {
  const has = (letter: string) => modifiers.includes(letter);
  return {
    key,
    code,
    ctrlKey: has("c"),
    metaKey: has("m"),
    shiftKey: has("s"),
    altKey: has("a"),
  };
}

describe("a key press is a hotkey", () => {
  test.each([
    ["KeyT", "ms", "Super+Shift+T"],
    ["Digit4", "ca", "Ctrl+Alt+4"],
    ["KeyT", "cs", "Ctrl+Shift+T"],
    ["F9", "a", "Alt+F9"],
    ["F9", "m", "Super+F9"],
    ["PrintScreen", "", "PrintScreen"],
    ["ArrowUp", "cs", "Ctrl+Shift+ArrowUp"],
    ["Delete", "", ""],
    ["Backspace", "", ""],
  ])("%s with %s", (code, modifiers, keys) => {
    expect(pressedKeys(press(code, modifiers), false)).toEqual({ keys, isAllowed: true });
  });

  test("Super counts although the event does not have it", () => {
    const pressed = pressedKeys(press("KeyT", "s"), true);
    expect(pressed).toEqual({ keys: "Super+Shift+T", isAllowed: true });
  });

  test("a letter is the one that is written on the key", () => {
    expect(pressedKeys(press("KeyY", "ca", "z"), false)?.keys).toBe("Ctrl+Alt+Z");
    expect(pressedKeys(press("KeyT", "ca", "е"), false)?.keys, "Cyrillic").toBe("Ctrl+Alt+T");
    expect(pressedKeys(press("Digit1", "cs", "!"), false)?.keys).toBe("Ctrl+Shift+1");
  });

  test.each([
    ["KeyC", "c"],
    ["KeyV", "c"],
    ["KeyT", ""],
    ["KeyT", "s"],
    ["KeyT", "a"],
    ["F9", ""],
    ["ArrowUp", "c"],
  ])("%s with “%s” is refused: other programs need it", (code, modifiers) => {
    expect(pressedKeys(press(code, modifiers), false)?.isAllowed).toBe(false);
  });

  test.each([
    ["Tab", "s"],
    ["Escape", ""],
    ["ControlLeft", "c"],
    ["Enter", ""],
    ["ArrowDown", ""],
    ["PageDown", ""],
  ])("%s with “%s” means something else", (code, modifiers) => {
    expect(pressedKeys(press(code, modifiers), false)).toBeNull();
  });
});

test("the key Super has several names", () => {
  expect(isSuper({ key: "Super", code: "OSLeft" })).toBe(true);
  expect(isSuper({ key: "Meta", code: "MetaRight" })).toBe(true);
  expect(isSuper({ key: "Control", code: "ControlLeft" })).toBe(false);
});

test("keys are written as on the keyboards of the language", () => {
  expect(formatHotkey("Super+Ctrl+Alt+E")).toBe("Super+Ctrl+Alt+E");
  expect(formatHotkey("Ctrl+Shift+ArrowUp")).toBe("Ctrl+Shift+Up");
  setLanguage("de");
  expect(formatHotkey("Ctrl+Alt+E")).toBe("Strg+Alt+E");
  expect(formatHotkey("Shift+PrintScreen")).toBe("Umschalt+Druck");
  expect(formatHotkey("Alt+PageDown")).toBe("Alt+Bild ab");
  setLanguage("en");
});
