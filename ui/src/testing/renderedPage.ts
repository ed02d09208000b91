/** The page as it is put together at its start, on a shell that answers with made-up data. */
import { render } from "lit";
import { afterEach, beforeEach, vi } from "vitest";
import { createActions } from "../actions";
import type { Shell } from "../ipc";
import { createStore } from "../store";
import { app } from "../views/app";
import { fakeShell, start } from "./fixtures";

let host: HTMLElement;

beforeEach(() => {
  host = document.createElement("div");
  document.body.replaceChildren(host);
});
afterEach(() => {
  render(null, host);
  host.remove();
});

export function opened(change: Partial<Shell> = {}, began = start()) {
  const shell = fakeShell(change);
  const store = createStore();
  const actions = createActions(shell, store);
  const show = () => render(app(store.view, shell, actions), host);
  store.follow(show);
  show();
  const starting = screen();
  store.dispatch({ kind: "started", start: began });
  return { shell, store, actions, starting };
}

/** Waits until a check passes; with patience, for the machine may be busy. */
export function eventually<Value>(check: () => Value): Promise<Value> {
  return vi.waitFor(check, { timeout: 20_000 });
}

/** The element, once the elements around it have been rendered. */
export async function found<Kind extends HTMLElement>(selector: string): Promise<Kind> {
  return eventually(() => {
    const element = one<Kind>(selector);
    if (!element) throw new Error(`no ${selector} in ${host.innerHTML}`);
    return element;
  });
}

export function one<Kind extends HTMLElement>(selector: string): Kind | null {
  return host.querySelector<Kind>(selector);
}

export function all<Kind extends HTMLElement>(selector: string): Kind[] {
  return Array.from(host.querySelectorAll<Kind>(selector));
}

/** The name of the screen below all others. */
export const screen = () => one("[data-screen]")?.dataset.screen;

/** What an element says. */
export const says = (selector: string) => one(selector)?.textContent?.trim();
