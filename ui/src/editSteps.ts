/** Where one step of Undo ends and the next begins, as people know it from other programs. */

/** A pause that ends a step, in milliseconds. */
const PAUSE = 1000;

export interface Typed {
  /** `InputEvent.inputType`. */
  readonly kind: string;
  /** The letters, if there are any. */
  readonly data: string | null;
  /** When, in milliseconds. */
  readonly at: number;
}

/** Whether what was typed belongs to the step of what was typed before. */
export function joinsStep(before: Typed | null, typed: Typed): boolean {
  if (!before || typed.at - before.at > PAUSE || typed.kind !== before.kind) return false;
  if (typed.kind === "insertText") return !(isBlank(before.data) && !isBlank(typed.data));
  return typed.kind === "deleteContentBackward" || typed.kind === "deleteContentForward";
}

function isBlank(data: string | null): boolean {
  return data === null || data.trim() === "";
}
