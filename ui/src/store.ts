/** Holds the one view and notifies of every change. */
import type { ViewEvent } from "./events";
import { update, type View } from "./state";

export interface Store {
  readonly view: View;
  dispatch(event: ViewEvent): void;
  /** The listener is called after each change, with the view before it. */
  subscribe(listener: (before: View) => void): void;
}

export function createStore(): Store {
  let view: View = { kind: "starting" };
  const listeners: ((before: View) => void)[] = [];
  /** Picture events that came before the shell's answer opens the workspace. */
  let pending: readonly ViewEvent[] = [];

  function dispatch(event: ViewEvent): void {
    if (view.kind !== "ready" && isAboutPictures(event)) {
      pending = withoutRemoved([...pending, event]);
      return;
    }
    const before = view;
    view = update(before, event);
    if (view === before) return;
    for (const listener of listeners) listener(before);
    if (view.kind !== "ready") return;
    const replayed = pending;
    pending = [];
    for (const each of replayed) dispatch(each);
  }

  return {
    get view() {
      return view;
    },
    dispatch,
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

function isAboutPictures(event: ViewEvent): boolean {
  if (event.kind !== "shellEvent") return false;
  return ["job", "removed", "intake"].includes(event.shellEvent.kind);
}

/** Drops pictures that were removed again: not even their names may stay. */
function withoutRemoved(events: readonly ViewEvent[]): readonly ViewEvent[] {
  const last = events.at(-1);
  if (last?.kind !== "shellEvent" || last.shellEvent.kind !== "removed") return events;
  const { ids } = last.shellEvent;
  return events.filter(
    (event) =>
      event.kind === "shellEvent" &&
      event.shellEvent.kind === "job" &&
      !ids.includes(event.shellEvent.job.id),
  );
}
