import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actions } from "./actions";
import { isEditable, offerOf, watchIntake } from "./pasteAndDrop";

interface Content {
  readonly files?: File[];
  readonly data?: Record<string, string>;
}

/** What a browser hands over with a paste or a drop. */
function transfer({ files = [], data = {} }: Content): DataTransfer {
  const types = [...Object.keys(data), ...(files.length > 0 ? ["Files"] : [])];
  return { files, types, getData: (type: string) => data[type] ?? "" } as unknown as DataTransfer;
}

const picture = new File(["x"], "a.png", { type: "image/png" });

describe("what is offered", () => {
  test.each<[string, Content, string]>([
    ["files", { files: [picture] }, "files"],
    ["a picture of a web page", { files: [picture], data: { "text/html": "<img>" } }, "files"],
    ["text", { data: { "text/plain": "words" } }, "text"],
    ["styled text", { data: { "text/html": "<b>w</b>", "text/plain": "w" } }, "text"],
    [
      "a link",
      { data: { "text/uri-list": "https://e.org", "text/plain": "https://e.org" } },
      "link",
    ],
    ["a piece of a web page", { data: { "text/html": "<img>" } }, "link"],
    ["nothing that can be told", {}, "unknown"],
  ])("%s", (_, content, kind) => {
    expect(offerOf(transfer(content)).kind).toBe(kind);
  });

  test("nothing at all", () => {
    expect(offerOf(null).kind).toBe("unknown");
  });
});

describe("paste and drop", () => {
  let isOpen = true;
  let page: Document;
  const actions = { addFiles: vi.fn(), paste: vi.fn(), report: vi.fn() };

  beforeEach(() => {
    isOpen = true;
    vi.clearAllMocks();
    page = document.implementation.createHTMLDocument();
    page.body.innerHTML = "<textarea></textarea><p></p>";
    watchIntake(page, actions as unknown as Actions, () => isOpen);
  });

  /** Whether the browser is kept from doing what it would. */
  function happens(type: "paste" | "drop" | "dragover", where: string, content: Content): boolean {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const given = transfer(content);
    Object.assign(event, type === "paste" ? { clipboardData: given } : { dataTransfer: given });
    page.querySelector(where)?.dispatchEvent(event);
    return event.defaultPrevented;
  }

  test("pasted files are taken in", () => {
    expect(happens("paste", "p", { files: [picture] })).toBe(true);
    expect(actions.addFiles).toHaveBeenCalledWith([picture]);
    expect(actions.paste).not.toHaveBeenCalled();
  });

  test("where the paste brings nothing, the shell looks at the clipboard", () => {
    expect(happens("paste", "p", {})).toBe(true);
    expect(actions.paste).toHaveBeenCalledOnce();
  });

  test("text that is pasted into a text stays text", () => {
    expect(happens("paste", "textarea", { data: { "text/plain": "words" } })).toBe(false);
    expect(actions.paste).not.toHaveBeenCalled();
  });

  test("a picture that is pasted over a text is read", () => {
    expect(happens("paste", "textarea", {})).toBe(true);
    expect(actions.paste).toHaveBeenCalledOnce();
  });

  test("before consent nothing is taken in, and a drop does not leave the program", () => {
    isOpen = false;
    happens("paste", "p", { files: [picture] });
    expect(happens("drop", "p", { files: [picture] })).toBe(true);
    expect(actions.addFiles).not.toHaveBeenCalled();
    expect(actions.paste).not.toHaveBeenCalled();
  });

  test("dropped files are taken in, onto a text too", () => {
    expect(happens("dragover", "textarea", { files: [picture] })).toBe(true);
    expect(happens("drop", "textarea", { files: [picture] })).toBe(true);
    expect(actions.addFiles).toHaveBeenCalledWith([picture]);
  });

  test("a dropped link is not followed", () => {
    const data = { "text/uri-list": "https://example.org/a.png" };
    expect(happens("drop", "p", { data })).toBe(true);
    expect(actions.report).toHaveBeenCalledWith({ kind: "nothingAdded", reason: "link" });
  });

  test("text can be dragged within a text", () => {
    expect(happens("drop", "textarea", { data: { "text/plain": "words" } })).toBe(false);
  });
});

test("what can be typed in", () => {
  const made = (name: string, type?: string) =>
    Object.assign(document.createElement(name), type ? { type } : {});
  expect(isEditable(made("textarea"))).toBe(true);
  expect(isEditable(made("input", "number"))).toBe(true);
  expect(isEditable(made("input", "checkbox"))).toBe(false);
  expect(isEditable(made("button"))).toBe(false);
  expect(isEditable(null)).toBe(false);
});
