/** For `ref`: focuses an element as soon as it is in the page. */
export function focusOnInsert(element: Element | undefined): void {
  queueMicrotask(() => (element as HTMLElement | undefined)?.focus());
}
