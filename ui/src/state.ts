/**
 * What the window shows: one {@link View}, changed by nothing but {@link update}. Before consent
 * there is no session, and so nowhere to put a picture.
 */
import type { CommandError } from "./bindings/CommandError";
import type { InitialState } from "./bindings/InitialState";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { PrivacyStatus } from "./bindings/PrivacyStatus";
import type { StoredData } from "./bindings/StoredData";
import type { ShellEvent } from "./ipc";
import { begin, type Panel, type Session, type Spot, updateSession } from "./session";

export type View =
  | { readonly kind: "starting" }
  | { readonly kind: "broken"; readonly error: CommandError }
  | {
      readonly kind: "consent";
      readonly start: InitialState;
      readonly policy: boolean;
      readonly adult: boolean;
      readonly said: Said | null;
    }
  | { readonly kind: "ready"; readonly session: Session };

/** The last outcome as a sentence. */
export interface Said {
  readonly text: string;
  readonly tone: "plain" | "good" | "bad";
}

/** Everything that can happen to the view. */
export type Happening =
  | { readonly kind: "started"; readonly start: InitialState }
  | { readonly kind: "broke"; readonly error: CommandError }
  | { readonly kind: "ticked"; readonly box: "policy" | "adult"; readonly on: boolean }
  | { readonly kind: "said"; readonly said: Said | null }
  | { readonly kind: "heard"; readonly event: ShellEvent }
  | SessionHappening;

/** What can happen only after consent. */
export type SessionHappening =
  | { readonly kind: "opened"; readonly panel: Panel }
  | { readonly kind: "closed" }
  | { readonly kind: "asked"; readonly question: "erase" | "withdraw" | null }
  | { readonly kind: "held"; readonly held: StoredData }
  | { readonly kind: "measured"; readonly facts: PrivacyStatus }
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
    case "said":
      return say(view, happening.said);
    case "heard":
      if (happening.event.kind === "consent") return startedFrom(view, happening.event.start);
      break;
  }
  if (view.kind !== "ready") return view;
  return { kind: "ready", session: updateSession(view.session, happening) };
}

function startedFrom(view: View, start: InitialState): View {
  if (start.consent.kind !== "given") {
    return { kind: "consent", start, policy: false, adult: false, said: null };
  }
  // A notice that was acknowledged must not cost the person the pictures that are open.
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, start } };
  return { kind: "ready", session: begin(start) };
}

function say(view: View, said: Said | null): View {
  if (view.kind === "ready") return { kind: "ready", session: { ...view.session, said } };
  if (view.kind === "consent") return { ...view, said };
  return view;
}
