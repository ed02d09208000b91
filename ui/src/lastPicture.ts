/** What is to be wiped outside of the page's own memory goes with the last picture. */
import type { View } from "./state";
import type { Store } from "./store";

/** Calls `wipe` whenever the last picture is closed, also because consent is withdrawn. */
export function onLastPictureClosed(store: Store, wipe: () => void): void {
  store.subscribe((before) => {
    if (hasPictures(before) && !hasPictures(store.view)) wipe();
  });
}

function hasPictures(view: View): boolean {
  return view.kind === "ready" && view.session.items.length > 0;
}
