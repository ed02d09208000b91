// A picture that cannot be mistaken for anything else in memory: noise, with a word that exists
// nowhere else.

import { randomBytes } from "node:crypto";

import { png } from "./files.js";

const [WIDTH, HEIGHT] = [640, 200];
/** Bytes of each needle: no two things in memory are the same for so long by chance. */
const NEEDLE = 48;

/** A picture of noise, the bytes of its file, and what to look for in memory. */
export function noise() {
  const rgb = randomBytes(WIDTH * HEIGHT * 3);
  const file = png(WIDTH, HEIGHT, rgb);
  const pixels = Array.from({ length: NEEDLE }, (_, index) => {
    const at = (WIDTH * 90 + 100 + index) * 3;
    return [...rgb.subarray(at, at + 3)];
  });
  const middle = file.length >> 1;
  return {
    file,
    needles: {
      "RGB pixels": Buffer.from(pixels.flat()).subarray(0, NEEDLE),
      "RGBA pixels": Buffer.from(pixels.flatMap((pixel) => [...pixel, 255])).subarray(0, NEEDLE),
      "BGRA pixels": Buffer.from(
        pixels.flatMap(([red, green, blue]) => [blue, green, red, 255]),
      ).subarray(0, NEEDLE),
      "grey pixels": Buffer.from(pixels.map(luma)),
      "the file": Buffer.from(file.subarray(middle, middle + NEEDLE)),
    },
  };
}

/** Brightness as `src/picture.rs` computes it (ITU-R BT.601 in parts of 2^16). */
function luma([red, green, blue]) {
  return (red * 19_595 + green * 38_470 + blue * 7_471 + (1 << 15)) >> 16;
}
