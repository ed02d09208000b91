import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actions } from "./actions";
import { watchContextMenus } from "./contextMenus";
import type { Session } from "./session";
import { jobEvent, page, read, session, textView } from "./testing/fixtures";
import { fillLayer, select } from "./views/textLayer";

let current: Session | null;
let spies: Record<string, ReturnType<typeof vi.fn>> = {};
/** Actions that only record their calls. */
const actions = new Proxy({} as Actions, {
  get: (_, name: string) => {
    spies[name] ??= vi.fn(async () => true);
    return spies[name];
  },
});

beforeAll(() => watchContextMenus(document, actions, () => current));
beforeEach(() => {
  const view = { ...textView("one two"), canUndo: true, canRedo: true };
  current = session(jobEvent(1, read(1)), jobEvent(2, read(1)), {
    kind: "textReplaced",
    id: 2,
    mode: "keep",
    view,
  });
  spies = {};
  document.getSelection()?.removeAllRanges();
  document.body.innerHTML = `<textarea id="text">one two</textarea><p id="elsewhere">words</p>
    <ul id="queue"><li data-job="1"><button class="entry"></button></li></ul>
    <picture-pane><div class="scroller" tabindex="0"><div id="text-layer"></div></div></picture-pane>`;
  fillLayer(element("#text-layer"), page("Hello world", "again"));
  document.execCommand = vi.fn(() => true);
});

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** Whether the menu of the browser was kept away. */
function rightClick(selector: string): boolean {
  const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true, button: 2 });
  element(selector).dispatchEvent(event);
  return event.defaultPrevented;
}
function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );
}
const items = () => Array.from(document.querySelectorAll<HTMLButtonElement>("[role=menuitem]"));
const names = () => items().map((item) => item.querySelector("span")?.textContent);
const item = (name: string) => {
  const found = items().find((each) => each.querySelector("span")?.textContent === name);
  if (!found) throw new Error(`no ${name} in ${names()}`);
  return found;
};
const focused = () => document.activeElement?.querySelector("span")?.textContent;

describe("the menu of the browser never opens", () => {
  test.each(["#text", ".scroller", ".entry", "#elsewhere"])("on %s", (selector) => {
    expect(rightClick(selector)).toBe(true);
  });

  test("before consent", () => {
    current = null;
    expect(rightClick("#text")).toBe(true);
    expect(items()).toEqual([]);
  });
});

describe("on the picture", () => {
  test("the line under the mouse is copied", () => {
    rightClick('[data-line="0"]');
    item("Copy line").click();
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("Hello world");
    expect(items()).toEqual([]);
  });

  test("the selection is copied; without one, that is not offered", () => {
    rightClick(".scroller");
    expect(item("Copy selection").disabled).toBe(true);
    element(".scroller").focus();
    select(
      element("#text-layer"),
      { line: 0, word: 1, offset: 0 },
      { line: 0, word: 1, offset: 5 },
    );
    rightClick(".scroller");
    item("Copy selection").click();
    expect(spies.copy).toHaveBeenCalledExactlyOnceWith("world");
  });

  test("it is rotated and removed", () => {
    rightClick(".scroller");
    item("Rotate left").click();
    expect(spies.rotate).toHaveBeenCalledExactlyOnceWith(-1);
    rightClick(".scroller");
    item("Remove").click();
    expect(spies.remove).toHaveBeenCalledExactlyOnceWith(2);
  });
});

describe("in the text", () => {
  test("editing commands are offered", () => {
    rightClick("#text");
    expect(names()).toEqual(["Undo", "Redo", "Cut", "Copy", "Paste", "Select all"]);
    expect(item("Cut").disabled).toBe(true);
    item("Undo").click();
    expect(spies.undo).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(element("#text"));
  });

  test("there is no Undo for a text without edits", () => {
    current = session(jobEvent(1, read(1)));
    rightClick("#text");
    expect([item("Undo").disabled, item("Redo").disabled]).toEqual([true, true]);
  });

  test("the text on the clipboard is inserted", async () => {
    spies.clipboardText = vi.fn(async () => "pasted");
    rightClick("#text");
    item("Paste").click();
    await vi.waitFor(() =>
      expect(document.execCommand).toHaveBeenCalledWith("insertText", false, "pasted"),
    );
  });
});

test("an entry of the list is selected first", () => {
  rightClick(".entry");
  expect(spies.select).toHaveBeenCalledExactlyOnceWith(1);
  item("Copy text").click();
  expect(spies.copyText).toHaveBeenCalledOnce();
});

describe("with the keyboard", () => {
  test.each([
    ["F10", { shiftKey: true }],
    ["ContextMenu", {}],
  ])("%s opens it", (key, more) => {
    element("#text").focus();
    press(key, more);
    expect(focused()).toBe("Undo");
  });

  test("arrows, Home, End and letters move; disabled items are skipped", () => {
    element("#text").focus();
    press("F10", { shiftKey: true });
    press("ArrowDown");
    press("ArrowDown");
    expect(focused()).toBe("Paste");
    press("ArrowUp");
    expect(focused()).toBe("Redo");
    press("End");
    expect(focused()).toBe("Select all");
    press("ArrowDown");
    expect(focused()).toBe("Undo");
    press("p");
    expect(focused()).toBe("Paste");
    press("Home");
    expect(focused()).toBe("Undo");
  });

  test("Enter chooses, Escape closes, and the focus returns", () => {
    element("#text").focus();
    press("F10", { shiftKey: true });
    press("Escape");
    expect(items()).toEqual([]);
    expect(document.activeElement).toBe(element("#text"));
    press("F10", { shiftKey: true });
    press("Enter");
    expect(spies.undo).toHaveBeenCalledOnce();
  });
});
