/** The button that captures the screen, where that works. */
import { nothing } from "lit";
import type { Actions } from "../actions";
import type { CaptureStatus } from "../bindings/CaptureStatus";
import type { System } from "../bindings/System";
import { WORDS } from "../messages";
import { button } from "./button";

export function captureButton(status: CaptureStatus | null, actions: Actions, system: System) {
  if (!canCapture(status, system)) return nothing;
  const { button: name, hint: tooltip } = WORDS.CAPTURE;
  return button(
    { id: "capture", icon: "capture", name, tooltip, action: "capture", onClick: actions.capture },
    system,
  );
}

/** The status is loaded after the first screen, which must not change for it. */
export function canCapture(status: CaptureStatus | null, system: System): boolean {
  return status ? status.method !== "none" : system === "linux";
}
