import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { wipeInputMethodText } from "./inputMethod";
import { createStore } from "./store";
import { jobEvent, read, start } from "./testing/fixtures";

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<textarea id="text"></textarea><button>Open</button>';
});
afterEach(() => void vi.useRealTimers());

/** A store with two pictures that were read, the focus on a button, and in the text before if it was `edited`. */
function openPictures(edited: boolean) {
  const store = createStore();
  wipeInputMethodText(document, store);
  store.dispatch({ kind: "started", start: start() });
  store.dispatch(jobEvent(1, read(1)));
  store.dispatch(jobEvent(2, read(1)));
  if (edited) document.querySelector("textarea")?.focus();
  document.querySelector("button")?.focus();
  return {
    remove: (...ids: number[]) =>
      store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids } }),
    withdraw: () =>
      store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) }),
  };
}
const field = () => document.querySelector("input");

test("an empty field has the focus for a moment when the last picture is closed", () => {
  const { remove } = openPictures(true);
  remove(1);
  expect(field()).toBeNull();
  remove(2);
  expect(document.activeElement).toBe(field());
  expect(field()?.value).toBe("");
  vi.runAllTimers();
  expect(field()).toBeNull();
  expect(document.activeElement).toBe(document.querySelector("button"));
});

test("withdrawing consent does the same", () => {
  openPictures(true).withdraw();
  expect(document.activeElement).toBe(field());
});

test("a focus that has moved on stays", () => {
  openPictures(true).remove(1, 2);
  const text = document.querySelector("textarea");
  text?.focus();
  vi.runAllTimers();
  expect(document.activeElement).toBe(text);
});

test("nothing has the focus in vain when nobody was in a text", () => {
  openPictures(false).remove(1, 2);
  expect(field()).toBeNull();
});
