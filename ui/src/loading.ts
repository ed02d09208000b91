/**
 * Loads what the view needs and does not have: the text of the picture that is shown, and the words
 * of its page. Copies a new text automatically if the person has chosen so.
 */
import type { Actions } from "./actions";
import { asCommandError, type Shell } from "./ipc";
import { type Item, isUnfinished, type Session, selectedItem } from "./session";
import type { Store } from "./store";

/** How long words of a page wait for more edits, in milliseconds: to load them takes as long as some keys. */
const PAUSE = 500;

export function startLoading(shell: Shell, store: Store, actions: Actions): void {
  /** Requests in progress, so that none is sent twice. */
  const requested = new Set<string>();
  /** The picture whose reading the person is watching: only its text may be copied automatically. */
  let watchedId: number | null = null;

  async function once(key: string, load: () => Promise<void>): Promise<void> {
    if (requested.has(key)) return;
    requested.add(key);
    try {
      await load();
      requested.delete(key);
    } catch (thrown) {
      // The key stays, or each key press would repeat a request that fails.
      const error = asCommandError(thrown);
      // A picture that was removed or rotated in the meantime is not worth reporting.
      if (error.kind !== "noSuchJob") actions.report({ kind: "failed", error });
    }
  }

  async function loadText(session: Session, item: Item): Promise<void> {
    const { job, revision, edition, texts } = item;
    const mode = session.start.settings.lines;
    if (texts[mode]) return;
    await once(`text ${job.id} ${revision} ${edition} ${mode}`, async () => {
      const view = await shell.text(job.id, mode);
      store.dispatch({ kind: "textLoaded", id: job.id, revision, edition, mode, view });
      if (watchedId !== job.id) return;
      watchedId = null;
      if (session.start.settings.copyAtOnce && view.text.trim() !== "") await actions.copyText();
    });
  }

  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Loads the words of the page that is shown, after an edit once the person pauses. */
  function loadPage(session: Session, item: Item): void {
    clearTimeout(pause);
    if (item.edition === 0) loadPageNow(session, item);
    else pause = setTimeout(loadShownPage, PAUSE);
  }

  function loadShownPage(): void {
    if (store.view.kind !== "ready") return;
    const item = selectedItem(store.view.session);
    if (item) loadPageNow(store.view.session, item);
  }

  function loadPageNow({ page }: Session, { job, revision, edition, pages }: Item): void {
    if (job.state.kind !== "read" || !job.state.pages[page - 1] || pages[page - 1]) return;
    once(`page ${job.id} ${revision} ${edition} ${page}`, async () => {
      const view = await shell.page(job.id, page);
      store.dispatch({ kind: "pageLoaded", id: job.id, revision, edition, page, view });
    });
  }

  /** Hotkeys may not work, which is reported at the start. */
  async function loadCaptureStatus({ capture }: Session): Promise<void> {
    if (capture) return;
    await once("capture status", async () => {
      store.dispatch({ kind: "captureStatusLoaded", status: await shell.captureStatus() });
    });
  }

  store.subscribe(() => {
    if (store.view.kind !== "ready") {
      watchedId = null;
      return;
    }
    const { session } = store.view;
    loadCaptureStatus(session);
    const item = selectedItem(session);
    // A person who has moved on does not want the clipboard to change later.
    if (watchedId !== item?.job.id) watchedId = null;
    if (!item) return;
    if (item.job.state.kind !== "read") {
      watchedId = isUnfinished(item.job) ? item.job.id : null;
      return;
    }
    loadText(session, item);
    loadPage(session, item);
  });
}
