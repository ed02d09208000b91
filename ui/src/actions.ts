/** What a person can do. Each ends in a event, and in an outcome when there is one to report. */
import type { Intake } from "./bindings/Intake";
import type { LineMode } from "./bindings/LineMode";
import type { NamedText } from "./bindings/NamedText";
import type { Settings } from "./bindings/Settings";
import type { Start } from "./bindings/Start";
import type { ViewEvent } from "./events";
import { asCommandError, type Shell } from "./ipc";
import { exportOutcome, type Outcome, savedOutcome } from "./outcome";
import { type Item, isUnfinished, type Panel, type Session, shownItem } from "./session";
import type { Store } from "./store";

export type Actions = ReturnType<typeof createActions>;

export function createActions(shell: Shell, store: Store) {
  const report = (outcome: Outcome | null) => {
    if (outcome) store.dispatch({ kind: "outcomeReported", outcome });
  };
  const session = (): Session | null => (store.view.kind === "ready" ? store.view.session : null);

  /** Does something; when the shell refuses, reports why and gives nothing. */
  async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (thrown) {
      report({ kind: "failed", error: asCommandError(thrown) });
      return undefined;
    }
  }

  /** The same, and what it gives becomes a event. */
  async function then<T>(work: Promise<T>, event: (given: T) => ViewEvent): Promise<boolean> {
    const given = await attempt(work);
    if (given !== undefined) store.dispatch(event(given));
    return given !== undefined;
  }
  const takeIn = (work: Promise<Intake>) =>
    then(work, (outcome) => ({ kind: "heard", event: { kind: "intake", outcome } }));

  async function setSettings(change: Partial<Settings>): Promise<boolean> {
    const now = session()?.start.settings;
    if (!now) return false;
    return then(shell.setSettings({ ...now, ...change }), (settings) => ({
      kind: "heard",
      event: { kind: "settings", settings },
    }));
  }

  /** The text of a picture as the person left it, fetched if it has not come yet; else nothing. */
  async function textOf({ job, texts }: Item, mode: LineMode): Promise<string> {
    if (job.state.kind !== "read") return "";
    return texts[mode]?.now ?? (await shell.text(job.id, mode));
  }

  /** The texts of all pictures that have any. */
  async function allTexts(): Promise<NamedText[]> {
    const now = session();
    if (!now) return [];
    const mode = now.start.settings.lines;
    const texts = await Promise.all(
      now.items.map(async (item) => ({ id: item.job.id, text: await textOf(item, mode) })),
    );
    return texts.filter(({ text }) => text.trim() !== "");
  }

  /** Hands a file over; a folder and a file that is gone cannot be looked into. */
  async function handOver(file: File): Promise<Intake> {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { ...NOTHING_YET, refused: [{ name: file.name, trouble: { kind: "unreadable" } }] };
    }
    try {
      return await shell.addBytes(bytes, file.name);
    } finally {
      bytes.fill(0);
    }
  }

  async function copy(text: string): Promise<boolean> {
    const copied = await attempt(shell.copy(text));
    if (copied) report({ kind: "copied", ...copied });
    return copied !== undefined;
  }

  return {
    report,
    copy,
    setSettings,

    agree: async () => {
      if (store.view.kind !== "consent") return;
      const { adult, start } = store.view;
      const version = start.policies[0]?.number ?? 0;
      const given = await then(shell.agree(version, adult), (next) => started(next));
      if (given) report({ kind: "agreed" });
    },
    decline: () => attempt(shell.decline()),
    acknowledge: (version: number) => then(shell.acknowledge(version), (next) => started(next)),

    open: () => takeIn(shell.open()),
    paste: () => takeIn(shell.addClipboard()),
    addFiles: async (files: readonly File[]) => {
      let all = NOTHING_YET;
      for (const file of files) {
        const one = await attempt(handOver(file));
        if (!one) return;
        all = joined(all, one);
      }
      store.dispatch({ kind: "heard", event: { kind: "intake", outcome: all } });
    },

    choose: (id: number) => store.dispatch({ kind: "chose", id }),
    chooseNext: (by: 1 | -1) => {
      const now = session();
      const index = now?.items.findIndex(({ job }) => job.id === now.shown) ?? -1;
      const next = now?.items[index + by];
      if (index >= 0 && next) store.dispatch({ kind: "chose", id: next.job.id });
    },
    leaf: (by: 1 | -1) => {
      const now = session();
      const state = shownOf(now)?.job.state;
      const page = (now?.page ?? 0) + by;
      if (state?.kind === "read" && state.pages[page - 1]) store.dispatch({ kind: "leafed", page });
    },
    cancel: (id: number) => attempt(shell.cancel(id)),
    /** Ends the reading that is shown, else puts away what was said of files. */
    giveUp: () => {
      const item = shownOf(session());
      if (item && isUnfinished(item.job)) attempt(shell.cancel(item.job.id));
      else store.dispatch({ kind: "waved" });
    },
    cancelAll: () => attempt(shell.cancelAll()),
    remove: (id: number) => attempt(shell.remove(id)),
    clear: async () => {
      if (!(await attempt(shell.clear().then(() => true)))) return;
      store.dispatch({ kind: "waved" });
      report({ kind: "cleared" });
    },
    turn: async (quarters: number) => {
      const item = shownOf(session());
      if (!item || isUnfinished(item.job)) return;
      report({ kind: "rotated" });
      await attempt(shell.turn(item.job.id, quarters));
    },

    setLines: async (lines: LineMode) => {
      if (await setSettings({ lines })) report({ kind: "lineModeChanged", mode: lines });
    },
    edit: (id: number, mode: LineMode, text: string) =>
      store.dispatch({ kind: "edited", id, mode, text }),
    /** The text that is shown as it was read. */
    restoreText: () => {
      const now = session();
      const id = now?.shown;
      if (now && typeof id === "number") {
        store.dispatch({ kind: "restored", id, mode: now.start.settings.lines });
      }
    },

    /** All of the text that is shown, as the person left it. */
    copyText: async () => {
      const now = session();
      const item = shownOf(now);
      if (!now || !item) return;
      const text = await attempt(textOf(item, now.start.settings.lines));
      if (text !== undefined) await copy(text);
    },
    copyAll: async () => {
      const texts = await attempt(allTexts());
      if (texts) await copy(texts.map(({ text }) => text).join("\n\n"));
    },
    save: async () => {
      const now = session();
      const item = shownOf(now);
      if (!now || item?.job.state.kind !== "read") return;
      const text = await attempt(textOf(item, now.start.settings.lines));
      if (text === undefined) return;
      if (text.trim() === "") return report({ kind: "nothingToSave" });
      report(savedOutcome((await attempt(shell.save(item.job.id, text))) ?? null));
    },
    saveAll: async () => {
      const texts = await attempt(allTexts());
      if (texts?.length === 0) return report({ kind: "nothingToSave" });
      if (texts) report(savedOutcome((await attempt(shell.saveAll(texts))) ?? null));
    },

    showPanel: async (panel: Panel) => {
      store.dispatch({ kind: "opened", panel });
      if (panel.screen === "data") await then(shell.held(), (held) => ({ kind: "held", held }));
    },
    closePanel: () => store.dispatch({ kind: "closed" }),
    ask: (question: "erase" | "withdraw" | null) => store.dispatch({ kind: "asked", question }),
    measure: () => then(shell.facts(), (facts) => ({ kind: "measured", facts })),
    erase: async () => {
      if (await then(shell.erase(), (held) => ({ kind: "held", held }))) report({ kind: "erased" });
    },
    withdraw: () => then(shell.withdraw(), (next) => started(next)),
    exportData: async () => report(exportOutcome((await attempt(shell.exportData())) ?? null)),
    setCounter: (month: string, pictures: number) =>
      then(shell.setCounter(month, pictures), (held) => ({ kind: "held", held })),
    dispatch: store.dispatch,
  };
}

const NOTHING_YET: Intake = { added: 0, refused: [], nothing: null, leftOut: 0 };

/** What came of several things that were brought together. */
function joined(one: Intake, other: Intake): Intake {
  return {
    added: one.added + other.added,
    refused: [...one.refused, ...other.refused],
    nothing: one.nothing ?? other.nothing,
    leftOut: one.leftOut + other.leftOut,
  };
}

function started(start: Start): ViewEvent {
  return { kind: "started", start };
}

function shownOf(session: Session | null) {
  return session ? shownItem(session) : undefined;
}
