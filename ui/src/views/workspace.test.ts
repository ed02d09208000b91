import { describe, expect, test, vi } from "vitest";
import {
  cancelled,
  editedView,
  failed,
  jobEvent,
  read,
  readCodes,
  reading,
  start,
  textView,
  waiting,
} from "../testing/fixtures";
import {
  currentScreen,
  eventually,
  find,
  query,
  queryAll,
  renderPage,
  textOf,
} from "../testing/renderedPage";

test("nothing can be done before the shell has answered", () => {
  expect(renderPage().starting).toBe("starting");
});

test("a failed start is shown", () => {
  const { store } = renderPage();
  store.dispatch({ kind: "startFailed", error: { kind: "internal" } });
  expect(currentScreen()).toBe("broken");
  expect(textOf("[role=alert]")).toMatch(/went wrong/);
});

describe("the empty workspace", () => {
  test("offers Open and Paste", async () => {
    const { shell } = renderPage();
    expect(await find("#drop-zone")).toBeTruthy();
    (await find("#open")).click();
    (await find("#paste")).click();
    expect(shell.open).toHaveBeenCalledOnce();
    expect(shell.addClipboard).toHaveBeenCalledOnce();
  });

  test("shows that files are dragged over it", async () => {
    const { store } = renderPage();
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "dragging", over: true } });
    expect((await find("#drop-zone")).hasAttribute("data-over")).toBe(true);
  });

  test("announces a minor change of the policy until it is acknowledged", async () => {
    const { shell } = renderPage({}, start({ consent: { kind: "given", notice: 2 } }));
    (await find("#acknowledge")).click();
    await eventually(() => expect(query("#policy-notice")).toBeNull());
    expect(shell.acknowledge).toHaveBeenCalledWith(2);
  });
});

describe("one picture", () => {
  test("that is being read can be cancelled", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, reading));
    (await find(".pane .cancel")).click();
    expect(shell.cancel).toHaveBeenCalledWith(1);
  });

  test("that could not be read shows why", async () => {
    const { store } = renderPage();
    store.dispatch(jobEvent(1, failed));
    await find("#failure");
    expect(textOf("#failure")).toMatch(/damaged/);
  });

  test("whose reading broke off can be read again", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, failed));
    await find("#failure");
    expect(query("#read-again")).toBeNull();
    store.dispatch(jobEvent(1, { kind: "failed", error: { kind: "crashed" } }));
    (await find("#read-again")).click();
    await eventually(() => expect(shell.rotate).toHaveBeenCalledWith(1, 0, 1));
  });

  test("that needs a password asks for it", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, { kind: "failed", error: { kind: "passwordNeeded" } }));
    const field = await find<HTMLInputElement>("#password");
    expect(textOf("#failure")).toMatch(/password/);
    (await find("#unlock")).click();
    expect(shell.unlock).not.toHaveBeenCalled();
    field.value = "sesame";
    (await find("#unlock")).click();
    expect(shell.unlock).toHaveBeenCalledWith(1, "sesame");
    expect(field.value).toBe("");
    store.dispatch(jobEvent(1, { kind: "failed", error: { kind: "wrongPassword" } }));
    await eventually(() => expect(textOf("#failure")).toMatch(/not correct/));
  });

  test("that was cancelled can be read again or removed", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, cancelled));
    const [again, remove] = queryAll<HTMLElement>(".notice-card button");
    again?.click();
    await eventually(() => expect(shell.rotate).toHaveBeenCalledWith(1, 0, 1));
    remove?.click();
    await eventually(() => expect(shell.remove).toHaveBeenCalledWith(1));
  });

  test("of several that were cancelled all are read again at once", async () => {
    const { shell, store } = renderPage();
    for (const [id, state] of [cancelled, read(1), cancelled].entries()) {
      store.dispatch(jobEvent(id + 1, state));
    }
    store.dispatch({ kind: "pictureSelected", id: 1 });
    (await find("#read-all-again")).click();
    await eventually(() => expect(shell.rotate).toHaveBeenCalledTimes(2));
    expect(vi.mocked(shell.rotate).mock.calls.map(([id]) => id)).toEqual([1, 3]);
  });

  test("with codes alone can be copied and saved", async () => {
    const { store } = renderPage();
    store.dispatch(jobEvent(1, readCodes(2)));
    for (const id of ["copy", "save", "copy-as"]) {
      expect((await find<HTMLButtonElement>(`#${id}`)).disabled).toBe(false);
    }
  });

  test("without text cannot be copied or saved", async () => {
    const { store } = renderPage();
    store.dispatch(jobEvent(1, read(0)));
    await find("#no-text");
    expect((await find<HTMLButtonElement>("#copy")).disabled).toBe(true);
    expect((await find<HTMLButtonElement>("#save")).disabled).toBe(true);
    expect(query("#text")).toBeNull();
  });

  test("can be rotated and zoomed, and its pages changed", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, read(1, 1)));
    (await find("#rotate-left")).click();
    (await find("#rotate-right")).click();
    await eventually(() => expect(shell.rotate).toHaveBeenCalledWith(1, 1, 1));
    expect(shell.rotate).toHaveBeenCalledWith(1, -1, 1);
    expect((await find<HTMLButtonElement>("#previous-page")).disabled).toBe(true);
    (await find("#next-page")).click();
    await eventually(() => expect(textOf("#pages")).toBe("2 / 2"));
    await eventually(() => expect(shell.preview).toHaveBeenCalledWith(1, 2));
    (await find("#zoom-in")).click();
    await eventually(() => expect(textOf("#zoom-actual")).not.toBe("100%"));
    (await find("#zoom-actual")).click();
    await eventually(() => expect(textOf("#zoom-actual")).toBe("100%"));
  });

  test("shows which pages are missing and why", async () => {
    const { store } = renderPage();
    const state = { ...read(1), stopped: { kind: "damaged", format: "TIFF" } } as const;
    store.dispatch(jobEvent(1, state as ReturnType<typeof read>));
    await find("#missing-pages");
    expect(textOf("#missing-pages")).toMatch(/after page 1 are missing.*TIFF/s);
  });
});

describe("several pictures", () => {
  test("are listed with their names and states, whatever the names contain", async () => {
    const { store } = renderPage();
    const name = "<img src=x onerror=alert(1)>";
    store.dispatch({
      kind: "shellEvent",
      shellEvent: { kind: "job", job: { id: 1, name, state: read(3) } },
    });
    store.dispatch(jobEvent(2, failed));
    store.dispatch(jobEvent(3, waiting));
    store.dispatch(jobEvent(4, { kind: "failed", error: { kind: "passwordNeeded" } }));
    const entries = Array.from(queryAll<HTMLElement>("#queue li"));
    expect(entries.map(({ dataset }) => [dataset.job, dataset.state])).toEqual([
      ["1", "read"],
      ["2", "failed"],
      ["3", "waiting"],
      ["4", "locked"],
    ]);
    expect(entries[0]?.textContent).toContain(name);
    expect(query("img")).toBeNull();
  });

  test("are marked in the list where their text was corrected", async () => {
    const { store } = renderPage();
    for (const id of [1, 2]) store.dispatch(jobEvent(id, read(1)));
    const marked = () => queryAll("#queue li:has(.entry-edited)").map(({ dataset }) => dataset.job);
    expect(marked()).toEqual([]);
    const replaced = { kind: "textReplaced", mode: "keep" } as const;
    store.dispatch({ ...replaced, id: 2, view: editedView("Hello") });
    expect(marked()).toEqual(["2"]);
    expect(textOf("#queue .entry-edited")).toBe("Edited");
    store.dispatch({ ...replaced, id: 2, view: textView("Hallo") });
    expect(marked()).toEqual([]);
  });

  test("can be selected, cancelled, removed, copied, saved and cleared", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, read(1)));
    store.dispatch(jobEvent(2, waiting));
    (await find('[data-job="1"] .entry')).click();
    expect(store.view).toMatchObject({ session: { selectedId: 1 } });
    (await find('[data-job="2"] .cancel')).click();
    expect(shell.cancel).toHaveBeenCalledWith(2);
    (await find('[data-job="1"] .remove')).click();
    await eventually(() => expect(shell.remove).toHaveBeenCalledWith(1));
    (await find("#cancel-all")).click();
    expect(shell.cancelAll).toHaveBeenCalledOnce();
    (await find("#copy-all")).click();
    await eventually(() => expect(shell.copyAs).toHaveBeenCalledWith([1], "text"));
    (await find("#save-all")).click();
    await eventually(() => expect(shell.saveAll).toHaveBeenCalledOnce());
    (await find("#save-all-pdf")).click();
    await eventually(() => expect(shell.saveAllAsPdf).toHaveBeenCalledOnce());
    (await find("#clear")).click();
    await eventually(() => expect(shell.clear).toHaveBeenCalledOnce());
  });

  test("are selected with arrow keys; Tab stops at one of them", async () => {
    const { store } = renderPage();
    for (const id of [1, 2, 3]) store.dispatch(jobEvent(id, read(1)));
    const tabbable = () => queryAll("#queue button").filter(({ tabIndex }) => tabIndex === 0);
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    query('[data-job="3"] .entry')?.focus();
    press("ArrowUp");
    expect(document.activeElement).toBe(query('[data-job="2"] .entry'));
    expect(store.view).toMatchObject({ session: { selectedId: 2 } });
    expect(tabbable()).toHaveLength(2);
    expect(tabbable().every((button) => button.closest('[data-job="2"]'))).toBe(true);
    press("ArrowDown");
    press("ArrowDown");
    expect(document.activeElement).toBe(query('[data-job="3"] .entry'));
  });

  test("pixels that arrive too late are overwritten, not painted", async () => {
    const data = new Uint8ClampedArray([7, 7, 7, 7]);
    let come = () => {};
    const preview = vi.fn(
      () =>
        new Promise<{ width: number; height: number; data: typeof data }>((done) => {
          come = () => done({ width: 1, height: 1, data });
        }),
    );
    const { store } = renderPage({ preview });
    store.dispatch(jobEvent(1, read(1)));
    await eventually(() => expect(preview).toHaveBeenCalled());
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [1] } });
    come();
    await eventually(() => expect([...data]).toEqual([0, 0, 0, 0]));
  });

  test("all refused files are listed", async () => {
    const { store } = renderPage();
    const refused = Array.from({ length: 7 }, (_, index) => ({
      name: `${index}.djvu`,
      error: { kind: "unsupported", format: "DjVu" } as const,
    }));
    const outcome = { added: 0, refused, emptyReason: null, skipped: 0 };
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "intake", outcome } });
    expect(queryAll("#refusals li")).toHaveLength(7);
    expect(textOf("#refusals li:last-child")).toMatch(/6\.djvu.*DjVu files cannot be read/);
    query("#refusals button")?.click();
    expect(query("#refusals")).toBeNull();
  });
});
