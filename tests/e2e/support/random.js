// Random numbers that can be repeated: a test prints its seed, and `IMAGETOTEXT_SEED` sets it.

import { randomInt } from "node:crypto";

/** A function that returns random numbers from 0 up to 1, for test `t`, which prints the seed. */
export function seededRandom(t) {
  const seed = Number(process.env.IMAGETOTEXT_SEED ?? randomInt(2 ** 32));
  t.diagnostic(`seed: ${seed}; repeat with IMAGETOTEXT_SEED=${seed}`);
  return mulberry32(seed);
}

/** Tommy Ettinger's Mulberry32: 32 bits of state are enough for tests. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
