import { describe, expect, test } from "vitest";
import { jobEvent, read } from "../testing/fixtures";
import { eventually, renderPage, textOf } from "../testing/renderedPage";

describe("what is said beside the text", () => {
  test("names a script that is not read", async () => {
    const rendered = renderPage({});
    const state = read(0);
    if (state.kind !== "read") throw new Error("it is not read");
    const pages = state.pages.map((it) => ({ ...it, unread: "arabic" as const }));
    rendered.store.dispatch(jobEvent(1, { ...state, pages }));
    await eventually(() => expect(textOf("#no-text")).toContain("looks like Arabic"));
  });

  test("names attached files, which are not read", async () => {
    const rendered = renderPage({});
    const state = read(1);
    if (state.kind !== "read") throw new Error("it is not read");
    const attachments = ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt"];
    const pages = state.pages.map((it) => ({ ...it, attachments }));
    rendered.store.dispatch(jobEvent(1, { ...state, pages }));
    await eventually(() =>
      expect(textOf("#attachments")).toMatch(/not read: .*1\.txt.*5\.txt.*, …\./),
    );
    expect(textOf("#attachments")).not.toContain("6.txt");
  });
});
