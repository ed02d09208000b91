/** Everything that can change the view. */
import type { CaptureStatus } from "./bindings/CaptureStatus";
import type { CommandError } from "./bindings/CommandError";
import type { InitialState } from "./bindings/InitialState";
import type { Language } from "./bindings/Language";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { PrivacyStatus } from "./bindings/PrivacyStatus";
import type { StoredData } from "./bindings/StoredData";
import type { TextView } from "./bindings/TextView";
import type { Find } from "./find";
import type { ShellEvent } from "./ipc";
import type { Outcome } from "./outcome";
import type { Confirmation, Panel, Question, WordPosition } from "./session";

export type ViewEvent =
  | { readonly kind: "started"; readonly start: InitialState }
  | { readonly kind: "startFailed"; readonly error: CommandError }
  | { readonly kind: "boxTicked"; readonly box: "policy" | "adult"; readonly on: boolean }
  /** On the consent screen; after consent it is a setting like the others. */
  | { readonly kind: "languageChosen"; readonly language: Language | null }
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
  /** The person types in the text; or the text has lost the focus, or they add a picture. */
  | { readonly kind: "typing"; readonly on: boolean }
  | { readonly kind: "pageChanged"; readonly page: number }
  | { readonly kind: "wordHighlighted"; readonly word: WordPosition }
  | { readonly kind: "refusalsDismissed" }
  | {
      readonly kind: "textLoaded";
      readonly id: number;
      readonly revision: number;
      readonly edition: number;
      readonly mode: LineMode;
      readonly view: TextView;
    }
  /** The person typed. */
  | {
      readonly kind: "textEdited";
      readonly id: number;
      readonly mode: LineMode;
      readonly text: string;
    }
  /** The shell has corrected the document. */
  | {
      readonly kind: "editAnswered";
      readonly id: number;
      readonly mode: LineMode;
      readonly view: TextView;
    }
  /** The shell went back or forth in the edits. */
  | {
      readonly kind: "textReplaced";
      readonly id: number;
      readonly mode: LineMode;
      readonly view: TextView;
    }
  | { readonly kind: "findChanged"; readonly find: Find | null }
  | { readonly kind: "confirmationAsked"; readonly confirmation: Confirmation | null }
  | {
      readonly kind: "pageLoaded";
      readonly id: number;
      readonly revision: number;
      readonly edition: number;
      readonly page: number;
      readonly view: PageView;
    };
