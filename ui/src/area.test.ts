// @vitest-environment node
import { describe, expect, test } from "vitest";
import { areaBetween, changedArea, linesInArea, middleArea } from "./area";
import { page } from "./testing/fixtures";

const picture = { width: 400, height: 100 };

test("an area is between two points in any order, and on the picture", () => {
  const area = { left: 10, top: 20, width: 30, height: 40 };
  expect(areaBetween({ x: 10, y: 20 }, { x: 40, y: 60 }, picture)).toEqual(area);
  expect(areaBetween({ x: 40, y: 20 }, { x: 10, y: 60 }, picture)).toEqual(area);
  expect(areaBetween({ x: -50, y: 90 }, { x: 900, y: 500 }, picture)).toEqual({
    left: 0,
    top: 90,
    width: 400,
    height: 10,
  });
});

test("the words whose middle is in it are its text, line by line", () => {
  const view = page("Hello big world", "once again");
  const all = { left: 0, top: 0, width: 400, height: 100 };
  expect(linesInArea(view, all)).toEqual(["Hello big world", "once again"]);
  // “big” is from 60 to 90, “world” from 100 to 150.
  expect(linesInArea(view, { left: 70, top: 0, width: 60, height: 12 })).toEqual(["big world"]);
  expect(linesInArea(view, { left: 0, top: 18, width: 30, height: 20 })).toEqual(["once"]);
  expect(linesInArea(view, { left: 300, top: 0, width: 50, height: 100 })).toEqual([]);
});

test("cells of a row are divided by tabs", () => {
  const view = page("Tea", "2 .50", "Soup", "4");
  const all = { left: 0, top: 0, width: 400, height: 100 };
  view.lines.forEach(({ words }, line) => {
    for (const word of words) {
      word.row = Math.floor(line / 2);
      word.column = line % 2;
    }
  });
  expect(linesInArea(view, all)).toEqual(["Tea\t2 .50", "Soup\t4"]);
  expect(linesInArea(view, { ...all, top: 38 })).toEqual(["Soup\t4"]);
  expect(linesInArea(view, { ...all, top: 18, height: 12 })).toEqual(["2 .50"]);
});

describe("arrow keys", () => {
  const area = middleArea(picture);
  test("move it, and stop at the edge", () => {
    expect(changedArea(area, "ArrowRight", false, picture)).toEqual({ ...area, left: 108 });
    let moved = area;
    for (let step = 0; step < 40; step += 1) {
      moved = changedArea(moved, "ArrowUp", false, picture) ?? moved;
    }
    expect(moved).toEqual({ ...area, top: 0 });
  });

  test("resize it, within the picture, and never to nothing", () => {
    expect(changedArea(area, "ArrowDown", true, picture)).toEqual({ ...area, height: 52 });
    let small = area;
    let large = area;
    for (let step = 0; step < 60; step += 1) {
      small = changedArea(small, "ArrowLeft", true, picture) ?? small;
      large = changedArea(large, "ArrowRight", true, picture) ?? large;
    }
    expect(small.width).toBe(8);
    expect(large.left + large.width).toBe(400);
  });

  test("other keys do nothing", () => {
    expect(changedArea(area, "Enter", false, picture)).toBeNull();
  });
});
