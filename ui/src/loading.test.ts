// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { createActions } from "./actions";
import type { Shell } from "./ipc";
import { keepLoaded } from "./loading";
import { createStore } from "./store";
import {
  cancelled,
  fakeShell,
  hearing,
  page,
  read,
  reading,
  settings,
  settled,
  start,
  waiting,
} from "./testing/fixtures";

function watched(change: Partial<Shell> = {}, copyAtOnce = false) {
  const shell = fakeShell(change);
  const store = createStore();
  const actions = createActions(shell, store);
  keepLoaded(shell, store, actions);
  store.dispatch({
    kind: "started",
    start: start({ settings: { ...settings, copyAtOnce } }),
  });
  const shown = () => {
    if (store.view.kind !== "ready") throw new Error("no session");
    return store.view.session;
  };
  return { shell, store, shown };
}

describe("what is shown is fetched", () => {
  test("text and pages, once each, whatever happens meanwhile", async () => {
    const { shell, store, shown } = watched();
    store.dispatch(hearing(1, read(1, 1, 1)));
    for (let turn = 0; turn < 3; turn += 1) store.dispatch({ kind: "waved" });
    for (let turn = 0; turn < 8; turn += 1) {
      await settled();
      store.dispatch({ kind: "waved" });
    }
    expect(shell.text).toHaveBeenCalledOnce();
    expect(vi.mocked(shell.page).mock.calls).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(shown().items[0]?.texts.keep?.now).toBe("Hello world");
    expect(shown().items[0]?.pages.every(Boolean)).toBe(true);
  });

  test("one page is not asked for twice while it is on its way", async () => {
    const waits: (() => void)[] = [];
    const slow = vi.fn(
      () => new Promise<ReturnType<typeof page>>((done) => waits.push(() => done(page("x")))),
    );
    const { store } = watched({ page: slow });
    store.dispatch(hearing(1, read(1, 1)));
    waits[0]?.();
    await settled();
    store.dispatch({ kind: "waved" });
    store.dispatch({ kind: "waved" });
    await settled();
    expect(slow.mock.calls).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test("nothing of a picture that is not shown, or not read", async () => {
    const { shell, store } = watched();
    store.dispatch(hearing(1, reading));
    store.dispatch(hearing(2, read(1)));
    await settled();
    expect(shell.text).not.toHaveBeenCalled();
    store.dispatch({ kind: "chose", id: 2 });
    await settled();
    expect(shell.text).toHaveBeenCalledExactlyOnceWith(2, "keep");
  });

  test("another line mode, once it is chosen", async () => {
    const { shell, store } = watched();
    store.dispatch(hearing(1, read(1)));
    await settled();
    const one = { ...settings, lines: "one" } as const;
    store.dispatch({ kind: "heard", event: { kind: "settings", settings: one } });
    await settled();
    expect(vi.mocked(shell.text).mock.calls).toEqual([
      [1, "keep"],
      [1, "one"],
    ]);
  });

  test("anew after the picture was turned", async () => {
    const { shell, store } = watched();
    store.dispatch(hearing(1, read(1)));
    await settled();
    store.dispatch(hearing(1, reading));
    store.dispatch(hearing(1, read(1)));
    await settled();
    expect(shell.text).toHaveBeenCalledTimes(2);
    expect(shell.page).toHaveBeenCalledTimes(2);
  });

  test("what is refused is said, and not asked for over and over", async () => {
    const text = vi.fn(() => Promise.reject({ kind: "internal" }));
    const { store, shown } = watched({ text });
    store.dispatch(hearing(1, read(1)));
    await settled();
    store.dispatch({ kind: "waved" });
    await settled();
    expect(text).toHaveBeenCalledOnce();
    expect(shown().outcome).toEqual({ kind: "failed", error: { kind: "internal" } });
  });

  test("a picture that was removed meanwhile needs no words", async () => {
    const { store, shown } = watched({ text: vi.fn(() => Promise.reject({ kind: "noSuchJob" })) });
    store.dispatch(hearing(1, read(1)));
    await settled();
    expect(shown().outcome?.kind).not.toBe("failed");
  });
});

describe("copied at once", () => {
  const cases = [
    ["a picture whose reading was looked at", [waiting, reading, read(1)], 1],
    ["one that was turned", [read(1), reading, read(1)], 1],
    ["one that had been cancelled", [reading, cancelled, waiting, read(1)], 1],
    ["not one that came read", [read(1)], 0],
  ] as const;

  test.each(cases)("%s", async (_, states, times) => {
    const { shell, store } = watched({}, true);
    for (const state of states) {
      store.dispatch(hearing(1, state));
      await settled();
    }
    expect(shell.copy).toHaveBeenCalledTimes(times);
  });

  test("not without being asked to", async () => {
    const { shell, store } = watched({}, false);
    store.dispatch(hearing(1, reading));
    store.dispatch(hearing(1, read(1)));
    await settled();
    expect(shell.copy).not.toHaveBeenCalled();
  });

  test("not a picture without text", async () => {
    const { shell, store } = watched({ text: vi.fn(async () => " \n") }, true);
    store.dispatch(hearing(1, reading));
    store.dispatch(hearing(1, read(0)));
    await settled();
    expect(shell.copy).not.toHaveBeenCalled();
  });

  test("once, not again in another line mode", async () => {
    const { shell, store } = watched({}, true);
    store.dispatch(hearing(1, reading));
    store.dispatch(hearing(1, read(1)));
    await settled();
    const one = { ...settings, copyAtOnce: true, lines: "one" } as const;
    store.dispatch({ kind: "heard", event: { kind: "settings", settings: one } });
    await settled();
    expect(shell.copy).toHaveBeenCalledOnce();
  });

  test("not later, when the person comes back to it", async () => {
    const { shell, store } = watched({}, true);
    store.dispatch(hearing(1, reading));
    store.dispatch(hearing(2, waiting));
    store.dispatch({ kind: "chose", id: 2 });
    store.dispatch(hearing(1, read(1)));
    await settled();
    store.dispatch({ kind: "chose", id: 1 });
    await settled();
    expect(shell.text).toHaveBeenCalledWith(1, "keep");
    expect(shell.copy).not.toHaveBeenCalled();
  });
});
