import { describe, expect, test, vi } from "vitest";
import { jobEvent, page, read, start, textLoaded, textView } from "../testing/fixtures";
import { eventually, find, query, queryAll, renderPage, textOf } from "../testing/renderedPage";

describe("the text", () => {
  /** A word after a question mark has low confidence. */
  async function showText(marked = "one two\nthree") {
    const step = vi.fn(async () => textView(marked));
    const edit = vi.fn(async (_id: number, _mode: string, text: string) => answer(text));
    const rendered = renderPage({ step, edit });
    rendered.store.dispatch(jobEvent(1, read(2)));
    rendered.store.dispatch(textLoaded(1, 1, marked));
    const area = await find<HTMLTextAreaElement>("#text");
    await eventually(() => expect(area.value).toBe(marked.replaceAll("?", "")));
    return { ...rendered, area };
  }
  /** The shell knows the low-confidence words only while they are unchanged. */
  const answer = (text: string) => {
    const marked = text.replace(/\b(three|five)\b/g, "?$1");
    return { ...textView(marked), edited: true, canUndo: true };
  };
  const type = (area: HTMLTextAreaElement, text: string) => {
    area.value = text;
    area.dispatchEvent(new Event("input"));
  };

  test("that looks like markup is text", async () => {
    const { area } = await showText("<script>alert(1)</script> \u202Egnp");
    expect(area.value).toContain("<script>");
    expect(query("script")).toBeNull();
  });

  test("of a script that is not read is named as such", async () => {
    const rendered = renderPage({});
    const state = read(0);
    if (state.kind !== "read") throw new Error("it is not read");
    const pages = state.pages.map((it) => ({ ...it, unread: "arabic" as const }));
    rendered.store.dispatch(jobEvent(1, { ...state, pages }));
    await eventually(() => expect(textOf("#no-text")).toContain("looks like Arabic"));
  });

  test("can be edited, and restored", async () => {
    const { area } = await showText();
    type(area, "changed");
    (await find("#restore")).click();
    await eventually(() => expect(area.value).toBe("one two\nthree"));
  });

  test("is copied with its edits", async () => {
    const { shell, area } = await showText();
    type(area, "changed");
    (await find("#copy")).click();
    await eventually(() => expect(shell.copyAs).toHaveBeenCalledWith([1], "text"));
    expect(shell.edit).toHaveBeenCalledWith(1, "keep", "changed", false);
    await eventually(() => expect(textOf("#status")).toMatch(/copied/));
  });

  test("is copied line by line", async () => {
    const { shell, area } = await showText();
    area.setSelectionRange(9, 9);
    (await find("#copy-line")).click();
    await eventually(() => expect(shell.copy).toHaveBeenCalledWith("three"));
  });

  test("marks low-confidence words, and selects the next one", async () => {
    const { store, area } = await showText("one ?two\nthree");
    (await find("#next-low-confidence")).click();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("two");
    expect(textOf("text-editor mark")).toBe("two");
    const highlightedWord = { page: 1, line: 0, word: 1 };
    expect(store.view).toMatchObject({ session: { highlightedWord } });
  });

  test("highlights the word in the picture, also when the picture's words arrive later", async () => {
    const { store } = await showText("one ?two\nthree");
    (await find("#next-low-confidence")).click();
    expect(queryAll(".word")).toHaveLength(0);
    const view = page("one ?two", "three");
    store.dispatch({ kind: "pageLoaded", id: 1, revision: 1, edition: 0, page: 1, view });
    await eventually(() => expect(textOf(".word.highlighted")).toBe("two"));
  });

  test("keeps its marks through edits in several places, and gets them back", async () => {
    const { area } = await showText("?one two ?three\nfour ?five");
    const marks = () => queryAll("text-editor mark").map(({ textContent }) => textContent);
    await eventually(() => expect(marks()).toEqual(["one", "three", "five"]));
    type(area, "one two three\nand four five");
    type(area, "one, two three\nand four five");
    await eventually(() => expect(marks()).toEqual(["three", "five"]));
    expect(textOf("#next-low-confidence")).toBe("Check 2 uncertain words (F8)");
    type(area, "1");
    await eventually(() => expect(marks()).toEqual([]));
    expect(query("#next-low-confidence")).toBeNull();
    (await find("#restore")).click();
    await eventually(() => expect(marks()).toEqual(["one", "three", "five"]));
  });

  test("goes backwards through low-confidence words", async () => {
    const { area } = await showText("?one two ?three");
    const selected = () => area.value.slice(area.selectionStart, area.selectionEnd);
    const back = () =>
      document.querySelector<import("./textPane").TextPane>("text-pane")?.goToLowConfidenceWord(-1);
    back();
    expect(selected()).toBe("three");
    back();
    expect(selected()).toBe("one");
  });

  test("says how many words and lines it has", async () => {
    await showText("one two\n\nthree");
    await eventually(() => expect(textOf("#text-count")).toBe("3 words, 2 lines"));
  });

  test("has a mark where a page begins", async () => {
    await showText("one\n\ntwo\n\n?three");
    const marks = () => queryAll("text-editor .page-mark");
    await eventually(() =>
      expect(marks().map(({ dataset }) => dataset.page)).toEqual(["Page 2", "Page 3"]),
    );
    expect(marks()[0]?.previousSibling?.textContent).toBe("one\n\n");
    expect(textOf("text-editor .backdrop")).toBe("one\n\ntwo\n\nthree\u200b");
  });

  test("is searched, and what is found is marked and replaced", async () => {
    const { actions, area } = await showText("tea for two, Tea");
    actions.openFind(true);
    const field = await find<HTMLInputElement>("#find-query");
    field.value = "tea";
    field.dispatchEvent(new Event("input"));
    const marks = () => queryAll("text-editor mark.match").map(({ textContent }) => textContent);
    await eventually(() => expect(marks()).toEqual(["tea", "Tea"]));
    (await find("#find-next")).click();
    await eventually(() => expect(textOf("#find-count")).toBe("1 of 2"));
    expect(textOf("mark.shown")).toBe("tea");
    const replacement = await find<HTMLInputElement>("#find-replacement");
    replacement.value = "cup";
    replacement.dispatchEvent(new Event("input"));
    await eventually(() => expect(query<HTMLInputElement>("#find-replacement")?.value).toBe("cup"));
    (await find("#replace-one")).click();
    await eventually(() => expect(area.value).toBe("cup for two, Tea"));
    await eventually(() => expect(textOf("mark.shown")).toBe("Tea"));
    (await find("#find-close")).click();
    await eventually(() => expect(query(".find-bar")).toBeNull());
  });

  test("is searched for what was selected, until the person types over it", async () => {
    const { actions } = await showText("tea for two");
    actions.openFind(false);
    actions.changeFind({ query: "two" });
    const field = await find<HTMLInputElement>("#find-query");
    await eventually(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe("two");
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 3]);
  });

  test("is copied in other formats from a menu", async () => {
    const { shell } = await showText();
    (await find("#copy-as")).click();
    const item = document.querySelector<HTMLElement>("[role=menuitem]");
    expect(item?.textContent).toBe("Table for a spreadsheet");
    item?.click();
    await eventually(() => expect(shell.copyAs).toHaveBeenCalledWith([1], "table"));
  });

  test("is not given up without a question", async () => {
    const { store, shell } = await showText();
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "closeRequested" } });
    const no = await find("#confirm-no");
    await eventually(() => expect(document.activeElement).toBe(no));
    no.click();
    await eventually(() => expect(query("#confirm-no")).toBeNull());
    expect(shell.close).not.toHaveBeenCalled();
  });

  test("is kept when the system closes the question", async () => {
    const { store } = await showText();
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "closeRequested" } });
    (await find("dialog.confirm")).dispatchEvent(new Event("close"));
    await eventually(() => expect(query("confirm-dialog")).toBeNull());
  });

  test("is shown in another line mode as soon as it is chosen", async () => {
    const { shell } = await showText();
    const one = await find<HTMLInputElement>("#lines-one");
    one.checked = true;
    one.dispatchEvent(new Event("change"));
    await eventually(() =>
      expect(shell.setSettings).toHaveBeenCalledWith(expect.objectContaining({ lines: "one" })),
    );
  });

  test("of another picture gets its own text area, and the old one is overwritten", async () => {
    const { store, area } = await showText("secret words");
    store.dispatch(jobEvent(2, read(1)));
    store.dispatch(textLoaded(2, 1, "others"));
    await eventually(() => expect(query<HTMLTextAreaElement>("#text")?.value).toBe("others"));
    expect(area.isConnected).toBe(false);
    expect(area.value).toBe("");
    expect(document.body.innerHTML).not.toContain("secret");
  });

  test.each(["removed", "withdrawn"])("leaves the page when it is %s", async (how) => {
    const { store, area } = await showText("?secret words");
    expect(textOf("text-editor mark")).toBe("secret");
    store.dispatch({
      kind: "pageLoaded",
      id: 1,
      revision: 1,
      edition: 0,
      page: 1,
      view: page("?secret words"),
    });
    await eventually(() => expect(queryAll(".word").length).toBe(2));
    const nodes = [...queryAll(".word, .backdrop")];
    if (how === "removed") {
      store.dispatch({ kind: "shellEvent", shellEvent: { kind: "removed", ids: [1] } });
    } else store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
    expect(area.value).toBe("");
    for (const node of nodes) expect(node.textContent?.trim()).toBe("");
    expect(document.documentElement.outerHTML).not.toContain("secret");
  });
});
