// Waiting: for the window, which answers in its own time.

import { setTimeout as sleep } from "node:timers/promises";

/** How long anything may take before a test gives up, in milliseconds: slow machines are many. */
const PATIENCE = 30_000;
/** Between two looks, in milliseconds. */
const PAUSE = 40;

/** Looks again and again until `look` sees something, and gives what it sees. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  let seen;
  for (;;) {
    try {
      seen = await look();
      if (seen) return seen;
    } catch (error) {
      seen = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain until ${what}; last: ${show(seen)}`);
    await sleep(PAUSE);
  }
}

function show(seen) {
  return seen instanceof Error ? seen.message : JSON.stringify(seen);
}

export { sleep };
