/** Renders the whole page on a fake shell. */
import { render } from "lit";
import { afterEach, beforeEach, vi } from "vitest";
import { createActions } from "../actions";
import type { Shell } from "../ipc";
import { setLanguage } from "../messages";
import { createLanguageSwitch } from "../pageLanguage";
import { startOf } from "../state";
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
  setLanguage("en");
});

export function renderPage(change: Partial<Shell> = {}, startData = start()) {
  const shell = fakeShell(change);
  const store = createStore();
  const actions = createActions(shell, store);
  const switchLanguage = createLanguageSwitch(document.documentElement, shell);
  const update = () => {
    const { view } = store;
    switchLanguage(startOf(view)?.settings.language ?? null);
    render(app(view, shell, actions), host);
  };
  store.subscribe(update);
  update();
  const starting = currentScreen();
  store.dispatch({ kind: "started", start: startData });
  return { shell, store, actions, starting };
}

/** Waits until a check passes; the limit is for busy machines. */
export function eventually<Value>(check: () => Value): Promise<Value> {
  return vi.waitFor(check, { timeout: 20_000 });
}

/** The element, once the elements around it have been rendered. */
export async function find<Kind extends HTMLElement>(selector: string): Promise<Kind> {
  return eventually(() => {
    const element = query<Kind>(selector);
    if (!element) throw new Error(`no ${selector} in ${host.innerHTML}`);
    return element;
  });
}

export function query<Kind extends HTMLElement>(selector: string): Kind | null {
  return host.querySelector<Kind>(selector);
}

export function queryAll<Kind extends HTMLElement>(selector: string): Kind[] {
  return Array.from(host.querySelectorAll<Kind>(selector));
}

/** The name of the screen under all panels. */
export const currentScreen = () => query("[data-screen]")?.dataset.screen;

/** The text of an element. */
export const textOf = (selector: string) => query(selector)?.textContent?.trim();
