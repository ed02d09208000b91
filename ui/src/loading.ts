/**
 * Fetches what the view needs and does not have: the text of the picture that is shown, and what
 * stands on its pages. Copies a text at once if the person wishes it so.
 */
import type { Actions } from "./actions";
import { asCommandError, type Shell } from "./ipc";
import { type Item, isUnfinished, type Session, shownItem } from "./session";
import type { Store } from "./store";

export function keepLoaded(shell: Shell, store: Store, actions: Actions): void {
  /** What is on its way, so that it is not asked for twice. */
  const asked = new Set<string>();
  /** The picture whose reading the person is looking at: its text may be copied at once. */
  let awaited: number | null = null;

  async function once(key: string, work: () => Promise<void>): Promise<void> {
    if (asked.has(key)) return;
    asked.add(key);
    try {
      await work();
      asked.delete(key);
    } catch (thrown) {
      // The key stays: what was refused is not asked for again with every key that is pressed.
      const error = asCommandError(thrown);
      // A picture that was removed or rotated meanwhile is not worth reporting.
      if (error.kind !== "noSuchJob") actions.report({ kind: "failed", error });
    }
  }

  async function loadText(session: Session, { job, round, texts }: Item): Promise<void> {
    const mode = session.start.settings.lines;
    if (texts[mode]) return;
    await once(`text ${job.id} ${round} ${mode}`, async () => {
      const text = await shell.text(job.id, mode);
      store.dispatch({ kind: "texted", id: job.id, round, mode, text });
      if (awaited !== job.id) return;
      awaited = null;
      if (session.start.settings.copyAtOnce && text.trim() !== "") await actions.copy(text);
    });
  }

  function loadPages({ job, round, pages }: Item): void {
    if (job.state.kind !== "read") return;
    const missing = job.state.pages.findIndex((_, index) => !pages[index]);
    if (missing < 0) return;
    // One after the other: each that comes brings the next one here.
    const page = missing + 1;
    once(`page ${job.id} ${round} ${page}`, async () => {
      const view = await shell.page(job.id, page);
      store.dispatch({ kind: "paged", id: job.id, round, page, view });
    });
  }

  store.follow(() => {
    if (store.view.kind !== "ready") {
      awaited = null;
      return;
    }
    const { session } = store.view;
    const item = shownItem(session);
    // Whoever looks elsewhere meanwhile does not want the clipboard to change later.
    if (awaited !== item?.job.id) awaited = null;
    if (!item) return;
    if (item.job.state.kind !== "read") {
      awaited = isUnfinished(item.job) ? item.job.id : null;
      return;
    }
    loadText(session, item);
    loadPages(item);
  });
}
