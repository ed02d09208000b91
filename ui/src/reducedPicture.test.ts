import { expect, test, vi } from "vitest";
import { halvings, paintReduced } from "./reducedPicture";

test("a picture is halved until what is left is at least a half", () => {
  expect([4, 1, 0.6, 0.5, 0.3, 0.25, 0.15, 0.05].map(halvings)).toEqual([0, 0, 0, 1, 1, 2, 2, 4]);
  for (const scale of [0.9, 0.4, 0.15, 0.06]) {
    const left = scale * 2 ** halvings(scale);
    expect(left).toBeGreaterThan(0.5);
    expect(left).toBeLessThanOrEqual(1);
  }
  expect(halvings(0)).toBe(0);
});

test("what is between is wiped", () => {
  const made: HTMLCanvasElement[] = [];
  const create = document.createElement.bind(document);
  vi.spyOn(document, "createElement").mockImplementation((name: string) => {
    const element = create(name);
    if (element instanceof HTMLCanvasElement) made.push(element);
    return element;
  });
  const [from, to] = [create("canvas"), create("canvas")];
  Object.assign(from, { width: 1001, height: 400 });
  paintReduced(from, to, 3);
  expect([to.width, to.height]).toEqual([126, 50]);
  expect(made).toHaveLength(2);
  for (const canvas of made) expect(canvas.width).toBe(0);
  expect(from.width).toBe(1001);
  vi.restoreAllMocks();
});
