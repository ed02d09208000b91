import { describe, expect, test, vi } from "vitest";
import { failed, jobEvent, page, read, textView } from "../testing/fixtures";
import { eventually, find, query, queryAll, renderPage, textOf } from "../testing/renderedPage";

describe("an area of the picture", () => {
  test("is left out of the text, of one picture or of all of its size", async () => {
    const view = page("Hello big wide world", "once again it goes on");
    const { shell, store } = renderPage({ page: async () => view });
    for (const id of [1, 2]) store.dispatch(jobEvent(id, read(2)));
    store.dispatch(jobEvent(3, failed));
    store.dispatch({ kind: "pictureSelected", id: 1 });
    const loadPage = (edition: number) =>
      store.dispatch({ kind: "pageLoaded", id: 1, revision: 1, edition, page: 1, view });
    loadPage(0);
    await find(".word");
    const ignore = async (item: number) => {
      (await find("#select-area")).click();
      const button = await find<HTMLButtonElement>("#ignore-area");
      await eventually(() => expect(button.disabled).toBe(false));
      button.click();
      queryAll("[role=menuitem]")[item]?.click();
      await eventually(() => expect(query("#area")).toBeNull());
    };
    await ignore(0);
    expect(shell.ignoreAreaFromNowOn).not.toHaveBeenCalled();
    const area = { left: 100, top: 25, width: 200, height: 50 };
    await eventually(() =>
      expect(vi.mocked(shell.ignoreArea).mock.calls).toEqual([[1, "keep", 1, area]]),
    );
    await eventually(() => expect(textOf("#status")).toMatch(/Left out of 1 picture/));
    vi.mocked(shell.ignoreArea).mockClear();
    loadPage(1);
    await ignore(1);
    await eventually(() => expect(textOf("#status")).toMatch(/Left out of 2 pictures/));
    expect(vi.mocked(shell.ignoreArea).mock.calls.map(([id]) => id)).toEqual([1, 2]);
    expect(vi.mocked(shell.ignoreAreaFromNowOn).mock.calls).toEqual([[1, 1, area]]);
  });

  test("with nothing of the text in it is not said to be left out", async () => {
    const view = page("Hello big wide world", "once again it goes on");
    const { shell, store, actions } = renderPage({
      ignoreArea: async () => textView("Hello world"),
    });
    store.dispatch(jobEvent(1, read(2)));
    const [item] = store.view.kind === "ready" ? store.view.session.items : [];
    const area = { left: 0, top: 0, width: view.width, height: 1 };
    if (item) await actions.ignoreArea(1, area, { items: [item], later: false });
    expect(shell.text).toHaveBeenCalledWith(1, "keep");
    await eventually(() => expect(textOf("#status")).toBe("There is no text in this area."));
  });

  test("that is left out of new pictures is named until it is stopped", async () => {
    const { shell, store } = renderPage();
    store.dispatch(jobEvent(1, read(2)));
    await find("#text");
    expect(query("#ignored-areas")).toBeNull();
    const leftOut = (count: number) =>
      store.dispatch({ kind: "shellEvent", shellEvent: { kind: "ignoredAreas", count } });
    leftOut(2);
    await eventually(() =>
      expect(textOf("#ignored-areas")).toMatch(/2 areas are left out of new pictures/),
    );
    (await find("#stop-ignoring")).click();
    expect(shell.stopIgnoringAreas).toHaveBeenCalledOnce();
    leftOut(0);
    await eventually(() => expect(query("#ignored-areas")).toBeNull());
  });

  test("is selected, moved, copied and cleared on the keyboard", async () => {
    const view = page("Hello big wide world", "once again it goes on");
    const { shell, store } = renderPage({ page: async () => view });
    store.dispatch(jobEvent(1, read(2)));
    store.dispatch({ kind: "pageLoaded", id: 1, revision: 1, edition: 0, page: 1, view });
    const tool = await find("#select-area");
    tool.click();
    const frame = await find("#area");
    await eventually(() => expect(document.activeElement).toBe(frame));
    await eventually(() => expect(textOf(".copy-area")).toBe("Copy 1 line"));
    const press = (key: string, more: KeyboardEventInit = {}) =>
      frame.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
    press("Enter");
    expect(shell.copy).toHaveBeenLastCalledWith("it goes on");
    for (let step = 0; step < 20; step += 1) press("ArrowUp");
    await eventually(() => expect(textOf(".copy-area")).toBe("Copy 2 lines"));
    for (let step = 0; step < 60; step += 1) press("ArrowLeft", { shiftKey: true });
    await eventually(() => expect(textOf("#status")).toBe("There is no text in this area."));
    tool.click();
    await eventually(() => expect(query("#area")).toBeNull());
  });
});
