/**
 * Brings the focus back when the element that had it disappears for a while: a button of a picture
 * that is rotated and read again, or an entry of the list that was removed.
 */

/** Wraps the function that renders the page. */
export function withFocusRestored(render: () => void): () => void {
  /** Selector of the element that lost the focus. */
  let lost: string | null = null;
  return () => {
    const before = selectorOf(document.activeElement);
    render();
    // Custom elements render a little later than the page.
    setTimeout(() => {
      if (!isFocusLost()) {
        lost = null;
        return;
      }
      lost = before ?? lost;
      const target = lost && document.querySelector<HTMLElement>(lost);
      if (target) target.focus({ preventScroll: true });
      if (!isFocusLost()) lost = null;
    });
  };
}

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
