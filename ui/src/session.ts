/** What the window knows after consent: the queue, what is shown of it, and the panel above it. */
import type { Facts } from "./bindings/Facts";
import type { Held } from "./bindings/Held";
import type { Intake } from "./bindings/Intake";
import type { Job } from "./bindings/Job";
import type { PageView } from "./bindings/PageView";
import type { Refused } from "./bindings/Refused";
import type { Settings } from "./bindings/Settings";
import type { Start } from "./bindings/Start";
import { type Drafts, restored, withEdit, withRead } from "./drafts";
import type { ShellEvent } from "./ipc";
import { intakeOutcome, type Outcome, readingOutcome } from "./outcome";
import type { Happening } from "./state";

export interface Session {
  readonly start: Start;
  readonly panel: Panel | null;
  readonly items: readonly Item[];
  /** Number of the picture that is shown; null exactly when there is none. */
  readonly shown: number | null;
  /** The page of it that is shown, from 1. */
  readonly page: number;
  /** The word that the person was led to. */
  readonly spot: Spot | null;
  /** What came of the last thing that was done. */
  readonly outcome: Outcome | null;
  /** Files that were not added; shown until the person dismisses them. */
  readonly refused: readonly Refused[];
  /** Whether files are held over the window. */
  readonly dragging: boolean;
}

/** A screen above the work. */
export type Panel =
  | { readonly screen: "data"; readonly held: Held | null; readonly question: Question }
  | { readonly screen: "privacy"; readonly facts: Facts | null }
  | { readonly screen: "settings" }
  | { readonly screen: "shortcuts" }
  | { readonly screen: "policy"; readonly number: number };

/** What the person has to confirm before it is done. */
export type Question = "erase" | "withdraw" | null;

/** One picture of the queue. */
export interface Item {
  readonly job: Job;
  /** How often it was read; a picture that was turned is read again. */
  readonly round: number;
  readonly texts: Drafts;
  /** What stands on each page, as far as it was fetched. */
  readonly pages: readonly (PageView | undefined)[];
}

/** A word of a picture: page from 1, line and word from 0. */
export interface Spot {
  readonly page: number;
  readonly line: number;
  readonly word: number;
}

export function begin(start: Start): Session {
  return {
    start,
    panel: null,
    items: [],
    shown: null,
    page: 1,
    spot: null,
    outcome: null,
    refused: [],
    dragging: false,
  };
}

export function itemOf(session: Session, id: number | null): Item | undefined {
  return session.items.find((item) => item.job.id === id);
}

export function shownItem(session: Session): Item | undefined {
  return itemOf(session, session.shown);
}

export function isUnfinished(job: Job): boolean {
  return job.state.kind === "waiting" || job.state.kind === "reading";
}

export function updateSession(session: Session, happening: Happening): Session {
  switch (happening.kind) {
    case "heard":
      return heard(session, happening.event);
    case "opened":
      return { ...session, panel: happening.panel };
    case "closed":
      return { ...session, panel: null };
    case "asked":
      return onData(session, { question: happening.question });
    case "held":
      return onData(session, { held: happening.held, question: null });
    case "measured":
      return onPrivacy(session, happening.facts);
    case "chose":
      return show(session, happening.id);
    case "leafed":
      return { ...session, page: happening.page, spot: null };
    case "spotted":
      return { ...session, page: happening.spot.page, spot: happening.spot };
    case "waved":
      return { ...session, refused: [] };
    case "texted":
      return onItem(session, happening.id, (item) =>
        item.round === happening.round
          ? { ...item, texts: withRead(item.texts, happening.mode, happening.text) }
          : item,
      );
    case "edited":
      return onItem(session, happening.id, (item) => ({
        ...item,
        texts: withEdit(item.texts, happening.mode, happening.text),
      }));
    case "restored":
      return onItem(session, happening.id, (item) => ({
        ...item,
        texts: restored(item.texts, happening.mode),
      }));
    case "paged":
      return onItem(session, happening.id, (item) =>
        item.round === happening.round
          ? { ...item, pages: placed(item.pages, happening.page - 1, happening.view) }
          : item,
      );
    default:
      return session;
  }
}

function heard(session: Session, event: ShellEvent): Session {
  switch (event.kind) {
    case "job":
      return withJob(session, event.job);
    case "removed":
      return without(session, event.ids);
    case "dragging":
      return { ...session, dragging: event.over };
    case "intake":
      return tookIn(session, event.outcome);
    case "settings":
      return withSettings(session, event.settings);
    case "consent":
      return session;
  }
}

function tookIn(session: Session, intake: Intake): Session {
  return {
    ...session,
    dragging: false,
    outcome: intakeOutcome(intake) ?? session.outcome,
    refused: intake.refused,
  };
}

function withSettings(session: Session, settings: Settings): Session {
  return { ...session, start: { ...session.start, settings } };
}

function withJob(session: Session, job: Job): Session {
  const before = itemOf(session, job.id);
  if (!before) return withNewJob(session, job);
  const items = session.items.map((item) => (item === before ? changed(item, job) : item));
  const next = { ...session, items };
  const ended = isUnfinished(before.job) && !isUnfinished(job);
  if (!ended) return job.id === session.shown ? { ...next, spot: null } : next;
  const outcome = readingOutcome(job, next.items, job.id === session.shown);
  return { ...next, outcome: outcome ?? next.outcome };
}

function withNewJob(session: Session, job: Job): Session {
  const item: Item = { job, round: job.state.kind === "read" ? 1 : 0, texts: {}, pages: [] };
  // The first of a batch is shown; those behind it do not push it away.
  const busy = session.items.some((other) => isUnfinished(other.job));
  const next = { ...session, items: [...session.items, item] };
  return busy && session.shown !== null ? next : show(next, job.id);
}

function changed(item: Item, job: Job): Item {
  const isReadNow = job.state.kind === "read" && item.job.state.kind !== "read";
  if (job.state.kind === "read" && !isReadNow) return { ...item, job };
  return { job, round: item.round + (isReadNow ? 1 : 0), texts: {}, pages: [] };
}

function without(session: Session, ids: readonly number[]): Session {
  const items = session.items.filter((item) => !ids.includes(item.job.id));
  const next = { ...session, items };
  if (session.shown === null || !ids.includes(session.shown)) return next;
  const index = session.items.findIndex((item) => item.job.id === session.shown);
  const behind = session.items.slice(index).find((item) => !ids.includes(item.job.id));
  const neighbour = behind ?? items.at(-1);
  if (neighbour) return show(next, neighbour.job.id);
  return { ...next, shown: null, page: 1, spot: null };
}

function show(session: Session, id: number): Session {
  return id === session.shown ? session : { ...session, shown: id, page: 1, spot: null };
}

function onItem(session: Session, id: number, change: (item: Item) => Item): Session {
  const items = session.items.map((item) => (item.job.id === id ? change(item) : item));
  return { ...session, items };
}

function onData(session: Session, change: { held?: Held; question: Question }): Session {
  if (session.panel?.screen !== "data") return session;
  return { ...session, panel: { ...session.panel, ...change } };
}

function onPrivacy(session: Session, facts: Facts): Session {
  if (session.panel?.screen !== "privacy") return session;
  return { ...session, panel: { ...session.panel, facts } };
}

function placed<T>(list: readonly (T | undefined)[], index: number, value: T) {
  return Object.assign([...list], { [index]: value });
}
