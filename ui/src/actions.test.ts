// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import { ready, refuses, session, store } from "./testing/actionsOnShell";
import { editedView, jobEvent, read, reading, start, textLoaded } from "./testing/fixtures";

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

  test("rotating one of several pages asks only when that page was edited", async () => {
    const view = (text: string) => ({ ...editedView(text), editedPages: [2] });
    const edit = vi.fn(async (_id: number, _mode: string, text: string) => view(text));
    const { shell, actions } = ready({ edit });
    store.dispatch(jobEvent(1, read(1, 1)));
    store.dispatch(textLoaded(1, 1, "as read"));
    actions.edit(1, "keep", "corrected");
    await actions.rotate(1);
    expect(shell.rotate).toHaveBeenCalledExactlyOnceWith(1, 1, 1);
    store.dispatch(jobEvent(1, reading));
    store.dispatch(jobEvent(1, read(1, 1)));
    store.dispatch({ kind: "textEdited", id: 1, mode: "keep", text: "corrected" });
    store.dispatch({ kind: "editAnswered", id: 1, mode: "keep", view: view("corrected") });
    actions.changePage(1);
    await actions.rotate(1);
    expect(shell.rotate).toHaveBeenCalledOnce();
    expect(session().confirmation).toEqual({ kind: "rotate", id: 1, quarters: 1, page: 2 });
  });

  test("closing is confirmed to the shell", async () => {
    const { shell, actions } = ready();
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "closeRequested", unkept: [1] } });
    await actions.confirm();
    expect(shell.close).toHaveBeenCalledOnce();
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

  test("change one after the other, so that none is lost", async () => {
    const { shell, actions } = ready({
      setSettings: vi.fn((settings) => Promise.resolve(settings)),
    });
    await Promise.all([actions.changeTextSize("larger"), actions.changeTextSize("larger")]);
    expect(shell.setSettings).toHaveBeenLastCalledWith({ ...start().settings, textSize: 125 });
    expect(session().start.settings.textSize).toBe(125);
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
