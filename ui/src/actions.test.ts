// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { createActions } from "./actions";
import type { Shell } from "./ipc";
import { createStore, type Store } from "./store";
import {
  editedView,
  failed,
  fakeShell,
  jobEvent,
  read,
  reading,
  start,
  textLoaded,
  textView,
} from "./testing/fixtures";

let store: Store;

function ready(change: Partial<Shell> = {}) {
  const shell = fakeShell(change);
  store = createStore();
  store.dispatch({ kind: "started", start: start() });
  return { shell, actions: createActions(shell, store) };
}

function session() {
  if (store.view.kind !== "ready") throw new Error(`no session, but ${store.view.kind}`);
  return store.view.session;
}

const refuses = (error: object) => vi.fn(() => Promise.reject(error));

describe("consent", () => {
  test("is given to the newest version, with the ticked age", async () => {
    const { shell, actions } = ready();
    const missing = start({ consent: { kind: "missing" } });
    store.dispatch({ kind: "started", start: missing });
    store.dispatch({ kind: "boxTicked", box: "adult", on: true });
    await actions.agree();
    expect(shell.agree).toHaveBeenCalledWith(2, true);
    expect(store.view.kind).toBe("ready");
  });

  test("that the shell refuses keeps the screen, and reports why", async () => {
    const { actions } = ready({ agree: refuses({ kind: "notAdult" }) });
    store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
    await actions.agree();
    expect(store.view).toMatchObject({
      kind: "consent",
      outcome: { kind: "failed", error: { kind: "notAdult" } },
    });
  });

  test("is withdrawn together with the open pictures", async () => {
    const { actions } = ready();
    store.dispatch(jobEvent(1, read(1)));
    await actions.withdraw();
    expect(store.view.kind).toBe("consent");
    expect(JSON.stringify(store.view)).not.toContain("picture 1");
  });

  test("that could not be withdrawn is reported", async () => {
    const error = { kind: "storage", reason: "denied", path: "/consent.json" };
    const { actions } = ready({ withdraw: refuses(error) });
    await actions.withdraw();
    expect(session().outcome).toEqual({ kind: "failed", error });
  });
});

describe("added files", () => {
  const file = (name: string, content = "pixels") => new File([content], name);

  test("are sent with their names, and overwritten afterwards", async () => {
    const seen: { name: string; bytes: Uint8Array; first: number | undefined }[] = [];
    const addBytes = vi.fn(async (bytes: Uint8Array, name: string) => {
      seen.push({ name, bytes, first: bytes[0] });
      return { added: 1, refused: [], emptyReason: null, skipped: 0 };
    });
    const { actions } = ready({ addBytes });
    await actions.addFiles([file("a.png"), file("b.png")]);
    expect(seen.map(({ name, first }) => [name, first])).toEqual([
      ["a.png", 112],
      ["b.png", 112],
    ]);
    for (const { bytes } of seen) expect(bytes.every((byte) => byte === 0)).toBe(true);
    expect(session().outcome).toEqual({ kind: "added", added: 2, refused: 0, skipped: 0 });
  });

  test("are overwritten when the shell refuses them", async () => {
    let kept: Uint8Array = new Uint8Array();
    const addBytes = vi.fn((bytes: Uint8Array) => {
      kept = new Uint8Array(bytes.buffer);
      return Promise.reject({ kind: "internal" });
    });
    const { actions } = ready({ addBytes });
    await actions.addFiles([file("a.png")]);
    expect(kept).toHaveLength(6);
    expect(kept.every((byte) => byte === 0)).toBe(true);
    expect(session().outcome).toEqual({ kind: "failed", error: { kind: "internal" } });
  });

  test("are reported together", async () => {
    const addBytes = vi.fn(async (_: Uint8Array, name: string) => ({
      added: 0,
      refused: [{ name, error: { kind: "empty" as const } }],
      emptyReason: null,
      skipped: 0,
    }));
    const { actions } = ready({ addBytes });
    await actions.addFiles([file("a.png"), file("b.png")]);
    expect(session().refused).toHaveLength(2);
    expect(session().outcome).toEqual({ kind: "added", added: 0, refused: 2, skipped: 0 });
  });

  test("that cannot be read do not stop the others", async () => {
    const folder = file("album");
    folder.arrayBuffer = () => Promise.reject(new Error("a folder"));
    const { actions } = ready();
    await actions.addFiles([folder, file("b.png")]);
    expect(session().outcome).toEqual({ kind: "added", added: 1, refused: 1, skipped: 0 });
    expect(session().refused[0]?.name).toBe("album");
  });
});

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
    await actions.save();
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

  const unkept = { unkept: vi.fn(async () => [1]) };

  test.each(["clear", "remove"] as const)("that would be lost: %s asks first", async (command) => {
    const { shell, actions } = ready(unkept);
    store.dispatch(jobEvent(1, read(1)));
    const run = () => (command === "clear" ? actions.clear() : actions.remove(1));
    await run();
    expect(shell[command]).not.toHaveBeenCalled();
    expect(session().confirmation?.kind).toBe(command);
    actions.dismissConfirmation();
    expect(session().confirmation).toBeNull();
    await run();
    await actions.confirm();
    expect(shell[command]).toHaveBeenCalledOnce();
    expect(session().confirmation).toBeNull();
  });

  test("of another picture are no reason to ask before one is removed", async () => {
    const { shell, actions } = ready(unkept);
    for (const id of [1, 2]) store.dispatch(jobEvent(id, read(1)));
    await actions.remove(2);
    expect(shell.remove).toHaveBeenCalledWith(2);
  });

  test("rotating asks when the text was edited", async () => {
    const { shell, actions } = ready();
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch(textLoaded(1, 1, "as read"));
    actions.edit(1, "keep", "corrected");
    await actions.rotate(1);
    expect(shell.rotate).not.toHaveBeenCalled();
    await actions.confirm();
    expect(shell.rotate).toHaveBeenCalledWith(1, 1, 1);
  });

  test("closing is confirmed to the shell", async () => {
    const { shell, actions } = ready();
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "closeRequested" } });
    await actions.confirm();
    expect(shell.close).toHaveBeenCalledOnce();
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

  test("replaces in all pictures, and changes none without a match", async () => {
    const { shell, actions } = search({ everywhere: true, matchCase: true });
    await actions.replaceAll();
    expect(vi.mocked(shell.edit).mock.calls.map(([id]) => id)).toEqual([1, 3]);
    expect(session().outcome).toEqual({ kind: "replaced", count: 2, pictures: 2 });
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
    await actions.save();
    expect(shell.save).toHaveBeenCalledWith(1);
    expect(session().outcome).toEqual({
      kind: "saved",
      name: "text.txt",
      place: "Documents",
      folder: false,
    });
  });

  test("writes no empty file", async () => {
    const { shell, actions } = ready({ text: vi.fn(async () => textView("\n")) });
    store.dispatch(jobEvent(1, read(0)));
    await actions.save();
    await actions.saveAll();
    expect(shell.save).not.toHaveBeenCalled();
    expect(shell.saveAll).not.toHaveBeenCalled();
    expect(session().outcome).toEqual({ kind: "nothingToSave" });
  });

  test("reports nothing when the dialog was closed", async () => {
    const { actions } = ready({ save: vi.fn(async () => null) });
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch({ kind: "outcomeReported", outcome: null });
    await actions.save();
    expect(session().outcome).toBeNull();
  });

  test("reports why a file could not be written", async () => {
    const { actions } = ready({ save: refuses({ kind: "save", reason: "full", name: "t.txt" }) });
    store.dispatch(jobEvent(1, read(1)));
    await actions.save();
    const error = { kind: "save", reason: "full", name: "t.txt" };
    expect(session().outcome).toEqual({ kind: "failed", error });
  });
});

describe("the queue", () => {
  test("stops at its first and last picture", () => {
    const { actions } = ready();
    for (const id of [1, 2]) store.dispatch(jobEvent(id, read(1)));
    actions.selectNext(1);
    expect(session().selectedId).toBe(2);
    actions.selectNext(-1);
    actions.selectNext(-1);
    expect(session().selectedId).toBe(1);
  });

  test("stops at the first and last page", () => {
    const { actions } = ready();
    actions.changePage(1);
    store.dispatch(jobEvent(1, read(1, 1)));
    actions.changePage(1);
    actions.changePage(1);
    expect(session().page).toBe(2);
    actions.changePage(-1);
    actions.changePage(-1);
    expect(session().page).toBe(1);
  });

  test("Esc cancels the selected picture, else dismisses refused files", () => {
    const { shell, actions } = ready();
    store.dispatch(jobEvent(1, reading));
    actions.cancelOrDismiss();
    expect(shell.cancel).toHaveBeenCalledWith(1);
    store.dispatch(jobEvent(1, read(1)));
    actions.cancelOrDismiss();
    expect(shell.cancel).toHaveBeenCalledOnce();
  });

  test("a picture that is being read is not rotated", async () => {
    const { shell, actions } = ready();
    store.dispatch(jobEvent(1, reading));
    await actions.rotate(1);
    expect(shell.rotate).not.toHaveBeenCalled();
    store.dispatch(jobEvent(1, read(1)));
    await actions.rotate(1);
    expect(shell.rotate).toHaveBeenCalledWith(1, 1, 1);
  });

  test("Clear also drops the names of refused files", async () => {
    const { actions } = ready();
    const refused = [{ name: "secret.pdf", error: { kind: "notAPicture" as const } }];
    const outcome = { added: 0, refused, emptyReason: null, skipped: 0 };
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "intake", outcome } });
    await actions.clear();
    expect(session().refused).toEqual([]);
    expect(session().outcome).toEqual({ kind: "cleared" });
    expect(JSON.stringify(store.view)).not.toContain("secret");
  });

  test("a failed Clear is reported", async () => {
    const { actions } = ready({ clear: refuses({ kind: "internal" }) });
    await actions.clear();
    expect(session().outcome).toEqual({ kind: "failed", error: { kind: "internal" } });
  });
});

describe("settings and data", () => {
  test("one change keeps the other settings, and takes what the shell stored", async () => {
    const { shell, actions } = ready();
    await actions.setSettings({ theme: "dark" });
    expect(shell.setSettings).toHaveBeenCalledWith({ ...start().settings, theme: "dark" });
    expect(session().start.settings.theme).toBe("dark");
  });

  test("a setting that could not be saved does not change", async () => {
    const { actions } = ready({ setSettings: refuses({ kind: "internal" }) });
    await actions.setLines("one");
    expect(session().start.settings.lines).toBe("keep");
    expect(session().outcome).toEqual({ kind: "failed", error: { kind: "internal" } });
  });

  test("stored data is loaded when its panel opens", async () => {
    const { shell, actions } = ready();
    await actions.showPanel({ screen: "data", storedData: null, question: null });
    expect(shell.storedData).toHaveBeenCalledOnce();
    expect(session().panel).toMatchObject({ storedData: { counters: [{ pictures: 41 }] } });
  });
});
