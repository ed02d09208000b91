/**
 * Brings the focus back when the element that had it disappears for a while: a button of a picture
 * that is rotated and read again, or an entry of the list that was removed. What is typed in a field of one
 * picture never goes on in that of another which the person did not choose.
 */

/** The picture that is shown, and whether the person chose it. */
interface Shown {
  readonly selectedId: number | null;
  readonly isChosen: boolean;
}

/** Wraps the function that renders the page. */
export function withFocusRestored(render: () => void, getShown: () => Shown | null): () => void {
  /** Selector of the element that lost the focus. */
  let lost: string | null = null;
  let shownId: number | null = null;
  return () => {
    const before = selectorOf(document.activeElement);
    render();
    const shown = getShown();
    const isUnexpected = shown?.selectedId !== shownId && !shown?.isChosen;
    shownId = shown?.selectedId ?? null;
    const isLeft = (selector: string | null) => isUnexpected && TYPED_IN.has(selector ?? "");
    if (isLeft(lost)) lost = null;
    // Custom elements render a little later than the page.
    setTimeout(() => {
      if (!isFocusLost()) {
        lost = null;
        return;
      }
      if (!isLeft(before)) lost = before ?? lost;
      const target = lost && document.querySelector<HTMLElement>(lost);
      if (target) target.focus({ preventScroll: true });
      if (!isFocusLost()) lost = null;
    });
  };
}

/** The fields of a picture. */
const TYPED_IN: ReadonlySet<string> = new Set(["#text", "#password"]);

/** Only for elements that are safe to focus again; a Clear button is not. */
function selectorOf(element: Element | null): string | null {
  if (element?.closest(".queue")) return "#queue .entry[aria-current]";
  if (!element?.closest(".pane")) return null;
  if (element.matches(".scroller")) return ".scroller";
  return element.id ? `#${element.id}` : null;
}

function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.isConnected;
}
