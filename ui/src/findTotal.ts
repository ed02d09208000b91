/** Counts what is found in all pictures, once the person pauses. */
import type { TextView } from "./bindings/TextView";
import { type Find, findMatches, MOST_MATCHES } from "./find";
import type { Session } from "./session";

/** The pause after which the search in all pictures begins, in milliseconds: each key changes it. */
const PAUSE = 300;

interface Host {
  readonly getSession: () => Session | null;
  /** The pictures to search. */
  readonly ids: () => readonly number[];
  /** The text of one of them with all edits; fails when the picture is gone. */
  readonly load: (id: number) => Promise<TextView>;
  readonly change: (find: Find) => void;
}

/** A function to be called when the search is another one, or the texts are. */
export function createFindTotal({ getSession, ids, load, change }: Host): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let searches = 0;

  async function count(find: Find, isCurrent: () => boolean): Promise<void> {
    let total = 0;
    for (const id of ids()) {
      const view = await load(id).catch(() => null);
      if (!isCurrent()) return;
      if (view) total += findMatches(view.text, find).length;
      if (total >= MOST_MATCHES) break;
    }
    const now = getSession()?.find;
    if (now) change({ ...now, total: Math.min(total, MOST_MATCHES) });
  }

  return () => {
    clearTimeout(timer);
    searches += 1;
    const search = searches;
    const find = getSession()?.find;
    if (!find?.everywhere || find.query === "") return;
    timer = setTimeout(() => count(find, () => search === searches), PAUSE);
  };
}
