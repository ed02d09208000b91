/** The actions on a fake shell and a store of their own, for tests without a page. */
import { vi } from "vitest";
import { createActions } from "../actions";
import type { Shell } from "../ipc";
import { createStore, type Store } from "../store";
import { fakeShell, start } from "./fixtures";

/** The store of the last call of {@link ready}. */
export let store: Store;

/** Actions after the start; `change` replaces commands of the shell. */
export function ready(change: Partial<Shell> = {}) {
  const shell = fakeShell(change);
  store = createStore();
  store.dispatch({ kind: "started", start: start() });
  return { shell, actions: createActions(shell, store) };
}

/** The session of the store. */
export function session() {
  if (store.view.kind !== "ready") throw new Error(`no session, but ${store.view.kind}`);
  return store.view.session;
}

/** A command that fails. */
export const refuses = (error: object) => vi.fn(() => Promise.reject(error));
