// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  fitScale,
  readableScale,
  scrollKeepingPoint,
  wheelScale,
  zoomedIn,
  zoomedOut,
} from "./zoom";

describe("zooming", () => {
  test("fits the whole picture, and does not enlarge a small one", () => {
    expect(fitScale({ width: 1000, height: 500 }, { width: 500, height: 500 })).toBe(0.5);
    expect(fitScale({ width: 10, height: 10 }, { width: 500, height: 500 })).toBe(1);
  });

  test("is never zero, however small the pane and however large the picture", () => {
    expect(fitScale({ width: 60000, height: 10 }, { width: 1, height: 1 })).toBeGreaterThan(0);
    expect(fitScale({ width: 100, height: 100 }, { width: -32, height: -32 })).toBeGreaterThan(0);
    expect(fitScale({ width: 0, height: 0 }, { width: 0, height: 0 })).toBe(1);
  });

  test("in and out again is where it began, within bounds", () => {
    expect(zoomedOut(zoomedIn(1))).toBeCloseTo(1);
    let scale = 1;
    for (let press = 0; press < 100; press += 1) scale = zoomedIn(scale);
    expect(scale).toBe(8);
    for (let press = 0; press < 100; press += 1) scale = zoomedOut(scale);
    expect(scale).toBe(0.05);
    expect(wheelScale(wheelScale(1, 100), -100)).toBeCloseTo(1);
  });

  test("keeps what is under the mouse under the mouse", () => {
    const scroll = scrollKeepingPoint(100, 50, 1, 2);
    expect((scroll + 50) / 2).toBe(150);
  });

  test("makes small text readable and large text no smaller", () => {
    expect(readableScale(0.5, 11)).toBe(2);
    expect(readableScale(2, 100)).toBe(2);
    expect(readableScale(1, 15)).toBe(1);
  });
});
