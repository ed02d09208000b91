import { afterEach, describe, expect, test, vi } from "vitest";
import type { Actions } from "../actions";
import { SAVE_FORMATS } from "../messages/labels";
import { openSaveMenu } from "./saveMenu";

function open(button: string) {
  document.body.innerHTML = button;
  const save = vi.fn();
  openSaveMenu({ save } as unknown as Actions);
  return { save, items: [...document.querySelectorAll<HTMLElement>("[role=menuitem]")] };
}

afterEach(() => {
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  document.body.innerHTML = "";
});

describe("the menu of formats", () => {
  test("has every format once", () => {
    const { items } = open('<button id="save"></button>');
    const names = items.map((item) => item.textContent?.trim() ?? "");
    expect(names).toHaveLength(Object.keys(SAVE_FORMATS).length);
    for (const format of Object.values(SAVE_FORMATS)) {
      expect(names.filter((name) => name.startsWith(format))).not.toHaveLength(0);
    }
  });

  test("saves in the format that is chosen", () => {
    const { save, items } = open('<button id="save"></button>');
    items.find((item) => item.textContent?.includes(SAVE_FORMATS.docx))?.click();
    expect(save).toHaveBeenCalledWith("docx");
    expect(save).toHaveBeenCalledTimes(1);
  });

  test("stays closed where there is no text, and the action says so", () => {
    const { save, items } = open('<button id="save" disabled></button>');
    expect(items).toHaveLength(0);
    expect(save).toHaveBeenCalledWith("text");
  });
});
