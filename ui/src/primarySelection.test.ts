import { beforeEach, expect, test, vi } from "vitest";
import { watchSelection } from "./primarySelection";
import { createStore } from "./store";
import { hearing, read, start } from "./testing/fixtures";

beforeEach(() => {
  document.body.innerHTML = '<textarea id="text"></textarea>';
  document.getSelection()?.removeAllRanges();
});

/** A window in which a picture was read; `secret` of its text is selected if that is wished. */
function working(isSelected: boolean) {
  const store = createStore();
  watchSelection(document, store);
  store.dispatch({ kind: "started", start: start() });
  store.dispatch(hearing(1, read(1)));
  const area = document.querySelector("textarea");
  if (!area) throw new Error("no text");
  area.value = "secret";
  area.focus();
  area.setSelectionRange(0, isSelected ? 6 : 0);
  document.dispatchEvent(new Event("selectionchange"));
  area.blur();
  return store;
}
const chosen = () => document.getSelection()?.toString();

test.each(["cleared", "withdrawn"])("what was selected is overwritten when all is %s", (how) => {
  vi.useFakeTimers();
  const store = working(true);
  if (how === "cleared") store.dispatch({ kind: "heard", event: { kind: "removed", ids: [1] } });
  else store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
  expect(chosen()).toBe("\u00a0");
  vi.runAllTimers();
  expect(document.querySelector("span")).toBeNull();
  vi.useRealTimers();
});

test("what was never selected here is left to other programs", () => {
  const store = working(false);
  store.dispatch({ kind: "heard", event: { kind: "removed", ids: [1] } });
  expect(chosen()).toBe("");
});

test("a picture that stays keeps what is selected", () => {
  const store = working(true);
  store.dispatch(hearing(2, read(1)));
  store.dispatch({ kind: "heard", event: { kind: "removed", ids: [2] } });
  expect(document.querySelector("span")).toBeNull();
});
