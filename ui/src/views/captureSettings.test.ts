import { render } from "lit";
import { beforeEach, expect, test, vi } from "vitest";
import { createActions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import { WORDS } from "../messages";
import { createStore } from "../store";
import { fakeShell, flushPromises, session, settings, start } from "../testing/fixtures";
import { captureSettings } from "./captureSettings";

const works: CaptureStatus = {
  method: "screen",
  hotkey: "active",
  againHotkey: "active",
  hasTray: true,
};
const shell = fakeShell();
let root: HTMLElement;

function show(status: CaptureStatus) {
  const store = createStore();
  store.dispatch({ kind: "started", start: start() });
  render(captureSettings(settings.capture, status, createActions(shell, store)), root);
}

function press(id: string, code: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { code, ...modifiers, cancelable: true });
  document.querySelector(`#${id}`)?.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  root = document.createElement("div");
  document.body.replaceChildren(root);
  vi.mocked(shell.setSettings).mockClear();
});

test("a field takes the keys that are pressed in it", async () => {
  show(works);
  press("hotkey", "KeyK", { ctrlKey: true, altKey: true });
  await flushPromises();
  const capture = { ...settings.capture, hotkey: "Ctrl+Alt+K" };
  expect(shell.setSettings).toHaveBeenCalledWith({ ...settings, capture });
});

test("Tab leaves the field, and Delete removes the hotkey", async () => {
  show(works);
  expect(press("again-hotkey", "Tab").defaultPrevented).toBe(false);
  expect(shell.setSettings).not.toHaveBeenCalled();
  press("again-hotkey", "Delete");
  await flushPromises();
  const capture = { ...settings.capture, againHotkey: "" };
  expect(shell.setSettings).toHaveBeenCalledWith({ ...settings, capture });
});

test("two changes, one right after the other, are both kept", async () => {
  show(works);
  document.querySelector<HTMLElement>("#setting-tray")?.click();
  document.querySelector<HTMLElement>("#setting-startHidden")?.click();
  await flushPromises();
  const capture = { ...settings.capture, tray: false, startHidden: true };
  expect(shell.setSettings).toHaveBeenLastCalledWith({ ...settings, capture });
});

test("a hotkey that does not work is explained", () => {
  show({ ...works, hotkey: "taken" });
  expect(document.querySelector("#problem-hotkey")?.textContent).toBe(WORDS.HOTKEY_PROBLEMS.taken);
  expect(document.querySelector("#problem-again-hotkey")?.textContent).toBe("");
});

test("a system that captures nothing has no fields", () => {
  show({ ...works, method: "none" });
  expect(document.querySelector("#capture-unsupported")).not.toBeNull();
  expect(document.querySelector("#hotkey")).toBeNull();
});

test("the outcome of a capture is reported, and a picture can be shown", () => {
  const copied = { kind: "copied", characters: 9, lines: 3, private: true } as const;
  const after = session({
    kind: "shellEvent",
    shellEvent: { kind: "captured", outcome: copied },
  });
  expect(after.outcome).toEqual({ ...copied, explainPrivate: false });
});
