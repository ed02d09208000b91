/**
 * What the window shows: one {@link View}, changed by nothing but {@link update}. Before consent
 * there is no session, and so nowhere to put a picture.
 */
import type { CommandError } from "./bindings/CommandError";
import type { Facts } from "./bindings/Facts";
import type { Held } from "./bindings/Held";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { Start } from "./bindings/Start";
import type { ShellEvent } from "./ipc";
import type { Outcome } from "./outcome";
import { begin, type Panel, type Session, type Spot, updateSession } from "./session";

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

/** Everything that can happen to the view. */
export type Happening =
  | { readonly kind: "started"; readonly start: Start }
  | { readonly kind: "broke"; readonly error: CommandError }
  | { readonly kind: "ticked"; readonly box: "policy" | "adult"; readonly on: boolean }
  | { readonly kind: "outcomeReported"; readonly outcome: Outcome | null }
  | { readonly kind: "heard"; readonly event: ShellEvent }
  | SessionHappening;

/** What can happen only after consent. */
export type SessionHappening =
  | { readonly kind: "opened"; readonly panel: Panel }
  | { readonly kind: "closed" }
  | { readonly kind: "asked"; readonly question: "erase" | "withdraw" | null }
  | { readonly kind: "held"; readonly held: Held }
  | { readonly kind: "measured"; readonly facts: Facts }
  | { readonly kind: "chose"; readonly id: number }
  | { readonly kind: "leafed"; readonly page: number }
  | { readonly kind: "spotted"; readonly spot: Spot }
  | { readonly kind: "waved" }
  | {
      readonly kind: "texted";
      readonly id: number;
      readonly round: number;
      readonly mode: LineMode;
      readonly text: string;
    }
  | {
      readonly kind: "edited";
      readonly id: number;
      readonly mode: LineMode;
      readonly text: string;
    }
  | { readonly kind: "restored"; readonly id: number; readonly mode: LineMode }
  | {
      readonly kind: "paged";
      readonly id: number;
      readonly round: number;
      readonly page: number;
      readonly view: PageView;
    };

export function update(view: View, happening: Happening): View {
  switch (happening.kind) {
    case "started":
      return startedFrom(view, happening.start);
    case "broke":
      return { kind: "broken", error: happening.error };
    case "ticked":
      return view.kind === "consent" ? { ...view, [happening.box]: happening.on } : view;
    case "outcomeReported":
      return withOutcome(view, happening.outcome);
    case "heard":
      if (happening.event.kind === "consent") return startedFrom(view, happening.event.start);
      break;
  }
  if (view.kind !== "ready") return view;
  return { kind: "ready", session: updateSession(view.session, happening) };
}

function startedFrom(view: View, start: Start): View {
  if (start.consent.kind !== "given") {
    return { kind: "consent", start, policy: false, adult: false, outcome: null };
  }
  // A notice that was acknowledged must not cost the person the pictures that are open.
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, start } };
  return { kind: "ready", session: begin(start) };
}

function withOutcome(view: View, outcome: Outcome | null): View {
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, outcome } };
  if (view.kind === "consent") return { ...view, outcome };
  return view;
}
