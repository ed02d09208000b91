import { render } from "lit";
import { beforeEach, expect, test, vi } from "vitest";
import { createActions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import { setLanguage, WORDS } from "../messages";
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

async function show(status: CaptureStatus) {
  const store = createStore();
  store.dispatch({ kind: "started", start: start() });
  render(captureSettings(settings.capture, status, createActions(shell, store)), root);
  await flushPromises();
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

test("keys that other programs need are refused, and a sentence says so", async () => {
  await show(works);
  expect(press("hotkey", "KeyC", { ctrlKey: true }).defaultPrevented).toBe(true);
  await flushPromises();
  expect(shell.setSettings).not.toHaveBeenCalled();
  const problem = () => document.querySelector("#problem-hotkey")?.textContent;
  expect(problem()).toBe(WORDS.HOTKEY_PROBLEMS.invalid);
  document.querySelector("#hotkey")?.dispatchEvent(new Event("blur"));
  await flushPromises();
  expect(problem()).toBe("");
});

test("Super counts from its press to its release", async () => {
  await show(works);
  press("hotkey", "OSLeft");
  press("hotkey", "KeyK", { shiftKey: true });
  await flushPromises();
  const capture = { ...settings.capture, hotkey: "Super+Shift+K" };
  expect(shell.setSettings).toHaveBeenCalledExactlyOnceWith({ ...settings, capture });
  const release = new KeyboardEvent("keyup", { code: "OSLeft" });
  document.querySelector("#hotkey")?.dispatchEvent(release);
  press("hotkey", "KeyK", { shiftKey: true });
  await flushPromises();
  expect(shell.setSettings).toHaveBeenCalledOnce();
});

test("keys are written as on the keyboards of the language", async () => {
  await show(works);
  setLanguage("de");
  await flushPromises();
  const field = document.querySelector<HTMLInputElement>("#hotkey");
  expect(field?.value).toBe("Super+Umschalt+T");
  setLanguage("en");
});

test("hotkeys that do not work are reported once, in the window and not over the settings", () => {
  const status = { ...works, hotkey: "taken" } as const;
  const known = { kind: "captureStatusLoaded", status } as const;
  const expected = { kind: "hotkeysFailed", keys: ["Super+Shift+T"] };
  expect(session(known).outcome).toEqual(expected);
  const other = { kind: "outcomeReported", outcome: { kind: "cleared" } } as const;
  expect(session(known, other, known).outcome).toEqual({ kind: "cleared" });
  const panel = { kind: "panelOpened", panel: { screen: "settings" } } as const;
  expect(session(panel, known).outcome).toBeNull();
  expect(session({ ...known, status: works }).outcome).toBeNull();
});

test("an answer that is older than what the shell has sent does not count", () => {
  const sent = {
    kind: "shellEvent",
    shellEvent: { kind: "captureStatus", status: works },
  } as const;
  const answer = { ...works, hotkey: "unsupported" } as const;
  expect(session(sent, { kind: "captureStatusLoaded", status: answer }).capture).toEqual(works);
});

test("a field takes the keys that are pressed in it", async () => {
  await show(works);
  press("hotkey", "KeyK", { ctrlKey: true, altKey: true });
  await flushPromises();
  const capture = { ...settings.capture, hotkey: "Ctrl+Alt+K" };
  expect(shell.setSettings).toHaveBeenCalledWith({ ...settings, capture });
});

test("Tab leaves the field, and Delete removes the hotkey", async () => {
  await show(works);
  expect(press("again-hotkey", "Tab").defaultPrevented).toBe(false);
  expect(shell.setSettings).not.toHaveBeenCalled();
  press("again-hotkey", "Delete");
  await flushPromises();
  const capture = { ...settings.capture, againHotkey: "" };
  expect(shell.setSettings).toHaveBeenCalledWith({ ...settings, capture });
});

test("two changes, one right after the other, are both kept", async () => {
  await show(works);
  document.querySelector<HTMLElement>("#setting-tray")?.click();
  document.querySelector<HTMLElement>("#setting-startHidden")?.click();
  await flushPromises();
  const capture = { ...settings.capture, tray: false, startHidden: true };
  expect(shell.setSettings).toHaveBeenLastCalledWith({ ...settings, capture });
});

test("a hotkey that does not work is explained", async () => {
  await show({ ...works, hotkey: "taken" });
  expect(document.querySelector("#problem-hotkey")?.textContent).toBe(WORDS.HOTKEY_PROBLEMS.taken);
  expect(document.querySelector("#problem-again-hotkey")?.textContent).toBe("");
});

test("a system that captures nothing has no fields", async () => {
  await show({ ...works, method: "none" });
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
