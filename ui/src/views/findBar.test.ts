import { describe, expect, test, vi } from "vitest";
import type { Find } from "../find";
import { jobEvent, read } from "../testing/fixtures";
import { eventually, find, query, queryAll, textOf } from "../testing/renderedPage";
import { showText } from "../testing/shownText";
import type { TextEditor } from "./textEditor";

describe("the text", () => {
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

  test("is searched with steps only where something is found", async () => {
    const { actions, store } = await showText("tea for two");
    store.dispatch(jobEvent(2, read(1)));
    store.dispatch({ kind: "pictureSelected", id: 1 });
    actions.openFind(false);
    await find("#find-next");
    const isOff = () => query<HTMLButtonElement>("#find-next")?.disabled;
    const look = async (change: Partial<Find>, off: boolean) => {
      actions.changeFind(change);
      await eventually(() => expect(isOff()).toBe(off));
    };
    expect(isOff()).toBe(true);
    await look({ query: "tea" }, false);
    await look({ query: "cup" }, true);
    await look({ everywhere: true }, false);
    await look({ total: 3 }, false);
    await look({ total: 0 }, true);
  });

  test("is scrolled to what is typed into the search, and keeps its caret", async () => {
    const { actions, area } = await showText("tea for two, Tea");
    area.setSelectionRange(4, 4);
    const editor = await find<TextEditor>("text-editor");
    const scroll = vi.spyOn(editor, "scrollToOffset");
    actions.openFind(false);
    const field = await find<HTMLInputElement>("#find-query");
    field.focus();
    field.value = "tea";
    field.dispatchEvent(new Event("input"));
    await eventually(() => expect(scroll).toHaveBeenCalledExactlyOnceWith(13));
    expect(document.activeElement).toBe(field);
    expect(area.selectionStart).toBe(4);
    expect(textOf("#find-count")).toBe("2 found");
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
});
