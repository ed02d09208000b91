/** For `ref`: focuses an element as soon as it is in the page. What is in a field can be typed over. */
export function focusOnInsert(element: Element | undefined): void {
  queueMicrotask(() => {
    (element as HTMLElement | undefined)?.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
}
