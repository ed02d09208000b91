// @vitest-environment node
import { describe, expect, test } from "vitest";
import { boxFromQuad, textPositionAt, toBoxCoordinates } from "./geometry";
import { box, page } from "./testing/fixtures";

describe("the box of a quad", () => {
  test("upright", () => {
    expect(boxFromQuad(box(10, 20, 30, 5))).toEqual({
      left: 10,
      top: 20,
      width: 30,
      height: 5,
      angle: 0,
    });
  });

  test("rotated by a quarter about its top left corner", () => {
    const rotated = boxFromQuad([
      [50, 10],
      [50, 40],
      [45, 40],
      [45, 10],
    ]);
    expect(rotated).toMatchObject({ left: 50, top: 10, width: 30, height: 5 });
    expect(rotated.angle).toBeCloseTo(Math.PI / 2);
    const point = toBoxCoordinates(rotated, { x: 48, y: 25 });
    expect(point.x).toBeCloseTo(15);
    expect(point.y).toBeCloseTo(2);
  });
});

describe("the position at a point", () => {
  const view = page("Hello world", "again");

  test("is between the closest characters", () => {
    expect(textPositionAt(view, { x: 21, y: 5 })).toEqual({ line: 0, word: 0, offset: 2 });
    expect(textPositionAt(view, { x: 109, y: 5 })).toEqual({ line: 0, word: 1, offset: 5 });
    expect(textPositionAt(view, { x: 1, y: 24 })).toEqual({ line: 1, word: 0, offset: 0 });
  });

  test("is at an end of the closest line when the point is outside all lines", () => {
    expect(textPositionAt(view, { x: -50, y: -50 })).toEqual({ line: 0, word: 0, offset: 0 });
    expect(textPositionAt(view, { x: 100, y: 900 })).toEqual({ line: 1, word: 0, offset: 5 });
  });

  test("is never within a character of two units", () => {
    const emoji = page("😀😀");
    for (let x = 0; x <= 40; x += 1) {
      expect((textPositionAt(emoji, { x, y: 5 })?.offset ?? 1) % 2).toBe(0);
    }
  });

  test("is none on a page without words", () => {
    expect(
      textPositionAt({ width: 10, height: 10, lines: [], leftOut: [] }, { x: 1, y: 1 }),
    ).toBeNull();
  });
});
