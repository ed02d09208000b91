/** Files that need a password: they wait for it, and have not failed. */
import type { Job } from "./bindings/Job";

/** Whether a file needs a password, or another one than was typed. */
export function isLocked({ state }: Job): boolean {
  if (state.kind !== "failed") return false;
  return state.error.kind === "passwordNeeded" || state.error.kind === "wrongPassword";
}
