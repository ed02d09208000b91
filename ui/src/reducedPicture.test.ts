import { expect, test } from "vitest";
import { reduced, reducedSize } from "./reducedPicture";

const WHITE = 255;

/** White, with black pixels where `isBlack` says so. */
function picture(width: number, height: number, isBlack: (x: number, y: number) => boolean) {
  const data = new Uint8ClampedArray(width * height * 4).fill(WHITE);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isBlack(x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

/** How dark each row is, 0 to 1, in its middle. */
function darkness({ width, height, data }: ReturnType<typeof picture>): number[] {
  const middle = Math.floor(width / 2);
  return Array.from(
    { length: height },
    (_, y) => 1 - (data[(y * width + middle) * 4] ?? 0) / WHITE,
  );
}

// Of a window beside the text at 31 to 33 %, and at fractional scale factors of the screen.
test.each([0.05, 0.25, 0.31, 0.32, 0.33, 0.5, 0.62, 0.6667, 0.75, 0.8, 0.93, 0.99])(
  "a line of one pixel is as dark as its part of the area at %f",
  (scale) => {
    const size = reducedSize({ width: 200, height: 200 }, 200 * scale);
    if (!size) throw new Error("it is not reduced");
    const part = size.height / 200;
    for (let line = 90; line < 110; line += 1) {
      const rows = darkness(
        reduced(
          picture(200, 200, (_, y) => y === line),
          size,
        ),
      );
      const sum = rows.reduce((before, row) => before + row, 0);
      // Each row is rounded to 1/255, and a line is in two of them at most.
      expect(Math.abs(sum - part), `line ${line}`).toBeLessThan(2 / WHITE);
      expect(Math.max(...rows), `line ${line}`).toBeGreaterThan(part / 2 - 1 / WHITE);
    }
  },
);

test("columns are reduced as rows are", () => {
  const across = reduced(
    picture(90, 60, (x) => x === 41),
    { width: 31, height: 20 },
  );
  const down = reduced(
    picture(60, 90, (_, y) => y === 41),
    { width: 20, height: 31 },
  );
  const row = Array.from({ length: 31 }, (_, x) => across.data[(10 * 31 + x) * 4]);
  const column = Array.from({ length: 31 }, (_, y) => down.data[(y * 20 + 10) * 4]);
  expect(row).toEqual(column);
});

test("colours stay, and the picture stays opaque", () => {
  const data = new Uint8ClampedArray(
    Array.from({ length: 30 * 10 }, () => [10, 120, 250, 255]).flat(),
  );
  const result = reduced({ width: 30, height: 10, data }, { width: 13, height: 4 });
  expect(Array.from(result.data.slice(0, 4))).toEqual([10, 120, 250, 255]);
  expect(Array.from(result.data.slice(-4))).toEqual([10, 120, 250, 255]);
});

test("a picture is reduced to whole pixels of the screen, at every scale below 100 %", () => {
  const size = { width: 1000, height: 500 };
  expect(reducedSize(size, 1000)).toBeNull();
  expect(reducedSize(size, 1600)).toBeNull();
  expect(reducedSize(size, 999)).toEqual({ width: 999, height: 500 });
  expect(reducedSize(size, 333.4)).toEqual({ width: 333, height: 167 });
  expect(reducedSize({ width: 4000, height: 3 }, 50)).toEqual({ width: 50, height: 1 });
});
