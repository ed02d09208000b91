/** What a person can do. Each action ends in events, some of them with an outcome to report. */

import type { InitialState } from "./bindings/InitialState";
import type { Intake } from "./bindings/Intake";
import type { Settings } from "./bindings/Settings";
import { createEditQueue } from "./editQueue";
import type { ViewEvent } from "./events";
import { asCommandError, type Shell } from "./ipc";
import { exportOutcome, type Outcome } from "./outcome";
import {
  type Confirmation,
  type Item,
  isUnfinished,
  type Panel,
  type Question,
  type Session,
  selectedItem,
} from "./session";
import type { Store } from "./store";
import { createTextActions } from "./textActions";
import { changedTextSize, type TextSizeChange } from "./textSize";

export type Actions = ReturnType<typeof createActions>;

/** New settings, or how they follow from those before. */
type SettingsChange = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

export function createActions(shell: Shell, store: Store) {
  const { dispatch } = store;
  const report = (outcome: Outcome | null) => {
    if (outcome) dispatch({ kind: "outcomeReported", outcome });
  };
  const getSession = (): Session | null =>
    store.view.kind === "ready" ? store.view.session : null;
  const getSelected = (): Item | undefined => {
    const session = getSession();
    return session ? selectedItem(session) : undefined;
  };

  /** Waits for a command; when it fails, reports why and returns undefined. */
  async function attempt<T>(command: Promise<T>): Promise<T | undefined> {
    try {
      return await command;
    } catch (thrown) {
      report({ kind: "failed", error: asCommandError(thrown) });
      return undefined;
    }
  }

  /** The same, and dispatches the result. Returns whether the command succeeded. */
  async function attemptAndDispatch<T>(
    command: Promise<T>,
    toEvent: (result: T) => ViewEvent,
  ): Promise<boolean> {
    const result = await attempt(command);
    if (result !== undefined) dispatch(toEvent(result));
    return result !== undefined;
  }
  /** Adds pictures that the person wants to see now, whatever they typed before. */
  function add(command: () => Promise<Intake>): Promise<boolean> {
    dispatch({ kind: "typing", on: false });
    return attemptAndDispatch(command(), intakeEvent);
  }
  const restart = (command: Promise<InitialState>) =>
    attemptAndDispatch(command, (start) => ({ kind: "started", start }));

  /** One change after the other: each begins with the settings that the one before it has left. */
  let settingsChanged: Promise<unknown> = Promise.resolve();
  function setSettings(change: SettingsChange): Promise<boolean> {
    const changed = settingsChanged.then(async () => {
      const settings = getSession()?.start.settings;
      if (!settings) return false;
      const parts = typeof change === "function" ? change(settings) : change;
      return attemptAndDispatch(shell.setSettings({ ...settings, ...parts }), (changed) => ({
        kind: "shellEvent",
        shellEvent: { kind: "settings", settings: changed },
      }));
    });
    settingsChanged = changed;
    return changed;
  }

  /** The pictures whose edits were neither saved nor copied. */
  async function unkeptPictures(): Promise<readonly number[]> {
    await edits.flush();
    return (await attempt(shell.unkept())) ?? [];
  }

  const ask = (confirmation: Confirmation) => dispatch({ kind: "confirmationAsked", confirmation });

  async function clear(): Promise<void> {
    if (!(await attempt(shell.clear().then(() => true)))) return;
    dispatch({ kind: "refusalsDismissed" });
    report({ kind: "cleared" });
  }

  async function rotate(id: number, quarters: number): Promise<void> {
    report({ kind: "readingAgain" });
    await attempt(shell.rotate(id, quarters, getSession()?.page ?? 1));
  }

  /** Does what the person has confirmed. */
  async function confirm(): Promise<void> {
    const confirmation = getSession()?.confirmation;
    if (!confirmation) return;
    dispatch({ kind: "confirmationAsked", confirmation: null });
    switch (confirmation.kind) {
      case "close":
        await attempt(shell.close());
        return;
      case "clear":
        return clear();
      case "remove":
        await attempt(shell.remove(confirmation.id));
        return;
      case "rotate":
        return rotate(confirmation.id, confirmation.quarters);
    }
  }

  /** Sends a file to the shell; folders and files that are gone cannot be read here. */
  async function sendFile(file: File): Promise<Intake> {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { ...EMPTY_INTAKE, refused: [{ name: file.name, error: { kind: "unreadable" } }] };
    }
    try {
      return await shell.addBytes(bytes, file.name);
    } finally {
      bytes.fill(0);
    }
  }

  const edits = createEditQueue(shell, store);
  const context = { shell, edits, dispatch, report, attempt, setSettings, getSession };

  return {
    ...createTextActions(context),
    dispatch,
    report,
    setSettings,

    agree: async () => {
      if (store.view.kind !== "consent") return;
      const { adult, start } = store.view;
      const version = start.policies[0]?.number ?? 0;
      const { language } = start.settings;
      const agreed = await attemptAndDispatch(shell.agree(version, adult), (next) => ({
        kind: "started",
        start: { ...next, settings: { ...next.settings, language } },
      }));
      if (!agreed) return;
      // It could not be stored before.
      if (language !== null) await setSettings({ language });
      report({ kind: "agreed" });
    },
    decline: () => attempt(shell.decline()),
    acknowledge: (version: number) => restart(shell.acknowledge(version)),

    /** The outcome of a capture comes as an event. */
    capture: () => attempt(shell.capture()),
    captureAgain: () => attempt(shell.captureAgain()),

    open: () => add(shell.open),
    /** The text on the clipboard; undefined when it cannot be read. */
    clipboardText: () => attempt(shell.clipboardText()),
    paste: () => add(shell.addClipboard),
    addFiles: async (files: readonly File[]) => {
      dispatch({ kind: "typing", on: false });
      let intake = EMPTY_INTAKE;
      for (const file of files) {
        const next = await attempt(sendFile(file));
        if (!next) return;
        intake = mergeIntakes(intake, next);
      }
      dispatch(intakeEvent(intake));
    },

    select: (id: number) => dispatch({ kind: "pictureSelected", id }),
    selectNext: (by: 1 | -1) => {
      const session = getSession();
      const index = session?.items.findIndex(({ job }) => job.id === session.selectedId) ?? -1;
      const next = session?.items[index + by];
      if (index >= 0 && next) dispatch({ kind: "pictureSelected", id: next.job.id });
    },
    changePage: (by: 1 | -1) => {
      const state = getSelected()?.job.state;
      const page = (getSession()?.page ?? 0) + by;
      if (state?.kind === "read" && state.pages[page - 1]) dispatch({ kind: "pageChanged", page });
    },
    cancel: (id: number) => attempt(shell.cancel(id)),
    /** Cancels the reading that is shown, else dismisses the list of refused files. */
    cancelOrDismiss: () => {
      const item = getSelected();
      if (item && isUnfinished(item.job)) attempt(shell.cancel(item.job.id));
      else dispatch({ kind: "refusalsDismissed" });
    },
    cancelAll: () => attempt(shell.cancelAll()),
    remove: async (id: number) => {
      if ((await unkeptPictures()).includes(id)) ask({ kind: "remove", id });
      else await attempt(shell.remove(id));
    },
    clear: async () => {
      const unkept = await unkeptPictures();
      if (unkept.length > 0) ask({ kind: "clear", unkept });
      else await clear();
    },
    /** Reads a PDF with the password that it needs. */
    unlock: (id: number, password: string) => attempt(shell.unlock(id, password)),
    /** Rotates the picture clockwise and reads it again; 0 only reads it again. */
    rotate: async (quarters: number) => {
      const item = getSelected();
      if (!item || isUnfinished(item.job)) return;
      const { id } = item.job;
      await edits.flush();
      const session = getSession();
      const page = session?.page ?? 1;
      // The other pages keep their edits.
      if (getSelected()?.editedPages.includes(page)) {
        const { state } = item.job;
        const isOneOfSeveral = state.kind === "read" && state.pages.length > 1;
        ask({ kind: "rotate", id, quarters, page: isOneOfSeveral ? page : null });
      } else await rotate(id, quarters);
    },
    /** Reads all pictures whose reading was cancelled. */
    readCancelled: async () => {
      report({ kind: "readingAgain" });
      for (const { job } of getSession()?.items ?? []) {
        if (job.state.kind === "cancelled") await attempt(shell.rotate(job.id, 0, 1));
      }
    },
    confirm,
    dismissConfirmation: () => dispatch({ kind: "confirmationAsked", confirmation: null }),

    showPanel: async (panel: Panel) => {
      dispatch({ kind: "panelOpened", panel });
      if (panel.screen === "data") await attemptAndDispatch(shell.storedData(), storedDataEvent);
    },
    closePanel: () => dispatch({ kind: "panelClosed" }),
    askQuestion: (question: Question) => dispatch({ kind: "questionAsked", question }),
    loadPrivacyStatus: () =>
      attemptAndDispatch(shell.privacyStatus(), (status) => ({
        kind: "privacyStatusLoaded",
        status,
      })),
    erase: async () => {
      if (await attemptAndDispatch(shell.erase(), storedDataEvent)) report({ kind: "erased" });
    },
    changeTextSize: async (change: TextSizeChange) => {
      let percent = 0;
      const isChanged = await setSettings(({ textSize }) => {
        percent = changedTextSize(textSize, change);
        return { textSize: percent };
      });
      if (isChanged) report({ kind: "textSizeChanged", percent });
    },
    withdraw: () => restart(shell.withdraw()),
    exportData: async () => report(exportOutcome((await attempt(shell.exportData())) ?? null)),
    setCounter: (month: string, pictures: number) =>
      attemptAndDispatch(shell.setCounter(month, pictures), storedDataEvent),
  };
}

const EMPTY_INTAKE: Intake = { added: 0, refused: [], emptyReason: null, skipped: 0 };

function mergeIntakes(one: Intake, other: Intake): Intake {
  return {
    added: one.added + other.added,
    refused: [...one.refused, ...other.refused],
    emptyReason: one.emptyReason ?? other.emptyReason,
    skipped: one.skipped + other.skipped,
  };
}

function intakeEvent(outcome: Intake): ViewEvent {
  return { kind: "shellEvent", shellEvent: { kind: "intake", outcome } };
}

function storedDataEvent(storedData: Awaited<ReturnType<Shell["storedData"]>>): ViewEvent {
  return { kind: "storedDataLoaded", storedData };
}
