/** How the session changes with what happens. */
import type { Facts } from "./bindings/Facts";
import type { Held } from "./bindings/Held";
import type { Intake } from "./bindings/Intake";
import type { Job } from "./bindings/Job";
import type { Settings } from "./bindings/Settings";
import { restored, withEdit, withRead } from "./editedText";
import type { ViewEvent } from "./events";
import type { ShellEvent } from "./ipc";
import { intakeOutcome, readingOutcome } from "./outcome";
import { type Item, isUnfinished, itemOf, type Question, type Session } from "./session";

export function updateSession(session: Session, event: ViewEvent): Session {
  switch (event.kind) {
    case "heard":
      return heard(session, event.event);
    case "opened":
      return { ...session, panel: event.panel };
    case "closed":
      return { ...session, panel: null };
    case "asked":
      return onData(session, { question: event.question });
    case "held":
      return onData(session, { held: event.held, question: null });
    case "measured":
      return onPrivacy(session, event.facts);
    case "chose":
      return show(session, event.id);
    case "leafed":
      return { ...session, page: event.page, spot: null };
    case "spotted":
      return { ...session, page: event.spot.page, spot: event.spot };
    case "waved":
      return { ...session, refused: [] };
    case "texted":
      return onItem(session, event.id, (item) =>
        item.round === event.round
          ? { ...item, texts: withRead(item.texts, event.mode, event.text) }
          : item,
      );
    case "edited":
      return onItem(session, event.id, (item) => ({
        ...item,
        texts: withEdit(item.texts, event.mode, event.text),
      }));
    case "restored":
      return onItem(session, event.id, (item) => ({
        ...item,
        texts: restored(item.texts, event.mode),
      }));
    case "paged":
      return onItem(session, event.id, (item) =>
        item.round === event.round
          ? { ...item, pages: placed(item.pages, event.page - 1, event.view) }
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
