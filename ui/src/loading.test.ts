// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { createActions } from "./actions";
import type { Shell } from "./ipc";
import { startLoading } from "./loading";
import { createStore } from "./store";
import {
  cancelled,
  editedView,
  fakeShell,
  flushPromises,
  jobEvent,
  page,
  read,
  reading,
  settings,
  start,
  textView,
  waiting,
} from "./testing/fixtures";

function startWith(change: Partial<Shell> = {}, copyAtOnce = false) {
  const shell = fakeShell(change);
  const store = createStore();
  const actions = createActions(shell, store);
  startLoading(shell, store, actions);
  store.dispatch({
    kind: "started",
    start: start({ settings: { ...settings, copyAtOnce } }),
  });
  const getSession = () => {
    if (store.view.kind !== "ready") throw new Error("no session");
    return store.view.session;
  };
  return { shell, store, getSession };
}

describe("what is shown is loaded", () => {
  test("text and the page, once each", async () => {
    const { shell, store, getSession } = startWith();
    store.dispatch(jobEvent(1, read(1, 1, 1)));
    for (let turn = 0; turn < 3; turn += 1) store.dispatch({ kind: "refusalsDismissed" });
    for (let turn = 0; turn < 8; turn += 1) {
      await flushPromises();
      store.dispatch({ kind: "refusalsDismissed" });
    }
    expect(shell.text).toHaveBeenCalledOnce();
    expect(vi.mocked(shell.page).mock.calls).toEqual([[1, 1]]);
    expect(getSession().items[0]?.texts.keep?.current).toBe("Hello world");
    expect(getSession().items[0]?.pages[0]).toBeDefined();
    store.dispatch({ kind: "pageChanged", page: 3 });
    await flushPromises();
    expect(vi.mocked(shell.page).mock.calls).toEqual([
      [1, 1],
      [1, 3],
    ]);
  });

  test("the low-confidence words with the text", async () => {
    const view = textView("Hello ?world");
    const { store, getSession } = startWith({ text: vi.fn(async () => view) });
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    const text = getSession().items[0]?.texts.keep;
    expect(text?.current).toBe("Hello world");
    expect(text?.spans).toEqual([{ start: 6, end: 11, page: 1, line: 0, word: 1 }]);
  });

  test("a page is not requested twice", async () => {
    const waits: (() => void)[] = [];
    const slow = vi.fn(
      () => new Promise<ReturnType<typeof page>>((done) => waits.push(() => done(page("x")))),
    );
    const { store } = startWith({ page: slow });
    store.dispatch(jobEvent(1, read(1, 1)));
    store.dispatch({ kind: "refusalsDismissed" });
    store.dispatch({ kind: "refusalsDismissed" });
    expect(slow.mock.calls).toEqual([[1, 1]]);
    waits[0]?.();
    await flushPromises();
    store.dispatch({ kind: "refusalsDismissed" });
    await flushPromises();
    expect(slow.mock.calls).toEqual([[1, 1]]);
  });

  test("again after a correction", async () => {
    const { shell, store } = startWith();
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    const view = editedView("Hello words");
    store.dispatch({ kind: "textEdited", id: 1, mode: "keep", text: view.text });
    vi.useFakeTimers();
    store.dispatch({ kind: "editAnswered", id: 1, mode: "keep", view });
    await vi.advanceTimersByTimeAsync(400);
    // The person types on.
    store.dispatch({ kind: "textEdited", id: 1, mode: "keep", text: view.text });
    await vi.advanceTimersByTimeAsync(400);
    expect(shell.page).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(200);
    expect(shell.page).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
    expect(shell.text).toHaveBeenCalledOnce();
  });

  test("nothing for a picture that is not selected, or not read", async () => {
    const { shell, store } = startWith();
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(2, read(1)));
    await flushPromises();
    expect(shell.text).not.toHaveBeenCalled();
    store.dispatch({ kind: "pictureSelected", id: 2 });
    await flushPromises();
    expect(shell.text).toHaveBeenCalledExactlyOnceWith(2, "keep");
  });

  test("another line mode, when it is chosen", async () => {
    const { shell, store } = startWith();
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    const one = { ...settings, lines: "one" } as const;
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "settings", settings: one } });
    await flushPromises();
    expect(vi.mocked(shell.text).mock.calls).toEqual([
      [1, "keep"],
      [1, "one"],
    ]);
  });

  test("again after the picture was rotated", async () => {
    const { shell, store } = startWith();
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    expect(shell.text).toHaveBeenCalledTimes(2);
    expect(shell.page).toHaveBeenCalledTimes(2);
  });

  test("a failed request is reported, and not repeated", async () => {
    const text = vi.fn(() => Promise.reject({ kind: "internal" }));
    const { store, getSession } = startWith({ text });
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    store.dispatch({ kind: "refusalsDismissed" });
    await flushPromises();
    expect(text).toHaveBeenCalledOnce();
    expect(getSession().outcome).toEqual({ kind: "failed", error: { kind: "internal" } });
  });

  test("a picture that was removed in the meantime is not reported", async () => {
    const { store, getSession } = startWith({
      text: vi.fn(() => Promise.reject({ kind: "noSuchJob" })),
    });
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    expect(getSession().outcome?.kind).not.toBe("failed");
  });
});

describe("automatic copy", () => {
  const cases = [
    ["of a picture that was watched while it was read", [waiting, reading, read(1)], 1],
    ["of one that was rotated", [read(1), reading, read(1)], 1],
    ["of one that had been cancelled", [reading, cancelled, waiting, read(1)], 1],
    ["not of one that arrived read", [read(1)], 0],
  ] as const;

  test.each(cases)("%s", async (_, states, times) => {
    const { shell, store } = startWith({}, true);
    for (const state of states) {
      store.dispatch(jobEvent(1, state));
      await flushPromises();
    }
    expect(shell.copyAs).toHaveBeenCalledTimes(times);
  });

  test("not when the setting is off", async () => {
    const { shell, store } = startWith({}, false);
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    expect(shell.copyAs).not.toHaveBeenCalled();
  });

  test("not of a picture without text", async () => {
    const { shell, store } = startWith({ text: vi.fn(async () => textView(" \n")) }, true);
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(1, read(0)));
    await flushPromises();
    expect(shell.copyAs).not.toHaveBeenCalled();
  });

  test("once, not again in another line mode", async () => {
    const { shell, store } = startWith({}, true);
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    const one = { ...settings, copyAtOnce: true, lines: "one" } as const;
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "settings", settings: one } });
    await flushPromises();
    expect(shell.copyAs).toHaveBeenCalledOnce();
  });

  test("not later, when the person returns to the picture", async () => {
    const { shell, store } = startWith({}, true);
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(2, waiting));
    store.dispatch({ kind: "pictureSelected", id: 2 });
    store.dispatch(jobEvent(1, read(1)));
    await flushPromises();
    store.dispatch({ kind: "pictureSelected", id: 1 });
    await flushPromises();
    expect(shell.text).toHaveBeenCalledWith(1, "keep");
    expect(shell.copyAs).not.toHaveBeenCalled();
  });
});
