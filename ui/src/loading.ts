/**
 * Fetches what the view needs and does not have: the text of the picture that is shown, and what
 * stands on its pages. Copies a text at once if the person wishes it so.
 */
import type { Actions } from "./actions";
import type { Shell } from "./ipc";
import { type Item, type Session, shownItem } from "./session";
import type { View } from "./state";
import type { Store } from "./store";

export function keepLoaded(shell: Shell, store: Store, actions: Actions): void {
  /** What is on its way, so that it is not asked for twice. */
  const asked = new Set<string>();
  /** Pictures that were being read while they were shown: their text may be copied at once. */
  const awaited = new Set<number>();

  async function once(key: string, work: () => Promise<void>): Promise<void> {
    if (asked.has(key)) return;
    asked.add(key);
    try {
      await work();
    } catch {
      // It was removed or turned meanwhile; what replaced it is asked for by itself.
    } finally {
      asked.delete(key);
    }
  }

  async function loadText(session: Session, { job, round, texts }: Item): Promise<void> {
    const mode = session.start.settings.lines;
    if (texts[mode]) return;
    await once(`text ${job.id} ${round} ${mode}`, async () => {
      const text = await shell.text(job.id, mode);
      store.dispatch({ kind: "texted", id: job.id, round, mode, text });
      if (!awaited.delete(job.id) || !session.start.settings.copyAtOnce) return;
      if (text.trim() !== "") await actions.copy(text);
    });
  }

  function loadPages({ job, round, pages }: Item): void {
    if (job.state.kind !== "read") return;
    const missing = job.state.pages.findIndex((_, index) => !pages[index]);
    if (missing < 0) return;
    // One after the other: each that comes brings the next one here.
    once(`page ${job.id} ${round}`, async () => {
      const page = missing + 1;
      const view = await shell.page(job.id, page);
      asked.delete(`page ${job.id} ${round}`);
      store.dispatch({ kind: "paged", id: job.id, round, page, view });
    });
  }

  store.follow((before: View) => {
    if (store.view.kind !== "ready") {
      awaited.clear();
      return;
    }
    const { session } = store.view;
    if (before.kind === "ready" && before.session === session) return;
    const item = shownItem(session);
    if (!item) return;
    if (item.job.state.kind !== "read") {
      awaited.add(item.job.id);
      return;
    }
    loadText(session, item);
    loadPages(item);
  });
}
