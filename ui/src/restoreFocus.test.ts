import { beforeEach, expect, test, vi } from "vitest";
import { withFocusRestored } from "./restoreFocus";

let html = "";
let shown = { selectedId: 1, isChosen: true };
const renderPage = withFocusRestored(
  () => {
    document.body.innerHTML = html;
  },
  () => shown,
);

beforeEach(async () => {
  shown = { selectedId: 1, isChosen: true };
  await render("");
});

async function render(next: string): Promise<void> {
  html = next;
  renderPage();
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

test("the focus is restored when a picture is read again", async () => {
  await render(picture);
  focus("#rotate-right");
  await render("<p>Reading …</p>");
  await render("<p>Still reading …</p>");
  await render(picture);
  expect(document.activeElement?.id).toBe("rotate-right");
});

test("the focus moves from a removed entry to the selected one", async () => {
  await render(queue(1, 2));
  focus("#e1");
  await render(queue(2));
  expect(document.activeElement?.id).toBe("e2");
});

test("a focus that moved elsewhere stays there", async () => {
  await render(picture);
  focus("#rotate-right");
  await render("<button id='other'></button>");
  focus("#other");
  // The same element again: a page that changes elsewhere.
  const other = document.querySelector("#other");
  vi.spyOn(document.body, "innerHTML", "set").mockImplementationOnce(() => {});
  await render("");
  expect(document.activeElement).toBe(other);
  document.body.innerHTML = picture;
  await render(picture);
  expect(document.activeElement?.id).not.toBe("rotate-right");
});

test("the focus comes back to a text, but not to that of a picture nobody chose", async () => {
  const text = '<div class="pane"><textarea id="text"></textarea></div>';
  for (const isChosen of [true, false]) {
    await render(text);
    focus("#text");
    shown = { selectedId: shown.selectedId + 1, isChosen };
    await render("<p>Reading …</p>");
    await render(text);
    expect(document.activeElement?.id === "text").toBe(isChosen);
  }
});

test("the focus is not restored to the Clear button", async () => {
  await render('<div class="toolbar"><button id="clear"></button></div>');
  focus("#clear");
  await render("<p>Nothing</p>");
  await render('<div class="toolbar"><button id="clear"></button></div>');
  expect(document.activeElement?.id).not.toBe("clear");
});
