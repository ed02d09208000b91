// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { SAVE_FORMATS } from "./messages/labels";
import { ready, refuses, session, store } from "./testing/actionsOnShell";
import {
  editedView,
  failed,
  jobEvent,
  read,
  readCodes,
  textLoaded,
  textView,
} from "./testing/fixtures";

describe("edits", () => {
  test("reach the shell before anything that needs the text", async () => {
    const order: string[] = [];
    const edit = vi.fn(async (_id: number, _mode: string, text: string) => {
      order.push(`edit ${text}`);
      return editedView(text);
    });
    const note = (name: string) => vi.fn(async () => void order.push(name) as never);
    const { actions } = ready({ edit, copyAs: note("copy"), save: note("save") });
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch(textLoaded(1, 1, "as read"));
    actions.edit(1, "keep", "corrected");
    actions.edit(1, "keep", "corrected!", true);
    await actions.copyText();
    actions.edit(1, "keep", "corrected?", true);
    await actions.save("text");
    expect(order).toEqual(["edit corrected", "edit corrected!", "copy", "edit corrected?", "save"]);
  });

  test.each([
    ["undo", "undo"],
    ["redo", "redo"],
    ["restoreText", "restore"],
  ] as const)("%s replaces the text by what the shell has", async (action, to) => {
    const { shell, actions } = ready({ step: vi.fn(async () => textView("as it was")) });
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch(textLoaded(1, 1, "as read"));
    await actions[action]();
    expect(shell.step).toHaveBeenCalledExactlyOnceWith(1, "keep", to);
    expect(session().items[0]?.texts.keep?.current).toBe("as it was");
  });

  test("typed while Undo is on its way are not overwritten", async () => {
    let answer: (view: ReturnType<typeof textView>) => void = () => undefined;
    const slow = vi.fn(() => new Promise<ReturnType<typeof textView>>((done) => (answer = done)));
    const { shell, actions } = ready({ step: slow });
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch(textLoaded(1, 1, "as read"));
    const undone = actions.undo();
    await vi.waitFor(() => expect(slow).toHaveBeenCalled());
    actions.edit(1, "keep", "as reads");
    answer(textView("as it was"));
    await undone;
    await vi.waitFor(() => expect(shell.edit).toHaveBeenCalledWith(1, "keep", "as reads", false));
    expect(session().items[0]?.texts.keep?.current).toBe("as reads");
  });
});

describe("finding", () => {
  const texts: Record<number, string> = { 1: "tea and Tea", 2: "coffee", 3: "tea" };
  const text = vi.fn(async (id: number) => textView(texts[id] ?? ""));

  function search(change: object) {
    const all = ready({ text });
    for (const id of [1, 2, 3]) store.dispatch(jobEvent(id, read(1)));
    store.dispatch({ kind: "pictureSelected", id: 1 });
    all.actions.openFind(true);
    all.actions.changeFind({ query: "tea", replacement: "cup", ...change });
    return all;
  }

  test("replaces in the picture that is shown", async () => {
    const { shell, actions } = search({});
    await actions.replaceAll();
    expect(vi.mocked(shell.edit).mock.calls).toEqual([[1, "keep", "cup and cup", false]]);
    expect(session().outcome).toEqual({ kind: "replaced", count: 2, pictures: 1 });
    expect(session().items[0]?.texts.keep?.current).toBe("cup and cup");
  });

  test("says no longer that it has replaced once that is undone", async () => {
    const { actions } = search({});
    await actions.replaceAll();
    expect(session().outcome).toMatchObject({ kind: "replaced" });
    await actions.undo();
    expect(session().outcome).toBeNull();
    await actions.replaceAll();
    actions.edit(1, "keep", "typed");
    expect(session().outcome).toBeNull();
  });

  test("replaces in all pictures, and changes none without a match", async () => {
    const { shell, actions } = search({ everywhere: true, matchCase: true });
    await actions.replaceAll();
    expect(vi.mocked(shell.edit).mock.calls.map(([id]) => id)).toEqual([1, 3]);
    expect(session().outcome).toEqual({ kind: "replaced", count: 2, pictures: 2 });
  });

  test("replaced in several pictures is undone and done again at once", async () => {
    const { shell, actions } = search({ everywhere: true });
    await actions.replaceAll();
    await actions.undo();
    const steps = () => vi.mocked(shell.step).mock.calls.map(([id, , step]) => [id, step]);
    expect(steps()).toEqual([
      [1, "undo"],
      [3, "undo"],
    ]);
    expect(session().outcome).toEqual({ kind: "picturesChanged", pictures: 2 });
    await actions.redo();
    expect(steps().slice(2)).toEqual([
      [1, "redo"],
      [3, "redo"],
    ]);
    // The step before it belongs to one picture.
    await actions.undo();
    await actions.undo();
    expect(steps().slice(4)).toEqual([
      [1, "undo"],
      [3, "undo"],
      [1, "undo"],
    ]);
  });

  test("replaced in several pictures stays in those that were edited since", async () => {
    const { shell, actions } = search({ everywhere: true });
    await actions.replaceAll();
    actions.edit(3, "keep", "typed");
    await actions.undo();
    expect(vi.mocked(shell.step).mock.calls).toEqual([[1, "keep", "undo"]]);
  });

  test("counts in all pictures", async () => {
    const { actions } = search({ everywhere: true });
    await vi.waitFor(() => expect(session().find?.total).toBe(3));
    actions.changeFind({ at: 1 });
    expect(session().find?.total).toBe(3);
    actions.changeFind({ query: "te" });
    expect(session().find?.total).toBeNull();
    actions.changeFind({ query: "coffee" });
    await vi.waitFor(() => expect(session().find?.total).toBe(1));
  });

  test("is forgotten with the last picture", () => {
    search({});
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [1, 2] } });
    expect(session().find?.query).toBe("tea");
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [3] } });
    expect(session().find).toBeNull();
  });

  test("goes on in the next picture that has a match", async () => {
    const { actions } = search({ everywhere: true });
    await actions.findInNextPicture(1);
    expect(session().selectedId).toBe(3);
    expect(session().find?.at).toBe(0);
    await actions.findInNextPicture(-1);
    expect(session().selectedId).toBe(1);
    expect(session().find?.at).toBe(1);
  });
});

describe("copying", () => {
  test("is done by the shell, which has the edits", async () => {
    const { shell, actions } = ready();
    store.dispatch(jobEvent(1, read(1)));
    await actions.copyText();
    expect(shell.copyAs).toHaveBeenCalledWith([1], "text");
    await actions.copyFormat("table");
    expect(shell.copyAs).toHaveBeenLastCalledWith([1], "table");
    expect(session().outcome).toMatchObject({ kind: "copied", characters: 11 });
  });

  test("of all texts skips pictures without text", async () => {
    const { shell, actions } = ready();
    for (const [id, state] of [read(1), read(0), failed, read(1)].entries()) {
      store.dispatch(jobEvent(id + 1, state));
    }
    await actions.copyAll();
    expect(shell.copyAs).toHaveBeenCalledWith([1, 4], "text");
  });

  test("of all texts has pictures with codes alone", async () => {
    const { shell, actions } = ready();
    store.dispatch(jobEvent(1, readCodes(196)));
    store.dispatch(jobEvent(2, read(0)));
    await actions.copyAll();
    expect(shell.copyAs).toHaveBeenCalledWith([1], "text");
    store.dispatch({ kind: "pictureSelected", id: 1 });
    store.dispatch({
      kind: "textLoaded",
      id: 1,
      revision: 1,
      edition: 0,
      mode: "keep",
      view: { ...textView(""), codes: [{ kind: "qr", text: "a" }] },
    });
    await actions.save("text");
    expect(shell.save).toHaveBeenCalledWith(1, "text", "Text");
  });

  test("reports when the clipboard fails", async () => {
    const { actions } = ready({ copy: refuses({ kind: "clipboard", reason: "empty" }) });
    expect(await actions.copy("")).toBe(false);
    const error = { kind: "clipboard", reason: "empty" };
    expect(session().outcome).toEqual({ kind: "failed", error });
  });
});

describe("saving", () => {
  test("saves the picture that is shown", async () => {
    const { shell, actions } = ready();
    store.dispatch(jobEvent(1, read(1)));
    await actions.save("text");
    expect(shell.save).toHaveBeenCalledWith(1, "text", "Text");
    expect(session().outcome).toEqual({
      kind: "saved",
      name: "text.txt",
      place: "Documents",
      folder: false,
      pictures: 1,
      withoutText: 0,
    });
  });

  test("writes no empty file", async () => {
    const { shell, actions } = ready({ text: vi.fn(async () => textView("\n")) });
    store.dispatch(jobEvent(1, read(0)));
    await actions.save("text");
    await actions.saveAll();
    expect(shell.save).not.toHaveBeenCalled();
    expect(shell.saveAll).not.toHaveBeenCalled();
    expect(session().outcome).toEqual({ kind: "nothingToSave" });
  });

  test("saves all pictures in one file", async () => {
    const { shell, actions } = ready();
    await actions.saveAllAsPdf();
    expect(session().outcome).toEqual({ kind: "nothingToSave" });
    store.dispatch(jobEvent(1, read(1)));
    await actions.saveAllAsPdf();
    expect(shell.saveAllAsPdf).toHaveBeenCalledExactlyOnceWith(SAVE_FORMATS.pdf);
    expect(session().outcome).toMatchObject({ kind: "saved", name: "texts.pdf", folder: false });
  });

  test("reports nothing when the dialog was closed", async () => {
    const { actions } = ready({ save: vi.fn(async () => null) });
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch({ kind: "outcomeReported", outcome: null });
    await actions.save("text");
    expect(session().outcome).toBeNull();
  });

  test("reports why a file could not be written", async () => {
    const { actions } = ready({ save: refuses({ kind: "save", reason: "full", name: "t.txt" }) });
    store.dispatch(jobEvent(1, read(1)));
    await actions.save("text");
    const error = { kind: "save", reason: "full", name: "t.txt" };
    expect(session().outcome).toEqual({ kind: "failed", error });
  });
});
