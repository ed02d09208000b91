import { beforeEach, expect, test, vi } from "vitest";
import { wipePrimarySelection } from "./primarySelection";
import { createStore } from "./store";
import { jobEvent, read, start } from "./testing/fixtures";

beforeEach(() => {
  document.body.innerHTML = '<textarea id="text"></textarea>';
  document.getSelection()?.removeAllRanges();
});

/** A store with one picture that was read, and its text in a text area. */
function openPicture(isSelected: boolean) {
  const store = createStore();
  wipePrimarySelection(document, store);
  store.dispatch({ kind: "started", start: start() });
  store.dispatch(jobEvent(1, read(1)));
  const area = document.querySelector("textarea");
  if (!area) throw new Error("no text");
  area.value = "secret";
  area.focus();
  area.setSelectionRange(0, isSelected ? 6 : 0);
  document.dispatchEvent(new Event("selectionchange"));
  area.blur();
  return store;
}
const selected = () => document.getSelection()?.toString();

test.each(["cleared", "withdrawn"])("the selection is overwritten when all is %s", (how) => {
  vi.useFakeTimers();
  const store = openPicture(true);
  if (how === "cleared")
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [1] } });
  else store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
  expect(selected()).toBe("\u00a0");
  vi.runAllTimers();
  expect(document.querySelector("span")).toBeNull();
  vi.useRealTimers();
});

test("a selection made elsewhere is left alone", () => {
  const store = openPicture(false);
  store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [1] } });
  expect(selected()).toBe("");
});

test("the selection stays while a picture is open", () => {
  const store = openPicture(true);
  store.dispatch(jobEvent(2, read(1)));
  store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [2] } });
  expect(document.querySelector("span")).toBeNull();
});
