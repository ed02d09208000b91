/**
 * What the window shows: one {@link View}, changed by nothing but {@link update}. Before consent
 * there is no session, and so nowhere to put a picture.
 */
import type { CommandError } from "./bindings/CommandError";
import type { Start } from "./bindings/Start";
import type { ViewEvent } from "./events";
import type { Outcome } from "./outcome";
import { newSession, type Session } from "./session";
import { updateSession } from "./updateSession";

export type View =
  | { readonly kind: "starting" }
  | { readonly kind: "broken"; readonly error: CommandError }
  | {
      readonly kind: "consent";
      readonly start: Start;
      readonly policy: boolean;
      readonly adult: boolean;
      readonly outcome: Outcome | null;
    }
  | { readonly kind: "ready"; readonly session: Session };

export function update(view: View, event: ViewEvent): View {
  switch (event.kind) {
    case "started":
      return startedFrom(view, event.start);
    case "broke":
      return { kind: "broken", error: event.error };
    case "ticked":
      return view.kind === "consent" ? { ...view, [event.box]: event.on } : view;
    case "outcomeReported":
      return withOutcome(view, event.outcome);
    case "heard":
      if (event.event.kind === "consent") return startedFrom(view, event.event.start);
      break;
  }
  if (view.kind !== "ready") return view;
  return { kind: "ready", session: updateSession(view.session, event) };
}

function startedFrom(view: View, start: Start): View {
  if (start.consent.kind !== "given") {
    return { kind: "consent", start, policy: false, adult: false, outcome: null };
  }
  // A notice that was acknowledged must not cost the person the pictures that are open.
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, start } };
  return { kind: "ready", session: newSession(start) };
}

function withOutcome(view: View, outcome: Outcome | null): View {
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, outcome } };
  if (view.kind === "consent") return { ...view, outcome };
  return view;
}
