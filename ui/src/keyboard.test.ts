import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actions } from "./actions";
import { lineAt } from "./clipboard";
import type { ViewEvent } from "./events";
import { watchKeyboard } from "./keyboard";
import type { Session } from "./session";
import { jobEvent, page, read, session } from "./testing/fixtures";
import { fillLayer, select } from "./views/textLayer";

let current: Session | null;
let spies: Record<string, ReturnType<typeof vi.fn>> = {};
let isAreaSelected = false;
/** Actions that only record their calls. */
const actions = new Proxy({} as Actions, {
  get: (_, name: string) => {
    spies[name] ??= vi.fn(async () => true);
    return spies[name];
  },
});

beforeAll(() => watchKeyboard(document, actions, () => current));
beforeEach(() => {
  current = session(jobEvent(1, read(1)), jobEvent(2, read(1)));
  spies = {};
  document.body.innerHTML = `<textarea id="text"></textarea><button id="elsewhere"></button>
    <nav class="queue"><button id="entry"></button></nav>
    <picture-pane><div class="scroller" tabindex="0"><div id="text-layer"></div></div></picture-pane>`;
  Object.assign(document.querySelector("picture-pane") ?? {}, { clearArea: () => isAreaSelected });
  isAreaSelected = false;
});

/** Whether the system was kept from handling the key. */
function press(where: string, key: string, more: KeyboardEventInit = {}): boolean {
  const target = document.querySelector<HTMLElement>(where) ?? document.body;
  target.focus();
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
const ctrl = { ctrlKey: true };

describe("shortcuts run their actions", () => {
  test.each<[string, KeyboardEventInit, string, unknown[]]>([
    ["o", ctrl, "open", []],
    ["v", ctrl, "paste", []],
    ["s", ctrl, "save", ["text"]],
    ["S", { ctrlKey: true, shiftKey: true }, "saveAll", []],
    ["C", { ctrlKey: true, shiftKey: true }, "copyAll", []],
    ["Delete", ctrl, "clear", []],
    ["2", ctrl, "setLines", ["paragraphs"]],
    ["ArrowDown", { altKey: true }, "selectNext", [1]],
    ["PageDown", ctrl, "changePage", [1]],
    ["F9", {}, "restoreText", []],
    ["Escape", {}, "cancelOrDismiss", []],
    ["Escape", { shiftKey: true }, "cancelAll", []],
    ["F1", {}, "showPanel", [{ screen: "help" }]],
    ["/", ctrl, "showPanel", [{ screen: "shortcuts" }]],
    ["i", ctrl, "showPanel", [{ screen: "privacy", status: null }]],
    ["p", ctrl, "showPanel", [{ screen: "policy", number: 2 }]],
  ])("%s %j: %s", (key, more, action, given) => {
    expect(press("#elsewhere", key, more)).toBe(true);
    expect(spies[action]).toHaveBeenCalledExactlyOnceWith(...given);
  });
});

test("Esc clears a selected area first", () => {
  isAreaSelected = true;
  press("#elsewhere", "Escape");
  expect(spies.cancelOrDismiss).toBeUndefined();
});

test("before consent no shortcut works", () => {
  current = null;
  expect(press("#elsewhere", "v", ctrl)).toBe(false);
  expect(spies.paste).toBeUndefined();
});

test("no key reloads the page, before consent either", () => {
  expect(press("#elsewhere", "F5")).toBe(true);
  current = null;
  expect(press("#elsewhere", "r", ctrl)).toBe(true);
});

describe("in the text", () => {
  test("pasting and deleting edit the text", () => {
    expect(press("#text", "v", ctrl)).toBe(false);
    expect(press("#text", "Delete", ctrl)).toBe(false);
    expect(press("#text", "Delete")).toBe(false);
    expect(spies.paste ?? spies.clear ?? spies.remove).toBeUndefined();
  });

  test("the selection is copied, else the whole text", () => {
    const area = document.querySelector<HTMLTextAreaElement>("#text");
    if (!area) throw new Error("no text");
    area.value = "one\ntwo";
    area.setSelectionRange(0, 3);
    press("#text", "c", ctrl);
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("one");
    area.setSelectionRange(2, 2);
    press("#text", "c", ctrl);
    expect(spies.copyText).toHaveBeenCalledOnce();
  });

  test("the line at the caret is copied", () => {
    const area = document.querySelector<HTMLTextAreaElement>("#text");
    if (!area) throw new Error("no text");
    area.value = "one\ntwo\nthree";
    area.setSelectionRange(5, 5);
    press("#text", "l", ctrl);
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("two");
  });
});

describe("on the picture", () => {
  beforeEach(() => {
    const layer = document.querySelector<HTMLElement>("#text-layer");
    if (!layer) throw new Error("no layer");
    fillLayer(layer, page("Hello world", "again"));
    select(layer, { line: 0, word: 1, offset: 0 }, { line: 0, word: 1, offset: 5 });
  });

  test("the selection is copied", () => {
    press(".scroller", "c", ctrl);
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("world");
  });

  test("the line of the selection is copied", () => {
    press(".scroller", "l", ctrl);
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("Hello world");
  });

  test("copying from a menu uses the same command", () => {
    document.querySelector<HTMLElement>(".scroller")?.focus();
    const event = new Event("copy", { bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("world");
  });
});

test("Delete removes a picture in the list and on the picture, not elsewhere", () => {
  expect(press("#elsewhere", "Delete")).toBe(false);
  expect(spies.remove).toBeUndefined();
  press("#entry", "Delete");
  press(".scroller", "Delete");
  expect(spies.remove).toHaveBeenCalledTimes(2);
  expect(spies.remove).toHaveBeenCalledWith(2);
});

test("Clear does nothing without pictures", () => {
  current = session();
  press("#elsewhere", "Delete", ctrl);
  expect(spies.clear).toBeUndefined();
});

test("a key that is held down pastes one picture", () => {
  press("#elsewhere", "v", ctrl);
  expect(press("#elsewhere", "v", { ...ctrl, repeat: true })).toBe(true);
  expect(spies.paste).toHaveBeenCalledOnce();
  press("#elsewhere", "ArrowDown", { altKey: true });
  press("#elsewhere", "ArrowDown", { altKey: true, repeat: true });
  expect(spies.selectNext).toHaveBeenCalledTimes(2);
});

test("keys of an input method are ignored", () => {
  expect(press("#text", "Escape", { isComposing: true })).toBe(false);
});

describe("while a panel is open", () => {
  beforeEach(() => {
    const opened: ViewEvent = { kind: "panelOpened", panel: { screen: "settings" } };
    current = session(jobEvent(1, read(1)), opened);
  });

  test("shortcuts of the workspace are blocked, for the system too", () => {
    for (const key of ["s", "o", "l"]) expect(press("#elsewhere", key, ctrl)).toBe(true);
    press("#elsewhere", "Delete", ctrl);
    expect(spies).toEqual({});
  });

  test("Esc and copying are left to the panel", () => {
    expect(press("#elsewhere", "Escape")).toBe(false);
    expect(press("#elsewhere", "c", ctrl)).toBe(false);
  });

  test("a picture can be pasted, and another panel opened", () => {
    press("#elsewhere", "v", ctrl);
    expect(spies.closePanel).toHaveBeenCalledOnce();
    expect(spies.paste).toHaveBeenCalledOnce();
    press("#elsewhere", "F1");
    expect(spies.showPanel).toHaveBeenCalledExactlyOnceWith({ screen: "help" });
  });
});

describe("cutting", () => {
  async function cut(copied: boolean) {
    const area = document.querySelector<HTMLTextAreaElement>("#text");
    if (!area) throw new Error("no text");
    area.value = "one two";
    area.focus();
    area.setSelectionRange(0, 4);
    const command = vi.fn(() => true);
    document.execCommand = command;
    spies.copy = vi.fn(async () => copied);
    area.dispatchEvent(new Event("cut", { bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(spies.copy).toHaveBeenCalled());
    await Promise.resolve();
    await Promise.resolve();
    return command;
  }

  test("deletes the text once it is on the clipboard", async () => {
    expect(await cut(true)).toHaveBeenCalledWith("delete");
  });

  test("deletes nothing when the clipboard fails", async () => {
    expect(await cut(false)).not.toHaveBeenCalled();
  });
});

describe("zoom keys", () => {
  test("change the size of the text while it has the focus", () => {
    press("#text", "+", ctrl);
    press("#text", "-", ctrl);
    press("#text", "0", ctrl);
    expect(spies.changeTextSize?.mock.calls).toEqual([["larger"], ["smaller"], ["usual"]]);
  });

  test("zoom the picture elsewhere", () => {
    const zoom = vi.fn();
    Object.assign(document.querySelector("picture-pane") ?? {}, { zoom });
    press(".scroller", "+", ctrl);
    expect(zoom).toHaveBeenCalledExactlyOnceWith("in");
    expect(spies.changeTextSize).toBeUndefined();
  });
});

test("the line at an offset", () => {
  const text = "one\n\nthree";
  expect([0, 3, 4, 5, 10].map((at) => lineAt(text, at))).toEqual([
    "one",
    "one",
    "",
    "three",
    "three",
  ]);
});
