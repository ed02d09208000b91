import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actions } from "./actions";
import { classifyTransfer, isEditable, watchPasteAndDrop } from "./pasteAndDrop";

interface Content {
  readonly files?: File[];
  readonly data?: Record<string, string>;
}

/** What a browser provides with a paste or a drop. */
function transfer({ files = [], data = {} }: Content): DataTransfer {
  const types = [...Object.keys(data), ...(files.length > 0 ? ["Files"] : [])];
  return { files, types, getData: (type: string) => data[type] ?? "" } as unknown as DataTransfer;
}

const picture = new File(["x"], "a.png", { type: "image/png" });

describe("the content of a paste or a drop", () => {
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
    ["unknown content", {}, "unknown"],
  ])("%s", (_, content, kind) => {
    expect(classifyTransfer(transfer(content)).kind).toBe(kind);
  });

  test("nothing at all", () => {
    expect(classifyTransfer(null).kind).toBe("unknown");
  });
});

describe("paste and drop", () => {
  let hasConsent = true;
  let page: Document;
  const actions = { addFiles: vi.fn(), paste: vi.fn(), report: vi.fn() };

  beforeEach(() => {
    hasConsent = true;
    vi.clearAllMocks();
    page = document.implementation.createHTMLDocument();
    page.body.innerHTML = "<textarea></textarea><p></p>";
    watchPasteAndDrop(page, actions as unknown as Actions, () => hasConsent);
  });

  /** Dispatches an event; whether the default action of the browser was prevented. */
  function dispatch(type: "paste" | "drop" | "dragover", where: string, content: Content): boolean {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const given = transfer(content);
    Object.assign(event, type === "paste" ? { clipboardData: given } : { dataTransfer: given });
    page.querySelector(where)?.dispatchEvent(event);
    return event.defaultPrevented;
  }

  test("pasted files are added", () => {
    expect(dispatch("paste", "p", { files: [picture] })).toBe(true);
    expect(actions.addFiles).toHaveBeenCalledWith([picture]);
    expect(actions.paste).not.toHaveBeenCalled();
  });

  test("a paste without content makes the shell read the clipboard", () => {
    expect(dispatch("paste", "p", {})).toBe(true);
    expect(actions.paste).toHaveBeenCalledOnce();
  });

  test("text pasted into the text stays text", () => {
    expect(dispatch("paste", "textarea", { data: { "text/plain": "words" } })).toBe(false);
    expect(actions.paste).not.toHaveBeenCalled();
  });

  test("a picture pasted while the text has the focus is added", () => {
    expect(dispatch("paste", "textarea", {})).toBe(true);
    expect(actions.paste).toHaveBeenCalledOnce();
  });

  test("before consent nothing is added, and a drop does not leave the program", () => {
    hasConsent = false;
    dispatch("paste", "p", { files: [picture] });
    expect(dispatch("drop", "p", { files: [picture] })).toBe(true);
    expect(actions.addFiles).not.toHaveBeenCalled();
    expect(actions.paste).not.toHaveBeenCalled();
    // Both say why.
    const refusal = { kind: "failed", error: { kind: "notConsented" } };
    expect(actions.report.mock.calls).toEqual([[refusal], [refusal]]);
  });

  test("the middle button pastes no picture", async () => {
    const mouse = (type: string) =>
      page.body.dispatchEvent(new MouseEvent(type, { button: 1, bubbles: true }));
    mouse("mousedown");
    expect(dispatch("paste", "p", {})).toBe(true);
    expect(dispatch("paste", "textarea", { data: { "text/plain": "words" } })).toBe(false);
    mouse("mouseup");
    expect(actions.paste).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      dispatch("paste", "p", {});
      expect(actions.paste).toHaveBeenCalled();
    });
  });

  test("dropped files are added, on the text too", () => {
    expect(dispatch("dragover", "textarea", { files: [picture] })).toBe(true);
    expect(dispatch("drop", "textarea", { files: [picture] })).toBe(true);
    expect(actions.addFiles).toHaveBeenCalledWith([picture]);
  });

  test("a dropped link is not followed", () => {
    const data = { "text/uri-list": "https://example.org/a.png" };
    expect(dispatch("drop", "p", { data })).toBe(true);
    expect(actions.report).toHaveBeenCalledWith({ kind: "nothingAdded", reason: "link" });
  });

  test("text can be dragged within the text", () => {
    expect(dispatch("drop", "textarea", { data: { "text/plain": "words" } })).toBe(false);
  });
});

test("editable elements", () => {
  const element = (name: string, type?: string) =>
    Object.assign(document.createElement(name), type ? { type } : {});
  expect(isEditable(element("textarea"))).toBe(true);
  expect(isEditable(element("input", "number"))).toBe(true);
  expect(isEditable(element("input", "checkbox"))).toBe(false);
  expect(isEditable(element("button"))).toBe(false);
  expect(isEditable(null)).toBe(false);
});
