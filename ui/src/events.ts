/** Everything that can change the view. */
import type { CommandError } from "./bindings/CommandError";
import type { Facts } from "./bindings/Facts";
import type { Held } from "./bindings/Held";
import type { LineMode } from "./bindings/LineMode";
import type { PageView } from "./bindings/PageView";
import type { Start } from "./bindings/Start";
import type { ShellEvent } from "./ipc";
import type { Outcome } from "./outcome";
import type { Panel, Spot } from "./session";

export type ViewEvent =
  | { readonly kind: "started"; readonly start: Start }
  | { readonly kind: "broke"; readonly error: CommandError }
  | { readonly kind: "ticked"; readonly box: "policy" | "adult"; readonly on: boolean }
  | { readonly kind: "outcomeReported"; readonly outcome: Outcome | null }
  | { readonly kind: "heard"; readonly event: ShellEvent }
  | SessionEvent;

/** What can happen only after consent. */
export type SessionEvent =
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
