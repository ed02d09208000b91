import { beforeEach, expect, test, vi } from "vitest";
import { keepingFocus } from "./restoreFocus";

let html = "";
const show = keepingFocus(() => {
  document.body.innerHTML = html;
});

beforeEach(async () => {
  await showing("");
});

async function showing(next: string): Promise<void> {
  html = next;
  show();
  await new Promise((done) => setTimeout(done));
}
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

const picture = '<div class="pane"><button id="rotate-right"></button></div>';
const queue = (...ids: number[]) =>
  `<nav class="queue"><ul id="queue">${ids
    .map(
      (id, index) => `<button class="entry" ${index ? "" : "aria-current"} id="e${id}"></button>`,
    )
    .join("")}</ul></nav>`;

test("a picture that is read again finds the focus where it was", async () => {
  await showing(picture);
  focus("#rotate-right");
  await showing("<p>Reading …</p>");
  await showing("<p>Still reading …</p>");
  await showing(picture);
  expect(document.activeElement?.id).toBe("rotate-right");
});

test("an entry that was removed hands the focus to the one that is shown then", async () => {
  await showing(queue(1, 2));
  focus("#e1");
  await showing(queue(2));
  expect(document.activeElement?.id).toBe("e2");
});

test("who went elsewhere meanwhile is left there", async () => {
  await showing(picture);
  focus("#rotate-right");
  await showing("<button id='other'></button>");
  focus("#other");
  // The same element again: a page that changes elsewhere.
  const other = document.querySelector("#other");
  vi.spyOn(document.body, "innerHTML", "set").mockImplementationOnce(() => {});
  await showing("");
  expect(document.activeElement).toBe(other);
  document.body.innerHTML = picture;
  await showing(picture);
  expect(document.activeElement?.id).not.toBe("rotate-right");
});

test("the focus does not come back to a button that clears", async () => {
  await showing('<div class="toolbar"><button id="clear"></button></div>');
  focus("#clear");
  await showing("<p>Nothing</p>");
  await showing('<div class="toolbar"><button id="clear"></button></div>');
  expect(document.activeElement?.id).not.toBe("clear");
});
