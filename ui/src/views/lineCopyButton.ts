/** A small button behind the line that the mouse is on: copies that line, and nothing else. */
import type { PageView } from "../bindings/PageView";

/** Keys have their own way to a line, so the button is for the mouse alone. */
export function letCopyLine(
  stage: HTMLElement,
  button: HTMLButtonElement,
  page: () => PageView | undefined,
  copy: (text: string) => void,
): void {
  let line = -1;
  const leave = () => {
    line = -1;
    button.hidden = true;
  };

  stage.addEventListener("pointermove", ({ target, buttons }) => {
    // Not in the way of a selection that is being drawn.
    if (buttons !== 0) return leave();
    const element = target instanceof Element ? target.closest(".line") : null;
    const view = page();
    if (!element || !view) return;
    line = Array.from(element.parentElement?.children ?? []).indexOf(element);
    place(button, view, line);
  });
  stage.addEventListener("pointerleave", leave);

  button.addEventListener("click", () => {
    const text = page()?.lines[line]?.text;
    if (text) copy(text);
  });
}

/** Behind the end of a line, in shares of the picture, so that zooming moves it along. */
function place(button: HTMLButtonElement, { width, height, lines }: PageView, line: number): void {
  const quad = lines[line]?.quad;
  button.hidden = !quad;
  if (!quad) return;
  const [, top, bottom] = quad;
  button.style.setProperty("--x", String((top[0] + bottom[0]) / 2 / width));
  button.style.setProperty("--y", String((top[1] + bottom[1]) / 2 / height));
}
