/** Holds the one view and tells of every change. */
import { type Happening, update, type View } from "./state";

export interface Store {
  readonly view: View;
  dispatch(happening: Happening): void;
  /** Is called after each change with the view before it. */
  follow(follower: (before: View) => void): void;
}

export function createStore(): Store {
  let view: View = { kind: "starting" };
  const followers: ((before: View) => void)[] = [];
  /** What was heard of pictures before the answer that opens the work screen came. */
  let early: readonly Happening[] = [];

  function dispatch(happening: Happening): void {
    if (view.kind !== "ready" && isOfPictures(happening)) {
      early = kept([...early, happening]);
      return;
    }
    const before = view;
    view = update(before, happening);
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

function isOfPictures(happening: Happening): boolean {
  if (happening.kind !== "heard") return false;
  return ["job", "removed", "intake"].includes(happening.event.kind);
}

/** Without the pictures that are gone again, of which not even a name is to stay. */
function kept(happenings: readonly Happening[]): readonly Happening[] {
  const last = happenings.at(-1);
  if (last?.kind !== "heard" || last.event.kind !== "removed") return happenings;
  const { ids } = last.event;
  return happenings.filter(
    (each) =>
      each.kind === "heard" && each.event.kind === "job" && !ids.includes(each.event.job.id),
  );
}
