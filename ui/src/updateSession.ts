/** How the session changes with each event. */

import type { CaptureStatus } from "./bindings/CaptureStatus";
import type { HotkeyStatus } from "./bindings/HotkeyStatus";
import type { Intake } from "./bindings/Intake";
import type { Job } from "./bindings/Job";
import type { PrivacyStatus } from "./bindings/PrivacyStatus";
import type { Settings } from "./bindings/Settings";
import type { StoredData } from "./bindings/StoredData";
import type { TextView } from "./bindings/TextView";
import { type EditedTexts, withAnswer, withEdit, withView } from "./editedText";
import type { ViewEvent } from "./events";
import type { ShellEvent } from "./ipc";
import { captureOutcome, intakeOutcome, type Outcome, readingOutcome } from "./outcome";
import { findItem, type Item, isUnfinished, type Question, type Session } from "./session";

export function updateSession(session: Session, event: ViewEvent): Session {
  switch (event.kind) {
    case "shellEvent":
      return afterShellEvent(session, event.shellEvent);
    case "panelOpened":
      // What was said of the workspace is not about the panel.
      return { ...session, panel: event.panel, outcome: null };
    case "panelClosed":
      return { ...session, panel: null };
    case "questionAsked":
      return updateDataPanel(session, { question: event.question });
    case "storedDataLoaded":
      return updateDataPanel(session, { storedData: event.storedData, question: null });
    case "privacyStatusLoaded":
      return updatePrivacyPanel(session, event.status);
    case "captureStatusLoaded":
      // The answer may be older than what the shell has sent in the meantime.
      return session.capture ? session : withCaptureStatus(session, event.status);
    case "pictureSelected":
      return { ...select(session, event.id), isChosen: true };
    case "typing":
      return session.isTyping === event.on ? session : { ...session, isTyping: event.on };
    case "pageChanged":
      return { ...session, page: event.page, highlightedWord: null };
    case "wordHighlighted":
      return { ...session, page: event.word.page, highlightedWord: event.word };
    case "refusalsDismissed":
      return { ...session, refused: [] };
    case "textLoaded":
      return updateItem(session, event.id, (item) =>
        isCurrent(item, event)
          ? {
              ...item,
              ...editState(event.view),
              texts: withView(item.texts, event.mode, event.view),
            }
          : item,
      );
    case "textEdited":
      return updateItem(withoutStale(session), event.id, (item) => ({
        ...item,
        edited: true,
        canUndo: true,
        canRedo: false,
        texts: withEdit(item.texts, event.mode, event.text),
      }));
    case "editAnswered":
      return updateItem(session, event.id, (item) =>
        corrected(item, event.view, withAnswer(item.texts, event.mode, event.view)),
      );
    case "textReplaced":
      return updateItem(withoutStale(session), event.id, (item) =>
        corrected(item, event.view, withView({}, event.mode, event.view)),
      );
    case "findChanged":
      return { ...session, find: event.find };
    case "confirmationAsked":
      return { ...session, confirmation: event.confirmation };
    case "pageLoaded":
      return updateItem(session, event.id, (item) =>
        isCurrent(item, event)
          ? { ...item, pages: replaceAt(item.pages, event.page - 1, event.view) }
          : item,
      );
    default:
      return session;
  }
}

function afterShellEvent(session: Session, event: ShellEvent): Session {
  switch (event.kind) {
    case "job":
      return updateJob(session, event.job);
    case "removed":
      return removeItems(session, event.ids);
    case "dragging":
      return { ...session, dragging: event.over };
    case "intake":
      return afterIntake(session, event.outcome);
    case "settings":
      return updateSettings(session, event.settings);
    case "closeRequested":
      return { ...session, confirmation: { kind: "close", unkept: event.unkept } };
    case "captured":
      return { ...session, outcome: captureOutcome(event.outcome) ?? session.outcome };
    case "captureStatus":
      return withCaptureStatus(session, event.status);
    case "ignoredAreas":
      return { ...session, ignoredAreas: event.count };
    case "saving":
      return { ...session, outcome: { kind: "saving" } };
    case "show":
      return show(session, event.id);
    case "consent":
    case "refused":
      return session;
  }
}

function afterIntake(session: Session, intake: Intake): Session {
  return {
    ...session,
    dragging: false,
    outcome: intakeOutcome(intake) ?? session.outcome,
    refused: intake.refused,
  };
}

/** Hotkeys that do not work are reported once; the settings show them for as long as they do not. */
function withCaptureStatus(session: Session, status: CaptureStatus): Session {
  const next = { ...session, capture: status };
  if (session.panel?.screen === "settings") return next;
  const keys = failedHotkeys(session, status);
  const isKnown = keys.join() === failedHotkeys(session, session.capture).join();
  return keys.length === 0 || isKnown
    ? next
    : { ...next, outcome: { kind: "hotkeysFailed", keys } };
}

function failedHotkeys({ start }: Session, status: CaptureStatus | null): readonly string[] {
  const { hotkey, againHotkey } = start.settings.capture;
  const isFailed = (of: HotkeyStatus | undefined) =>
    of === "taken" || of === "duplicate" || of === "invalid";
  return [
    ...(isFailed(status?.hotkey) ? [hotkey] : []),
    ...(isFailed(status?.againHotkey) ? [againHotkey] : []),
  ];
}

function updateSettings(session: Session, settings: Settings): Session {
  return { ...session, start: { ...session.start, settings } };
}

function updateJob(session: Session, job: Job): Session {
  const before = findItem(session, job.id);
  if (!before) return addJob(session, job);
  const items = session.items.map((item) => (item === before ? withJob(item, job) : item));
  const isShown = job.id === session.selectedId;
  // A text that is read again is not there to be typed in.
  const isTyping = session.isTyping && !(isShown && job.state.kind !== "read");
  const next = { ...session, items, isTyping };
  const hasEnded = isUnfinished(before.job) && !isUnfinished(job);
  if (!hasEnded) return isShown ? { ...next, highlightedWord: null } : next;
  const outcome = readingOutcome(job, next.items, isShown) ?? next.outcome;
  const isNews = outcome?.kind !== "readingProgress" || isOfReading(next.outcome);
  return isNews ? { ...next, outcome } : next;
}

/** Whether the progress of reading may take the place of this outcome; others stay to be read. */
function isOfReading(outcome: Outcome | null): boolean {
  return !outcome || ["added", "read", "readingProgress", "readingAgain"].includes(outcome.kind);
}

function addJob(session: Session, job: Job): Session {
  const revision = job.state.kind === "read" ? 1 : 0;
  const item: Item = { job, revision, ...UNREAD };
  // The first picture of a batch stays shown when the others arrive.
  const isBusy = session.items.some((other) => isUnfinished(other.job));
  const next = { ...session, items: [...session.items, item] };
  return session.selectedId !== null && (isBusy || session.isTyping) ? next : select(next, job.id);
}

/** Shows what was captured, unless the person types in another text by now. */
function show(session: Session, id: number): Session {
  if (!findItem(session, id)) return session;
  if (!session.isTyping || id === session.selectedId) return select(session, id);
  return { ...session, outcome: { kind: "added", added: 1, refused: 0, skipped: 0 } };
}

function withJob(item: Item, job: Job): Item {
  const isReadNow = job.state.kind === "read" && item.job.state.kind !== "read";
  if (job.state.kind === "read" && !isReadNow) return { ...item, job };
  return { job, revision: item.revision + (isReadNow ? 1 : 0), ...UNREAD };
}

/** What is known of a picture before its text is loaded. */
const UNREAD = {
  edition: 0,
  texts: {},
  pages: [],
  edited: false,
  editedPages: [],
  canUndo: false,
  canRedo: false,
} as const;

function editState({ edited, editedPages, canUndo, canRedo }: TextView) {
  return { edited, editedPages, canUndo, canRedo };
}

/** The picture after a correction: the words of its pages are others now. */
function corrected(item: Item, view: TextView, texts: EditedTexts): Item {
  return { ...item, ...editState(view), texts, edition: item.edition + 1, pages: [] };
}

/** Whether something was loaded after the last reading and the last correction. */
function isCurrent(item: Item, loaded: { readonly revision: number; readonly edition: number }) {
  return item.revision === loaded.revision && item.edition === loaded.edition;
}

/** When the shown picture goes, the next one is shown, or the one before it. */
function removeItems(session: Session, ids: readonly number[]): Session {
  const items = session.items.filter((item) => !ids.includes(item.job.id));
  const next = { ...session, items };
  if (session.selectedId === null || !ids.includes(session.selectedId)) return next;
  const index = session.items.findIndex((item) => item.job.id === session.selectedId);
  const following = session.items.slice(index).find((item) => !ids.includes(item.job.id));
  const neighbour = following ?? items.at(-1);
  if (neighbour) return select(next, neighbour.job.id);
  // What was searched may be a name out of a text that is gone.
  return { ...unselected(next), selectedId: null, find: null };
}

function select(session: Session, id: number): Session {
  if (id === session.selectedId) return session;
  return { ...unselected(session), selectedId: id };
}

/** What was said of the picture that is shown is not about the next one. */
function unselected(session: Session): Session {
  return { ...session, page: 1, highlightedWord: null, isChosen: false, isTyping: false };
}

function updateItem(session: Session, id: number, change: (item: Item) => Item): Session {
  const items = session.items.map((item) => (item.job.id === id ? change(item) : item));
  return { ...session, items };
}

/** What is said of a text is no longer true once it has changed. */
function withoutStale(session: Session): Session {
  const { outcome, find } = session;
  const isStale = outcome !== null && OF_TEXT.has(outcome.kind);
  return { ...session, outcome: isStale ? null : outcome, find: find && { ...find, total: null } };
}

/** The outcomes that are about the text as it was. */
const OF_TEXT: ReadonlySet<Outcome["kind"]> = new Set([
  "read",
  "copied",
  "saved",
  "replaced",
  "picturesChanged",
  "areaIgnored",
  "lineModeChanged",
  "lowConfidenceWord",
]);

function updateDataPanel(
  session: Session,
  change: { storedData?: StoredData; question: Question },
): Session {
  if (session.panel?.screen !== "data") return session;
  return { ...session, panel: { ...session.panel, ...change } };
}

function updatePrivacyPanel(session: Session, status: PrivacyStatus): Session {
  if (session.panel?.screen !== "privacy") return session;
  return { ...session, panel: { ...session.panel, status } };
}

function replaceAt<T>(list: readonly (T | undefined)[], index: number, value: T) {
  return Object.assign([...list], { [index]: value });
}
