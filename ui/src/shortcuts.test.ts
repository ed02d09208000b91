// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { System } from "./bindings/System";
import { DOES, GROUPS } from "./messages";
import { type Action, actionOf, hint, isReload, type Press, SHORTCUTS, shown } from "./shortcuts";

const none: Press = {
  key: "",
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
};
const ctrl = (key: string, more: Partial<Press> = {}): Press => ({
  ...none,
  key,
  ctrlKey: true,
  ...more,
});

/** The press that a line of the table means, on a keyboard as in the United States. */
function pressOf(keys: string, system: System): Press {
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
  test("has a key and words for every action, and each stands under a heading", () => {
    const actions = Object.keys(DOES) as Action[];
    expect(SHORTCUTS.map(({ action }) => action).sort()).toEqual([...actions].sort());
    for (const { keys, group, action } of SHORTCUTS) {
      expect(keys.length, action).toBeGreaterThan(0);
      expect(GROUPS[group], action).toBeTruthy();
    }
  });

  test.each<System>(["linux", "windows", "macos"])("no two keys collide on %s", (system) => {
    for (const { action, keys } of SHORTCUTS) {
      for (const key of keys) {
        expect(actionOf(pressOf(key, system), system), key).toBe(action);
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
  test("brackets are where they are on an American one, whatever is printed there", () => {
    expect(actionOf(ctrl("ü", { code: "BracketLeft" }), "linux")).toBe("turnLeft");
    expect(actionOf(ctrl("+", { code: "BracketRight" }), "linux")).toBe("zoomIn");
  });

  test("digits that take Shift", () => {
    expect(actionOf(ctrl("&", { code: "Digit1" }), "linux")).toBe("linesKeep");
    expect(actionOf(ctrl("1", { code: "Digit1", shiftKey: true }), "linux")).toBe("linesKeep");
  });

  test("AltGr, which some systems tell as Ctrl and Alt, types what it types", () => {
    for (const key of ["{", "}", "[", "]", "@", "€"]) {
      const press = ctrl(key, { altKey: true, code: "Digit0" });
      expect(actionOf(press, "windows")).toBeNull();
    }
  });
});

test("Ctrl is not Cmd", () => {
  expect(actionOf(ctrl("o"), "macos")).toBeNull();
  expect(actionOf({ ...none, key: "o", metaKey: true }, "macos")).toBe("open");
  expect(actionOf({ ...none, key: "o", metaKey: true }, "linux")).toBeNull();
});

test("Shift makes another key", () => {
  expect(actionOf(ctrl("c"), "linux")).toBe("copy");
  expect(actionOf(ctrl("C", { shiftKey: true }), "linux")).toBe("copyAll");
  expect(actionOf({ ...none, key: "Escape", shiftKey: true }, "linux")).toBe("cancelAll");
});

test("keys are shown as the system shows them", () => {
  expect(shown("Mod+Shift+C", "windows")).toBe("Ctrl+Shift+C");
  expect(shown("Mod+Shift+C", "macos")).toBe("⇧⌘C");
  expect(shown("Alt+Up", "macos")).toBe("⌥↑");
});

test("tooltips tell the key, screen readers all of them", () => {
  expect(hint("zoomIn", "Larger", "linux")).toEqual({
    title: "Larger (Ctrl+Plus)",
    aria: "Control+Plus Control+=",
  });
  expect(hint("copyAll", "Copy all", "macos").aria).toBe("Meta+Shift+C");
});

test("what loads a page anew is known", () => {
  expect(isReload({ ...none, key: "F5" })).toBe(true);
  expect(isReload(ctrl("R", { shiftKey: true }))).toBe(true);
  expect(isReload({ ...none, key: "r" })).toBe(false);
});
