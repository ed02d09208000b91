import { describe, expect, test } from "vitest";
import { jobEvent, page, read, start, textLoaded } from "../testing/fixtures";
import { eventually, find, query, queryAll, renderPage, textOf } from "../testing/renderedPage";

describe("the text", () => {
  /** A word after a question mark has low confidence. */
  async function showText(marked = "one two\nthree") {
    const rendered = renderPage();
    rendered.store.dispatch(jobEvent(1, read(2)));
    rendered.store.dispatch(textLoaded(1, 1, marked));
    const area = await find<HTMLTextAreaElement>("#text");
    await eventually(() => expect(area.value).toBe(marked.replaceAll("?", "")));
    return { ...rendered, area };
  }
  const type = (area: HTMLTextAreaElement, text: string) => {
    area.value = text;
    area.dispatchEvent(new Event("input"));
  };

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
    await eventually(() => expect(shell.copy).toHaveBeenCalledWith("changed"));
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
    store.dispatch({ kind: "pageLoaded", id: 1, revision: 1, page: 1, view });
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
