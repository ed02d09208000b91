import { describe, expect, test } from "vitest";
import { jobEvent, page, read, start, textLoaded, textView, waiting } from "../testing/fixtures";
import { eventually, find, query, queryAll, textOf } from "../testing/renderedPage";
import { showText, type } from "../testing/shownText";

describe("the text", () => {
  test("that looks like markup is text", async () => {
    const { area } = await showText("<script>alert(1)</script> \u202Egnp");
    expect(area.value).toContain("<script>");
    expect(query("script")).toBeNull();
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
    expect(textOf("#next-low-confidence .long")).toBe("Check 2 uncertain words (F8)");
    type(area, "1");
    await eventually(() => expect(marks()).toEqual([]));
    expect(query("#next-low-confidence")).toBeNull();
    (await find("#restore")).click();
    await eventually(() => expect(marks()).toEqual(["one", "three", "five"]));
  });

  test("selects nothing when several changes are undone, and keeps the caret among them", async () => {
    const { area, actions } = await showText("one two three four five");
    type(area, "1ne two three four 5ive");
    area.setSelectionRange(9, 9);
    actions.undo();
    await eventually(() => expect(area.value).toBe("one two three four five"));
    expect([area.selectionStart, area.selectionEnd]).toEqual([9, 9]);
  });

  test("has its caret where it was after a rotation that was cancelled", async () => {
    const { store, area } = await showText("one two three\nfour five");
    area.setSelectionRange(16, 16);
    store.dispatch(jobEvent(1, waiting));
    await eventually(() => expect(query("#text")).toBeNull());
    store.dispatch(jobEvent(1, read(2)));
    store.dispatch(textLoaded(1, 2, "one two three\nfour five"));
    const again = await find<HTMLTextAreaElement>("#text");
    await eventually(() => expect(again.value).not.toBe(""));
    expect(again).not.toBe(area);
    expect(again.selectionEnd).toBe(16);
    // Another text is read from its begin.
    store.dispatch(jobEvent(1, waiting));
    store.dispatch(jobEvent(1, read(2)));
    store.dispatch(textLoaded(1, 3, "other words"));
    const other = await find<HTMLTextAreaElement>("#text");
    await eventually(() => expect(other.value).toBe("other words"));
    expect(other.selectionEnd).toBe(0);
  });

  test("marks links and numbers, and copies one with a click", async () => {
    const { shell, store, area, actions } = await showText(
      "Call +44 20 7946 0958 or ?see a.example/b",
    );
    const view = textView("Call +44 20 7946 0958 or ?see a.example/b");
    view.entities = [
      { kind: "phone", start: 5, end: 21 },
      { kind: "link", start: 29, end: 40 },
    ];
    store.dispatch({ kind: "textReplaced", id: 1, mode: "keep", view });
    const marks = () =>
      queryAll("text-editor mark").map(({ className, textContent }) => [className, textContent]);
    await eventually(() =>
      expect(marks()).toEqual([
        ["entity", "+44 20 7946 0958"],
        ["uncertain", "see"],
        ["entity", "a.example/b"],
      ]),
    );
    (await find("#entities")).click();
    const items = queryAll<HTMLButtonElement>("[role=menuitem]");
    expect(items.map(({ textContent }) => textContent?.trim())).toEqual([
      "Phone: +44 20 7946 0958",
      "Link: a.example/b",
    ]);
    items[0]?.click();
    expect(shell.copy).toHaveBeenCalledWith("+44 20 7946 0958");
    // With redaction it says what becomes of the number, which cannot be copied then.
    (await find("#redact")).click();
    await eventually(() => expect(marks()[0]).toEqual(["redacted", "+44 20 7946 0958"]));
    expect((await find("#redact")).getAttribute("aria-pressed")).toBe("true");
    (await find("#entities")).click();
    expect(queryAll<HTMLButtonElement>("[role=menuitem]").map(({ disabled }) => disabled)).toEqual([
      true,
      false,
    ]);
    // Without them nothing is marked, and there is no list.
    await actions.setSettings({ markEntities: false, redact: false });
    await eventually(() => expect(marks()).toEqual([["uncertain", "see"]]));
    expect(query("#entities")).toBeNull();
    expect(area.value).toContain("0958");
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

  test("is counted alone where there are several pictures", async () => {
    const { store } = await showText("one two\n\nthree");
    store.dispatch(jobEvent(2, read(1)));
    store.dispatch(textLoaded(2, 1, "four"));
    for (const [id, count] of [
      [2, "1 word, 1 line"],
      [1, "3 words, 2 lines"],
    ] as const) {
      store.dispatch({ kind: "pictureSelected", id });
      await eventually(() => expect(textOf("#text-count")).toBe(count));
      expect(query("#copy-line")).not.toBeNull();
    }
  });

  test("has a mark where a page begins", async () => {
    await showText("one\n\ntwo\n\n?three");
    const marks = () => queryAll("text-editor .page-mark");
    await eventually(() =>
      expect(marks().map(({ dataset }) => dataset.page)).toEqual(["Page 2", "Page 3"]),
    );
    expect(marks()[0]?.nextSibling?.textContent).toBe("two\n");
    expect(textOf("text-editor .backdrop")).toBe("one\n\ntwo\n\nthree\u200b");
  });

  test("has no number of a page over a line when a correction joins two pages", async () => {
    const { store } = await showText("one\n\ntwo\n\nthree");
    const tight = () =>
      queryAll("text-editor .page-mark").map(({ classList }) => classList.contains("tight"));
    await eventually(() => expect(tight()).toEqual([false, false]));
    for (const text of ["one\n\ntwo three", "one\n\ntwo\nthree"]) {
      const view = { ...textView(text), pages: [0, 5, 9] };
      store.dispatch({ kind: "textReplaced", id: 1, mode: "keep", view });
      await eventually(() => expect(tight()).toEqual([false, true]));
    }
    const view = { ...textView("one\n\ntwo"), pages: [0, 5, 8] };
    store.dispatch({ kind: "textReplaced", id: 1, mode: "keep", view });
    await eventually(() => expect(tight()).toEqual([false]));
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
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "closeRequested", unkept: [1] } });
    const no = await find("#confirm-no");
    expect(query("#confirm-text")?.textContent).toContain("picture 1.png");
    await eventually(() => expect(document.activeElement).toBe(no));
    no.click();
    await eventually(() => expect(query("#confirm-no")).toBeNull());
    expect(shell.close).not.toHaveBeenCalled();
  });

  test("is kept when the system closes the question", async () => {
    const { store } = await showText();
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "closeRequested", unkept: [1] } });
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

  test("of another picture takes the focus only if the person chose it", async () => {
    const { store, area } = await showText("one");
    store.dispatch(jobEvent(2, read(1)));
    store.dispatch(textLoaded(2, 1, "two"));
    const shown = (text: string) =>
      eventually(() => expect(query<HTMLTextAreaElement>("#text")?.value).toBe(text));
    await shown("two");
    query<HTMLTextAreaElement>("#text")?.focus();
    store.dispatch({ kind: "pictureSelected", id: 1 });
    await shown("one");
    expect(document.activeElement?.id).toBe("text");
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "show", id: 2 } });
    await shown("two");
    expect(document.activeElement?.id).not.toBe("text");
    expect(area.isConnected).toBe(false);
  });

  test("that is being typed stays when another picture arrives", async () => {
    const { store, area, actions } = await showText("one");
    area.focus();
    type(area, "One");
    store.dispatch(jobEvent(2, read(1)));
    store.dispatch(textLoaded(2, 1, "two"));
    await find("#queue li[data-job='2']");
    expect(query("#text")).toBe(area);
    expect(document.activeElement).toBe(area);
    area.blur();
    store.dispatch(jobEvent(3, read(1)));
    store.dispatch(textLoaded(3, 1, "three"));
    const shown = (text: string) =>
      eventually(() => expect(query<HTMLTextAreaElement>("#text")?.value).toBe(text));
    await shown("three");
    const next = await find<HTMLTextAreaElement>("#text");
    next.focus();
    type(next, "Three");
    await actions.paste();
    store.dispatch(jobEvent(4, read(1)));
    store.dispatch(textLoaded(4, 1, "four"));
    await shown("four");
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
