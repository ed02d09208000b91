import { describe, expect, test } from "vitest";
import { hearing, page, read, start } from "../testing/fixtures";
import { all, eventually, found, one, opened, says } from "../testing/renderedPage";

describe("the text", () => {
  async function shown(text = "one two\nthree") {
    const made = opened();
    made.store.dispatch(hearing(1, read(2)));
    made.store.dispatch({ kind: "texted", id: 1, round: 1, mode: "keep", text });
    const area = await found<HTMLTextAreaElement>("#text");
    await eventually(() => expect(area.value).toBe(text));
    return { ...made, area };
  }
  const type = (area: HTMLTextAreaElement, text: string) => {
    area.value = text;
    area.dispatchEvent(new Event("input"));
  };

  test("that looks like markup is text", async () => {
    const { area } = await shown("<script>alert(1)</script> \u202Egnp");
    expect(area.value).toContain("<script>");
    expect(one("script")).toBeNull();
  });

  test("is changed, and put back as it was read", async () => {
    const { area } = await shown();
    type(area, "changed");
    (await found("#restore")).click();
    await eventually(() => expect(area.value).toBe("one two\nthree"));
  });

  test("is copied as it stands", async () => {
    const { shell, area } = await shown();
    type(area, "changed");
    (await found("#copy")).click();
    await eventually(() => expect(shell.copy).toHaveBeenCalledWith("changed"));
    await eventually(() => expect(says("#status")).toMatch(/copied/));
  });

  test("is copied line by line", async () => {
    const { shell, area } = await shown();
    area.setSelectionRange(9, 9);
    (await found("#copy-line")).click();
    await eventually(() => expect(shell.copy).toHaveBeenCalledWith("three"));
  });

  test("marks what is doubtful, and leads there", async () => {
    const { store, area } = await shown();
    const view = page("one ?two", "three");
    store.dispatch({ kind: "paged", id: 1, round: 1, page: 1, view });
    (await found("#next-doubt")).click();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("two");
    expect(says("text-editor mark")).toBe("two");
    expect(store.view).toMatchObject({ session: { spot: { line: 0, word: 1 } } });
  });

  test("is shown in another mode as soon as that is chosen", async () => {
    const { shell } = await shown();
    const one = await found<HTMLInputElement>("#lines-one");
    one.checked = true;
    one.dispatchEvent(new Event("change"));
    await eventually(() =>
      expect(shell.setSettings).toHaveBeenCalledWith(expect.objectContaining({ lines: "one" })),
    );
  });

  test("of another picture stands in a text area of its own, the old one is overwritten", async () => {
    const { store, area } = await shown("secret words");
    store.dispatch(hearing(2, read(1)));
    store.dispatch({ kind: "texted", id: 2, round: 1, mode: "keep", text: "others" });
    await eventually(() => expect(one<HTMLTextAreaElement>("#text")?.value).toBe("others"));
    expect(area.isConnected).toBe(false);
    expect(area.value).toBe("");
    expect(document.body.innerHTML).not.toContain("secret");
  });

  test.each(["removed", "withdrawn"])("is gone from the page when it is %s", async (how) => {
    const { store, area } = await shown("secret words");
    store.dispatch({ kind: "paged", id: 1, round: 1, page: 1, view: page("?secret words") });
    await eventually(() => expect(all(".word").length).toBe(2));
    const nodes = [...all(".word, .backdrop")];
    if (how === "removed") {
      store.dispatch({ kind: "heard", event: { kind: "removed", ids: [1] } });
    } else store.dispatch({ kind: "started", start: start({ consent: { kind: "missing" } }) });
    expect(area.value).toBe("");
    for (const node of nodes) expect(node.textContent?.trim()).toBe("");
    expect(document.documentElement.outerHTML).not.toContain("secret");
  });
});
