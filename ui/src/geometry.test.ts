// @vitest-environment node
import { describe, expect, test } from "vitest";
import { boxOf, placeAt, within } from "./geometry";
import { box, page } from "./testing/fixtures";
import { fitting, keeping, larger, readable, smaller, wheeled } from "./zoom";

describe("the box of a quad", () => {
  test("upright", () => {
    expect(boxOf(box(10, 20, 30, 5))).toEqual({
      left: 10,
      top: 20,
      width: 30,
      height: 5,
      angle: 0,
    });
  });

  test("turned a quarter: it hangs from its top left corner", () => {
    const turned = boxOf([
      [50, 10],
      [50, 40],
      [45, 40],
      [45, 10],
    ]);
    expect(turned).toMatchObject({ left: 50, top: 10, width: 30, height: 5 });
    expect(turned.angle).toBeCloseTo(Math.PI / 2);
    const point = within(turned, { x: 48, y: 25 });
    expect(point.x).toBeCloseTo(15);
    expect(point.y).toBeCloseTo(2);
  });
});

describe("the place at a point", () => {
  const view = page("Hello world", "again");

  test("is between the characters that it is closest to", () => {
    expect(placeAt(view, { x: 21, y: 5 })).toEqual({ line: 0, word: 0, offset: 2 });
    expect(placeAt(view, { x: 109, y: 5 })).toEqual({ line: 0, word: 1, offset: 5 });
    expect(placeAt(view, { x: 1, y: 24 })).toEqual({ line: 1, word: 0, offset: 0 });
  });

  test("is at an end of the closest line when the point is outside of all", () => {
    expect(placeAt(view, { x: -50, y: -50 })).toEqual({ line: 0, word: 0, offset: 0 });
    expect(placeAt(view, { x: 100, y: 900 })).toEqual({ line: 1, word: 0, offset: 5 });
  });

  test("is never within a character of two units", () => {
    const emoji = page("😀😀");
    for (let x = 0; x <= 40; x += 1) {
      expect((placeAt(emoji, { x, y: 5 })?.offset ?? 1) % 2).toBe(0);
    }
  });

  test("is none on a page without words", () => {
    expect(placeAt({ width: 10, height: 10, lines: [] }, { x: 1, y: 1 })).toBeNull();
  });
});

describe("zooming", () => {
  test("fits the whole picture, and does not blow up a small one", () => {
    expect(fitting({ width: 1000, height: 500 }, { width: 500, height: 500 })).toBe(0.5);
    expect(fitting({ width: 10, height: 10 }, { width: 500, height: 500 })).toBe(1);
  });

  test("never comes to nothing, however small the pane and however large the picture", () => {
    expect(fitting({ width: 60000, height: 10 }, { width: 1, height: 1 })).toBeGreaterThan(0);
    expect(fitting({ width: 100, height: 100 }, { width: -32, height: -32 })).toBeGreaterThan(0);
    expect(fitting({ width: 0, height: 0 }, { width: 0, height: 0 })).toBe(1);
  });

  test("there and back again is where it began, within bounds", () => {
    expect(smaller(larger(1))).toBeCloseTo(1);
    let scale = 1;
    for (let press = 0; press < 100; press += 1) scale = larger(scale);
    expect(scale).toBe(8);
    for (let press = 0; press < 100; press += 1) scale = smaller(scale);
    expect(scale).toBe(0.05);
    expect(wheeled(wheeled(1, 100), -100)).toBeCloseTo(1);
  });

  test("keeps what is under the mouse under the mouse", () => {
    const scroll = keeping(100, 50, 1, 2);
    expect((scroll + 50) / 2).toBe(150);
  });

  test("makes small text readable and large text no smaller", () => {
    expect(readable(0.5, 11)).toBe(2);
    expect(readable(2, 100)).toBe(2);
  });
});
