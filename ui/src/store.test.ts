// @vitest-environment node
import { expect, test } from "vitest";
import { createStore } from "./store";
import { hearing, read, start } from "./testing/fixtures";

const ready = { kind: "started", start: start() } as const;

test("what is heard of pictures before the work screen is there is not lost", () => {
  const store = createStore();
  store.dispatch(hearing(1, read(1)));
  store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
  store.dispatch(hearing(2, read(1)));
  expect(store.view.kind).toBe("consent");
  store.dispatch(ready);
  const { view } = store;
  const ids = view.kind === "ready" ? view.session.items.map(({ job }) => job.id) : [];
  expect(ids).toEqual([1, 2]);
});

test("of pictures that are gone before it is there nothing is kept", () => {
  const store = createStore();
  store.dispatch(hearing(1, read(1)));
  store.dispatch({ kind: "heard", event: { kind: "removed", ids: [1] } });
  store.dispatch(ready);
  expect(store.view).toMatchObject({ kind: "ready", session: { items: [] } });
});

test("followers hear of changes, and of nothing else", () => {
  const store = createStore();
  const seen: string[] = [];
  store.follow((before) => seen.push(`${before.kind} ${store.view.kind}`));
  store.dispatch({ kind: "closed" });
  store.dispatch(ready);
  expect(seen).toEqual(["starting ready"]);
});
