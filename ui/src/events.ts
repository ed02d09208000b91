/** Everything that can change the view. */
import type { CommandError } from "./bindings/CommandError";
import type { Facts } from "./bindings/Facts";
import type { Held } from "./bindings/Held";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { Start } from "./bindings/Start";
import type { ShellEvent } from "./ipc";
import type { Outcome } from "./outcome";
import type { Panel, Question, WordPosition } from "./session";

export type ViewEvent =
  | { readonly kind: "started"; readonly start: Start }
  | { readonly kind: "startFailed"; readonly error: CommandError }
  | { readonly kind: "boxTicked"; readonly box: "policy" | "adult"; readonly on: boolean }
  | { readonly kind: "outcomeReported"; readonly outcome: Outcome | null }
  | { readonly kind: "shellEvent"; readonly shellEvent: ShellEvent }
  | SessionEvent;

/** What can happen only after consent. */
export type SessionEvent =
  | { readonly kind: "panelOpened"; readonly panel: Panel }
  | { readonly kind: "panelClosed" }
  | { readonly kind: "questionAsked"; readonly question: Question }
  | { readonly kind: "storedDataLoaded"; readonly storedData: Held }
  | { readonly kind: "privacyStatusLoaded"; readonly status: Facts }
  | { readonly kind: "pictureSelected"; readonly id: number }
  | { readonly kind: "pageChanged"; readonly page: number }
  | { readonly kind: "wordHighlighted"; readonly word: WordPosition }
  | { readonly kind: "refusalsDismissed" }
  | {
      readonly kind: "textLoaded";
      readonly id: number;
      readonly revision: number;
      readonly mode: LineMode;
      readonly text: string;
    }
  | {
      readonly kind: "textEdited";
      readonly id: number;
      readonly mode: LineMode;
      readonly text: string;
    }
  | { readonly kind: "textRestored"; readonly id: number; readonly mode: LineMode }
  | {
      readonly kind: "pageLoaded";
      readonly id: number;
      readonly revision: number;
      readonly page: number;
      readonly view: PageView;
    };
