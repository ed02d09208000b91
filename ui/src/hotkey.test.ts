import { describe, expect, test } from "vitest";
import { hotkeyOf } from "./hotkey";

function press(code: string, modifiers = "") {
  const has = (letter: string) => modifiers.includes(letter);
  return {
    key: "",
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
    ["F9", "", "F9"],
    ["PrintScreen", "s", "Shift+PrintScreen"],
    ["ArrowUp", "c", "Ctrl+ArrowUp"],
    ["Delete", "", ""],
    ["Backspace", "", ""],
  ])("%s with %s", (code, modifiers, expected) => {
    expect(hotkeyOf(press(code, modifiers))).toBe(expected);
  });

  test.each([
    ["KeyT", ""],
    ["KeyT", "s"],
    ["Tab", "s"],
    ["Escape", ""],
    ["ControlLeft", "c"],
    ["Enter", ""],
  ])("but not %s with “%s”, which people need", (code, modifiers) => {
    expect(hotkeyOf(press(code, modifiers))).toBeNull();
  });
});
