// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { System } from "./bindings/System";
import { WORDS } from "./messages";
import {
  type Action,
  actionFor,
  formatKeys,
  hint,
  isReload,
  type KeyPress,
  SHORTCUTS,
} from "./shortcuts";

const none: KeyPress = {
  key: "",
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
};
const ctrl = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...none,
  key,
  ctrlKey: true,
  ...more,
});

/** The press that a line of the table means, on a keyboard as in the United States. */
function pressOf(keys: string, system: System): KeyPress {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const names: Record<string, string> = {
    Plus: "+",
    Up: "ArrowUp",
    Down: "ArrowDown",
    Esc: "Escape",
  };
  const mod = parts.includes("Mod");
  return {
    key: names[key] ?? key.toLowerCase(),
    code: "",
    ctrlKey: mod && system !== "macos",
    metaKey: mod && system === "macos",
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}

describe("the table", () => {
  test("has a key, a label and a heading for every action", () => {
    const actions = Object.keys(WORDS.SHORTCUT_LABELS) as Action[];
    expect(SHORTCUTS.map(({ action }) => action).sort()).toEqual([...actions].sort());
    for (const { keys, group, action } of SHORTCUTS) {
      expect(keys.length, action).toBeGreaterThan(0);
      expect(WORDS.SHORTCUT_GROUPS[group], action).toBeTruthy();
    }
  });

  test.each<System>(["linux", "windows", "macos"])("no two keys collide on %s", (system) => {
    for (const { action, keys } of SHORTCUTS) {
      for (const key of keys) {
        expect(actionFor(pressOf(key, system), system), key).toBe(action);
      }
    }
    const all = SHORTCUTS.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });

  test("no key types a letter", () => {
    for (const key of SHORTCUTS.flatMap(({ keys }) => keys)) {
      expect(key).toMatch(/Mod\+|Alt\+|^(Shift\+)?(F\d|Esc|Delete)$/);
    }
  });
});

describe("keyboards of other countries", () => {
  test("brackets are where a US keyboard has them, whatever is printed there", () => {
    expect(actionFor(ctrl("ü", { code: "BracketLeft" }), "linux")).toBe("rotateLeft");
    expect(actionFor(ctrl("+", { code: "BracketRight" }), "linux")).toBe("zoomIn");
  });

  test("digits that need Shift", () => {
    expect(actionFor(ctrl("&", { code: "Digit1" }), "linux")).toBe("linesKeep");
    expect(actionFor(ctrl("1", { code: "Digit1", shiftKey: true }), "linux")).toBe("linesKeep");
  });

  test("AltGr, which some systems report as Ctrl and Alt, types its character", () => {
    for (const key of ["{", "}", "[", "]", "@", "€"]) {
      const press = ctrl(key, { altKey: true, code: "Digit0" });
      expect(actionFor(press, "windows")).toBeNull();
    }
  });
});

test("Ctrl is not Cmd", () => {
  expect(actionFor(ctrl("o"), "macos")).toBeNull();
  expect(actionFor({ ...none, key: "o", metaKey: true }, "macos")).toBe("open");
  expect(actionFor({ ...none, key: "o", metaKey: true }, "linux")).toBeNull();
});

test("Shift makes a different shortcut", () => {
  expect(actionFor(ctrl("c"), "linux")).toBe("copy");
  expect(actionFor(ctrl("C", { shiftKey: true }), "linux")).toBe("copyAll");
  expect(actionFor({ ...none, key: "Escape", shiftKey: true }, "linux")).toBe("cancelAll");
});

test("keys are written as the system writes them", () => {
  expect(formatKeys("Mod+Shift+C", "windows")).toBe("Ctrl+Shift+C");
  expect(formatKeys("Mod+Shift+C", "macos")).toBe("⇧⌘C");
  expect(formatKeys("Alt+Up", "macos")).toBe("⌥↑");
});

test("tooltips name the first key, screen readers all keys", () => {
  expect(hint("zoomIn", "Larger", "linux")).toEqual({
    title: "Larger (Ctrl+Plus)",
    aria: "Control+Plus Control+=",
  });
  expect(hint("copyAll", "Copy all", "macos").aria).toBe("Meta+Shift+C");
});

test("reload keys are recognised", () => {
  expect(isReload({ ...none, key: "F5" })).toBe(true);
  expect(isReload(ctrl("R", { shiftKey: true }))).toBe(true);
  expect(isReload({ ...none, key: "r" })).toBe(false);
});
