// @vitest-environment node
import { expect, test } from "vitest";
import { createStore } from "./store";
import { jobEvent, read, start } from "./testing/fixtures";

const ready = { kind: "started", start: start() } as const;

test("picture events before the workspace opens are not lost", () => {
  const store = createStore();
  store.dispatch(jobEvent(1, read(1)));
  store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
  store.dispatch(jobEvent(2, read(1)));
  expect(store.view.kind).toBe("consent");
  store.dispatch(ready);
  const { view } = store;
  const ids = view.kind === "ready" ? view.session.items.map(({ job }) => job.id) : [];
  expect(ids).toEqual([1, 2]);
});

test("pictures removed before the workspace opens are forgotten", () => {
  const store = createStore();
  store.dispatch(jobEvent(1, read(1)));
  store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [1] } });
  store.dispatch(ready);
  expect(store.view).toMatchObject({ kind: "ready", session: { items: [] } });
});

test("listeners are called for changes only", () => {
  const store = createStore();
  const seen: string[] = [];
  store.subscribe((before) => seen.push(`${before.kind} ${store.view.kind}`));
  store.dispatch({ kind: "panelClosed" });
  store.dispatch(ready);
  expect(seen).toEqual(["starting ready"]);
});
