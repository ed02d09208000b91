/** What is written on the keys; macOS has signs instead. */
export const KEYS = {
  Ctrl: "Ctrl",
  Shift: "Shift",
  Alt: "Alt",
  Esc: "Esc",
  Delete: "Delete",
  Up: "Up",
  Down: "Down",
  PageUp: "PageUp",
  PageDown: "PageDown",
  Plus: "Plus",
} as const;
