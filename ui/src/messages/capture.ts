/** The words of capturing the screen. */
import type { CaptureTarget } from "../bindings/CaptureTarget";
import type { HotkeyStatus } from "../bindings/HotkeyStatus";

export const CAPTURE = {
  button: "Capture",
  hint: "Capture text from the screen",
  cancelled: "The capture was cancelled.",
  hotkeysFailed: (keys: string) => `This hotkey does not work: ${keys}. Settings says why.`,
  heading: "Screen capture",
  target: "After a screen capture",
  hotkey: "Capture hotkey",
  againHotkey: "Same region hotkey",
  keysHint: "Select the field and press the new keys. Delete removes them.",
  noKeys: "None",
  tray: "Icon in the system tray",
  trayHint: "Captures and opens the window from the tray.",
  noTray: "This desktop shows no tray icons.",
  startHidden: "Stay in the tray",
  startHiddenHint:
    "Starts without a window, and closing the window leaves the program in the tray. Open pictures stay in memory until you clear them or quit.",
  byDesktop:
    "On this desktop, the system asks what to capture and saves it to a file. The program reads the file and deletes it immediately.",
  unsupported:
    "Capture is not available on this system yet. Take a screenshot and paste it with the Paste button.",
} as const;

export const CAPTURE_TARGETS: Record<CaptureTarget, string> = {
  clipboard: "Copy the text",
  window: "Open in the window",
};

/** Why a hotkey does not work. */
export const HOTKEY_PROBLEMS: Record<Exclude<HotkeyStatus, "active" | "off">, string> = {
  taken: "Another program uses these keys. Choose others.",
  duplicate: "The other hotkey has these keys. Choose others.",
  invalid:
    "Other programs need these keys. Add Super, or two of Ctrl, Alt and Shift; a function key needs only one of them.",
  unsupported:
    "This desktop does not let programs set hotkeys. In the keyboard settings of the desktop, set one that runs imagetotext-app --capture.",
};
