// A picture of noise, which can be recognised in memory: nothing else contains the same bytes.

import { png } from "./png.js";

const [WIDTH, HEIGHT] = [640, 200];
/** Bytes of each pattern: so many are never equal by chance. */
const LENGTH = 48;

/** The file of a picture of noise, and its patterns in memory. The noise comes from `random`. */
export function noisePicture(random) {
  const rgb = Buffer.from(Array.from({ length: WIDTH * HEIGHT * 3 }, () => random() * 256));
  const file = png(WIDTH, HEIGHT, rgb);
  const pixels = Array.from({ length: LENGTH }, (_, index) => {
    const at = (WIDTH * 90 + 100 + index) * 3;
    return [...rgb.subarray(at, at + 3)];
  });
  const middle = file.length >> 1;
  // What the X server sends has a byte of any value beside each pixel.
  const onScreen = (unused) =>
    Buffer.from(pixels.flatMap(([red, green, blue]) => [blue, green, red, unused]));
  return {
    file,
    screenPatterns: [0, 255].map((unused) => onScreen(unused).subarray(0, LENGTH)),
    patterns: {
      "RGB pixels": Buffer.from(pixels.flat()).subarray(0, LENGTH),
      "RGBA pixels": Buffer.from(pixels.flatMap((pixel) => [...pixel, 255])).subarray(0, LENGTH),
      "BGRA pixels": Buffer.from(
        pixels.flatMap(([red, green, blue]) => [blue, green, red, 255]),
      ).subarray(0, LENGTH),
      "grey pixels": Buffer.from(pixels.map(luma)),
      "the file": Buffer.from(file.subarray(middle, middle + LENGTH)),
    },
  };
}

/** Brightness as the library computes it: ITU-R BT.601 in parts of 2^16. */
function luma([red, green, blue]) {
  return (red * 19_595 + green * 38_470 + blue * 7_471 + (1 << 15)) >> 16;
}
