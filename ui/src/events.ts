/** Everything that can change the view. */
import type { CaptureStatus } from "./bindings/CaptureStatus";
import type { CommandError } from "./bindings/CommandError";
import type { InitialState } from "./bindings/InitialState";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { PrivacyStatus } from "./bindings/PrivacyStatus";
import type { StoredData } from "./bindings/StoredData";
import type { TextSpan } from "./bindings/TextSpan";
import type { ShellEvent } from "./ipc";
import type { Outcome } from "./outcome";
import type { Panel, Question, WordPosition } from "./session";

export type ViewEvent =
  | { readonly kind: "started"; readonly start: InitialState }
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
  | { readonly kind: "storedDataLoaded"; readonly storedData: StoredData }
  | { readonly kind: "privacyStatusLoaded"; readonly status: PrivacyStatus }
  | { readonly kind: "captureStatusLoaded"; readonly status: CaptureStatus }
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
      /** The low-confidence words. */
      readonly spans: readonly TextSpan[];
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
