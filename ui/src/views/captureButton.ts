/** The button that captures the screen, where that works. */
import { nothing } from "lit";
import type { Actions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { System } from "../bindings/System";
import { WORDS } from "../messages";
import { button } from "./button";

export function captureButton(status: CaptureStatus | null, actions: Actions, system: System) {
  if (!canCapture(status)) return nothing;
  const { button: name, hint: tooltip } = WORDS.CAPTURE;
  return button(
    { id: "capture", icon: "capture", name, tooltip, action: "capture", onClick: actions.capture },
    system,
  );
}

/** The status is loaded after the first screen, which must not change for it: most desktops can be captured. */
export function canCapture(status: CaptureStatus | null): boolean {
  return status?.method !== "none";
}
