/**
 * What the window shows: one {@link View}, changed only by {@link update}. Before consent there is
 * no session, so there is no place for a picture.
 */
import type { CommandError } from "./bindings/CommandError";
import type { InitialState } from "./bindings/InitialState";
import type { Settings } from "./bindings/Settings";
import type { ViewEvent } from "./events";
import { captureOutcome, type Outcome } from "./outcome";
import { newSession, type Session } from "./session";
import { updateSession } from "./updateSession";

export type View =
  | { readonly kind: "starting" }
  | { readonly kind: "broken"; readonly error: CommandError }
  | {
      readonly kind: "consent";
      readonly start: InitialState;
      /** The boxes of the consent screen. */
      readonly policy: boolean;
      readonly adult: boolean;
      readonly outcome: Outcome | null;
    }
  | { readonly kind: "ready"; readonly session: Session };

export function update(view: View, event: ViewEvent): View {
  switch (event.kind) {
    case "started":
      return startWith(view, event.start);
    case "startFailed":
      return { kind: "broken", error: event.error };
    case "boxTicked":
      return view.kind === "consent" ? { ...view, [event.box]: event.on } : view;
    case "languageChosen":
      return view.kind === "consent" ? { ...view, start: inLanguage(view.start, event) } : view;
    case "outcomeReported":
      return withOutcome(view, event.outcome);
    case "shellEvent":
      if (event.shellEvent.kind === "consent") return startWith(view, event.shellEvent.start);
      if (event.shellEvent.kind === "refused") {
        return withOutcome(view, { kind: "failed", error: event.shellEvent.error });
      }
      // A hotkey or the command line can ask for a capture before the person has agreed.
      if (event.shellEvent.kind === "captured" && view.kind === "consent") {
        return withOutcome(view, captureOutcome(event.shellEvent.outcome));
      }
      break;
  }
  if (view.kind !== "ready") return view;
  const session = updateSession(view.session, event);
  return session === view.session ? view : { kind: "ready", session };
}

/** What the shell sent at its start, once it has. */
export function startOf(view: View): InitialState | null {
  if (view.kind === "ready") return view.session.start;
  return view.kind === "consent" ? view.start : null;
}

function startWith(view: View, start: InitialState): View {
  if (start.consent.kind !== "given") {
    const isWithdrawn = view.kind === "ready" && start.consent.kind === "missing";
    const outcome = isWithdrawn ? ({ kind: "withdrawn" } as const) : null;
    return { kind: "consent", start, policy: false, adult: false, outcome };
  }
  // Acknowledging a notice must not close the pictures that are open.
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, start } };
  return { kind: "ready", session: newSession(start) };
}

/** Before consent nothing is stored, so that the page alone knows the language. */
function inLanguage(start: InitialState, { language }: Pick<Settings, "language">): InitialState {
  return { ...start, settings: { ...start.settings, language } };
}

function withOutcome(view: View, outcome: Outcome | null): View {
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, outcome } };
  if (view.kind === "consent") return { ...view, outcome };
  return view;
}
