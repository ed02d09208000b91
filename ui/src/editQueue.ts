/**
 * Sends edits to the shell, one after the other. The first letter goes at once, so that the shell
 * knows of the edit; those that follow are sent together. Whoever needs the document with all edits
 * waits for `flush`.
 */
import type { LineMode } from "./bindings/LineMode";
import { asCommandError, type Shell } from "./ipc";
import type { Store } from "./store";

/** The pause of the person after which letters are sent, in milliseconds. */
const PAUSE = 300;
/** Letters wait no longer, in milliseconds: each edit has the whole text, which the shell compares. */
const LONGEST_WAIT = 2000;

interface Edit {
  readonly id: number;
  readonly mode: LineMode;
  readonly text: string;
  /** Whether it is a part of the edit before, as the letters of a word are. */
  readonly joins: boolean;
}

export interface EditQueue {
  /** How many edits there were. */
  readonly recorded: number;
  record(edit: Edit): void;
  /** Resolves when the shell has all edits. */
  flush(): Promise<void>;
  /** Does something once the shell has all edits, and before it gets others. */
  after<T>(work: () => Promise<T>): Promise<T>;
}

export function createEditQueue(shell: Shell, store: Store): EditQueue {
  let sent: Promise<void> = Promise.resolve();
  let waiting: Edit | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first of the letters that wait was typed. */
  let since = 0;

  async function deliver({ id, mode, text, joins }: Edit): Promise<void> {
    try {
      const view = await shell.edit(id, mode, text, joins);
      store.dispatch({ kind: "editAnswered", id, mode, view });
    } catch (thrown) {
      const error = asCommandError(thrown);
      // A picture that was removed in the meantime has no text to correct.
      if (error.kind === "noSuchJob") return;
      store.dispatch({ kind: "outcomeReported", outcome: { kind: "failed", error } });
    }
  }

  function send(edit: Edit): void {
    sent = sent.then(() => deliver(edit));
  }

  function sendWaiting(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) send(waiting);
    waiting = null;
  }

  let recorded = 0;

  return {
    get recorded() {
      return recorded;
    },
    record(edit) {
      recorded += 1;
      if (waiting && waiting.id !== edit.id) sendWaiting();
      if (edit.joins) {
        if (!waiting) since = Date.now();
        waiting = edit;
        clearTimeout(timer);
        timer = setTimeout(sendWaiting, Math.min(PAUSE, since + LONGEST_WAIT - Date.now()));
      } else {
        sendWaiting();
        send(edit);
      }
    },
    flush() {
      sendWaiting();
      return sent;
    },
    after(work) {
      sendWaiting();
      const done = sent.then(work);
      sent = done.then(
        () => undefined,
        () => undefined,
      );
      return done;
    },
  };
}
