/** Made-up pictures: lines of text on a canvas, with the box of every word. */
import type { PageView } from "../src/bindings/PageView";

export interface Picture {
  readonly view: PageView;
  readonly pixels: ImageData;
}

export const LETTER = `The lighthouse of Old Harbour
Opening hours and prices

From April to October the tower is open
every day from ten to five. The last climb
begins half an hour before it closes.

Adults 6.50 €, children 3.00 €, families
15.00 €. Dogs wait at the foot of the stairs;
there is water and a bench in the shade.

Groups of more than twelve please write
to the keeper a week ahead: keeper@harbour.example
or call 555 0134 in the morning.`;

export const BILL = `Old Harbour Café, bill of 24 November

Item\tPieces\tPrice\tSum
Lighthouse breakfast\t2\t9.50\t19.00
Tea\t3\t2.50\t7.50
Mushroom soup with bread\t1\t6.00\t6.00

Please pay to DE89 3704 0044 0532 0130 00
or call +44 20 7946 0958, www.harbour.example`;

/** A table that is wider than any window. */
export const WIDE_TABLE = `Meridian Mutual, claims by line of business, thousands

Line of business\tCode\tQ1 2025\tQ2 2025\tQ3 2025\tQ4 2025\tTotal\tChange\tRemarks
Motor third-party liability\tMTPL\t12,840.5\t13,102.0\t12,977.3\t14,210.9\t53,130.7\t+3.1%\tTwo large losses in December
Household\tHH\t980.0\t1,022.4\t955.1\t1,340.2\t4,297.7\t-0.4%\t
Marine and inland transport, including war risks\tMIT\t77.2\t\t81.0\t64.4\t222.6\t+11.8%\tReinsured
Travel\tTR\t310.9\t455.0\t720.6\t298.8\t1,785.3\t+2.2%\t

The figures of the fourth quarter are preliminary and will be replaced in March, when the reports of all branches are in.`;

export const LONG = Array.from(
  { length: 60 },
  (_, index) => `${index + 1}. ${LETTER.split("\n")[(index % 3) + 3]} and so the story goes on`,
).join("\n");

/** Draws lines of text; every ninth word has low confidence. */
export function drawPicture(text: string, width: number, size: number, tint = "#fffdf8"): Picture {
  const lines = text.split("\n");
  const leading = size * 1.6;
  const height = Math.round(leading * (lines.length + 2));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.fillStyle = tint;
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#26221c";
  context.font = `${size}px Georgia, serif`;
  context.textBaseline = "top";
  let count = 0;
  const views = lines.flatMap((line, row) => {
    if (!line) return [];
    const top = leading * (row + 1);
    let left = size * 2;
    let at = 0;
    const words = line.split(/[ \t]/).map((word) => {
      context.fillText(word, left, top);
      const right = left + context.measureText(word).width;
      const quad = box(left, top - size * 0.05, right, top + size * 1.1);
      left = right + context.measureText(" ").width;
      count += 1;
      const lowConfidence = count % 9 === 0;
      const column = line.slice(0, at).split("\t").length - 1;
      at += word.length + 1;
      const confidence = lowConfidence ? 0.4 : 0.98;
      return { quad, text: word, confidence, lowConfidence, row, column };
    });
    const quad = box(size * 2, top - size * 0.05, left, top + size * 1.1);
    return [{ quad, text: line, words }];
  });
  return {
    view: { width, height, lines: views, leftOut: [] },
    pixels: context.getImageData(0, 0, width, height),
  };
}

function box(left: number, top: number, right: number, bottom: number) {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as [[number, number], [number, number], [number, number], [number, number]];
}

/** In the shell's format: width, height, then the pixels; scaled down to `longest` pixels. */
export function encodePicture({ pixels }: Picture, longest = 4096): ArrayBuffer {
  const scale = Math.min(1, longest / Math.max(pixels.width, pixels.height));
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const from = new OffscreenCanvas(pixels.width, pixels.height);
  from.getContext("2d", { willReadFrequently: true })?.putImageData(pixels, 0, 0);
  const to = new OffscreenCanvas(width, height);
  const context = to.getContext("2d", { willReadFrequently: true });
  context?.drawImage(from, 0, 0, width, height);
  const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  const buffer = new ArrayBuffer(8 + data.length);
  new DataView(buffer).setUint32(0, width, true);
  new DataView(buffer).setUint32(4, height, true);
  new Uint8ClampedArray(buffer, 8).set(data);
  return buffer;
}
