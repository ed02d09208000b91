/**
 * A context menu, as the pattern “Menu” of the ARIA Authoring Practices describes it: arrow keys,
 * Home, End and first letters move, Enter and Space choose, Escape and Tab close.
 */
import { html, nothing, render, type TemplateResult } from "lit";

export interface MenuItem {
  readonly name: string;
  /** What stands behind its name: its keys in words, or the ending of a file. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface Menu {
  readonly name: string;
  /** Whether the name is seen above the items, which do not say on their own what they do. */
  readonly hasHeading?: boolean;
  /** Items in groups, which are divided by a line. */
  readonly groups: readonly (readonly MenuItem[])[];
}

let open: { readonly close: (restoreFocus: boolean) => void } | null = null;

export const isMenuOpen = (): boolean => open !== null;

/** Shows a menu at a point of the window; the opener gets the focus back. */
export function openMenu(menu: Menu, x: number, y: number, opener: HTMLElement | null): void {
  open?.close(false);
  const element = document.createElement("div");
  element.className = "context-menu";
  element.setAttribute("role", "menu");
  if (menu.hasHeading) element.setAttribute("aria-labelledby", "menu-heading");
  else element.setAttribute("aria-label", menu.name);
  // Above a dialog only what is inside the dialog can be used.
  const place = document.querySelector("dialog[open]") ?? document.querySelector("main");
  (place ?? document.body).append(element);

  const close = (restoreFocus: boolean) => {
    if (open?.close !== close) return;
    open = null;
    document.removeEventListener("pointerdown", onPointerDown, true);
    window.removeEventListener("resize", dismiss);
    window.removeEventListener("blur", dismiss);
    element.remove();
    if (restoreFocus) opener?.focus({ preventScroll: true });
  };
  const dismiss = () => close(true);
  const onPointerDown = ({ target }: Event) => {
    if (!(target instanceof Node && element.contains(target))) close(false);
  };
  const choose = (item: MenuItem) => {
    close(true);
    item.run();
  };
  open = { close };
  document.addEventListener("pointerdown", onPointerDown, true);
  window.addEventListener("resize", dismiss);
  window.addEventListener("blur", dismiss);
  // A press would take the selection away that an item is about.
  element.addEventListener("pointerdown", (event) => event.preventDefault());
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("keydown", (event) => onKey(event, element, close));
  render([heading(menu), ...groups(menu, choose)], element);
  moveTo(element, x, y);
  itemsOf(element)[0]?.focus({ preventScroll: true });
}

function heading({ name, hasHeading }: Menu) {
  return hasHeading ? html`<div id="menu-heading" role="presentation">${name}</div>` : nothing;
}

function groups(menu: Menu, choose: (item: MenuItem) => void): TemplateResult[] {
  return menu.groups.map(
    (items, index) => html`${index > 0 ? html`<div role="separator"></div>` : nothing}
      ${items.map(
        (item) => html`<button
          type="button"
          role="menuitem"
          tabindex="-1"
          ?disabled=${item.disabled ?? false}
          @click=${() => choose(item)}
          @pointermove=${({ currentTarget }: Event) => (currentTarget as HTMLElement).focus({ preventScroll: true })}
        ><span>${item.name}</span>${item.keys ? html`<span class="keys" aria-hidden="true">${item.keys}</span>` : nothing}</button>`,
      )}`,
  );
}

/** Inside the window, and beside the point rather than under it. */
function moveTo(element: HTMLElement, x: number, y: number): void {
  const { width, height } = element.getBoundingClientRect();
  const left = x + width > window.innerWidth ? Math.max(0, x - width) : x;
  const top = Math.max(0, Math.min(y, window.innerHeight - height));
  element.style.setProperty("left", `${left}px`);
  element.style.setProperty("top", `${top}px`);
}

function itemsOf(element: HTMLElement): HTMLElement[] {
  return Array.from(element.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)"));
}

function onKey(
  event: KeyboardEvent,
  element: HTMLElement,
  close: (restoreFocus: boolean) => void,
): void {
  // No key does anything else while a menu is open.
  event.stopPropagation();
  const items = itemsOf(element);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = targetOf(event.key, items, at);
  if (target) target.focus();
  else if (event.key === "Escape" || event.key === "Tab") close(true);
  else if (event.key === "Enter" || event.key === " ") items[at]?.click();
  event.preventDefault();
}

function targetOf(key: string, items: readonly HTMLElement[], at: number) {
  switch (key) {
    case "ArrowDown":
      return items[(at + 1) % items.length];
    case "ArrowUp":
      return items.at(at <= 0 ? -1 : at - 1);
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    case "Tab":
    case " ":
      return undefined;
    default: {
      if (Array.from(key).length !== 1) return undefined;
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const letter = key.toLocaleLowerCase();
      return after.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter));
    }
  }
}
