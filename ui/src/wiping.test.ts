import { expect, test, vi } from "vitest";
import { blanksFor, paintAndWipe, wipeCanvas } from "./wiping";

/** A canvas that remembers what was done to it; happy-dom has none that paints. */
function fakeCanvas() {
  const done: string[] = [];
  const put: Uint8ClampedArray[] = [];
  const canvas = {
    width: 1,
    height: 1,
    getContext: () => ({
      putImageData: ({ data }: ImageData) => {
        done.push("put");
        put.push(new Uint8ClampedArray(data));
      },
      clearRect: (x: number, y: number, width: number, height: number) =>
        done.push(`clear ${x} ${y} ${width} ${height}`),
    }),
  };
  return { canvas: canvas as unknown as HTMLCanvasElement, done, put };
}

test("a picture is painted, and its array is wiped", () => {
  vi.stubGlobal(
    "ImageData",
    class {
      readonly data: Uint8ClampedArray;
      constructor(data: Uint8ClampedArray) {
        this.data = data;
      }
    },
  );
  const { canvas, put } = fakeCanvas();
  const data = new Uint8ClampedArray([1, 2, 3, 255, 4, 5, 6, 255]);
  paintAndWipe(canvas, { width: 2, height: 1, data });
  expect([canvas.width, canvas.height]).toEqual([2, 1]);
  expect([...(put[0] ?? [])]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  expect(data.every((byte) => byte === 0)).toBe(true);
  vi.unstubAllGlobals();
});

test("a canvas is overwritten before its memory is released", () => {
  const { canvas, done } = fakeCanvas();
  Object.assign(canvas, { width: 20, height: 10 });
  wipeCanvas(canvas);
  expect(done).toEqual(["clear 0 0 20 10"]);
  expect([canvas.width, canvas.height]).toEqual([0, 0]);
  wipeCanvas(canvas);
  expect(done).toHaveLength(1);
});

test("blanks are as long as the text they overwrite", () => {
  expect(blanksFor("secret")).toBe("      ");
  expect(blanksFor("")).toBe("");
});
