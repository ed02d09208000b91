import { expect, vi } from "vitest";
import { jobEvent, read, textLoaded, textView } from "./fixtures";
import { eventually, find, renderPage } from "./renderedPage";

/** A page that shows a text; a word after a question mark has low confidence. */
export async function showText(marked = "one two\nthree") {
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

/** Types a text into an area. */
export const type = (area: HTMLTextAreaElement, text: string) => {
  area.value = text;
  area.dispatchEvent(new Event("input"));
};
