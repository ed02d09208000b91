/**
 * Brings the focus back where it was when what had it went away for a while: the buttons of a
 * picture that is turned and read again, or the entry of the list that was removed.
 */

/** Wraps what shows the page. */
export function keepingFocus(show: () => void): () => void {
  /** Where the focus is missed. */
  let missed: string | null = null;
  return () => {
    const before = placeOf(document.activeElement);
    show();
    // The elements of the page render themselves a little later.
    setTimeout(() => {
      if (!isNowhere()) {
        missed = null;
        return;
      }
      missed = before ?? missed;
      const target = missed && document.querySelector<HTMLElement>(missed);
      if (target) target.focus({ preventScroll: true });
      if (!isNowhere()) missed = null;
    });
  };
}

/** A selector for a place worth coming back to; others are better left, such as a button to clear. */
function placeOf(element: Element | null): string | null {
  if (element?.closest(".queue")) return "#queue .entry[aria-current]";
  if (!element?.closest(".pane")) return null;
  if (element.matches(".scroller")) return ".scroller";
  return element.id ? `#${element.id}` : null;
}

function isNowhere(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.isConnected;
}
