/** A small button at the end of the line under the mouse, which copies that line. */
import type { PageView } from "../bindings/PageView";

/** Only for the mouse: on the keyboard there is a shortcut. */
export function showLineCopyButton(
  stage: HTMLElement,
  button: HTMLButtonElement,
  page: () => PageView | undefined,
  copy: (text: string) => void,
): void {
  let line = -1;
  const hide = () => {
    line = -1;
    button.hidden = true;
  };

  stage.addEventListener("pointermove", ({ target, buttons }) => {
    // It must not cover a selection that is being made.
    if (buttons !== 0) return hide();
    const element = target instanceof Element ? target.closest(".line") : null;
    const view = page();
    if (!element || !view) return;
    line = Array.from(element.parentElement?.children ?? []).indexOf(element);
    moveTo(button, view, line);
  });
  stage.addEventListener("pointerleave", hide);

  button.addEventListener("click", () => {
    const text = page()?.lines[line]?.text;
    if (text) copy(text);
  });
}

/** At the end of a line, as a fraction of the picture, so that zooming moves it along. */
function moveTo(button: HTMLButtonElement, { width, height, lines }: PageView, line: number): void {
  const quad = lines[line]?.quad;
  button.hidden = !quad;
  if (!quad) return;
  const [, top, bottom] = quad;
  button.style.setProperty("--x", String((top[0] + bottom[0]) / 2 / width));
  button.style.setProperty("--y", String((top[1] + bottom[1]) / 2 / height));
}
