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
  return {
    get view() {
      return view;
    },
    dispatch(happening) {
      const before = view;
      view = update(before, happening);
      if (view === before) return;
      for (const follower of followers) follower(before);
    },
    follow(follower) {
      followers.push(follower);
    },
  };
}
