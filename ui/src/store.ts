/** Holds the one view and tells of every change. */
import type { ViewEvent } from "./events";
import { update, type View } from "./state";

export interface Store {
  readonly view: View;
  dispatch(event: ViewEvent): void;
  /** Is called after each change with the view before it. */
  follow(follower: (before: View) => void): void;
}

export function createStore(): Store {
  let view: View = { kind: "starting" };
  const followers: ((before: View) => void)[] = [];
  /** What was heard of pictures before the answer that opens the work screen came. */
  let early: readonly ViewEvent[] = [];

  function dispatch(event: ViewEvent): void {
    if (view.kind !== "ready" && isAboutPictures(event)) {
      early = kept([...early, event]);
      return;
    }
    const before = view;
    view = update(before, event);
    if (view === before) return;
    for (const follower of followers) follower(before);
    if (view.kind !== "ready") return;
    const heard = early;
    early = [];
    for (const each of heard) dispatch(each);
  }

  return {
    get view() {
      return view;
    },
    dispatch,
    follow(follower) {
      followers.push(follower);
    },
  };
}

function isAboutPictures(event: ViewEvent): boolean {
  if (event.kind !== "heard") return false;
  return ["job", "removed", "intake"].includes(event.event.kind);
}

/** Without the pictures that are gone again, of which not even a name is to stay. */
function kept(events: readonly ViewEvent[]): readonly ViewEvent[] {
  const last = events.at(-1);
  if (last?.kind !== "heard" || last.event.kind !== "removed") return events;
  const { ids } = last.event;
  return events.filter(
    (each) =>
      each.kind === "heard" && each.event.kind === "job" && !ids.includes(each.event.job.id),
  );
}
