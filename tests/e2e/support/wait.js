// Waits until the window has reached a state.

import { setTimeout as sleep } from "node:timers/promises";

/** How long a test waits before it fails, in milliseconds. Generous, because test machines are slow. */
const TIMEOUT = 30_000;
/** Between two checks, in milliseconds. */
const INTERVAL = 40;

/** Calls `check` until it returns something truthy, and returns that. `what` describes it. */
export async function waitFor(what, check, timeout = TIMEOUT, interval = INTERVAL) {
  const deadline = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      last = await check();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`timed out: ${what}; last result: ${show(last)}`);
    await sleep(interval);
  }
}

function show(value) {
  return value instanceof Error ? value.message : JSON.stringify(value);
}

export { sleep };
