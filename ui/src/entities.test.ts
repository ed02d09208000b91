import { expect, test } from "vitest";
import type { EntitySpan } from "./bindings/EntitySpan";
import { entitiesAfterEdit, markedEntities, mergedMarks } from "./entities";

const entity = (start: number, end: number, kind: EntitySpan["kind"] = "phone") => ({
  kind,
  start,
  end,
});

test("links are marked when the person wants it, and what is redacted always", () => {
  const all = [entity(0, 3, "link"), entity(4, 9)];
  expect(markedEntities(all, { markEntities: true, redact: false })).toBe(all);
  expect(markedEntities(all, { markEntities: false, redact: false })).toEqual([]);
  expect(markedEntities(all, { markEntities: false, redact: true })).toEqual([entity(4, 9)]);
});

test("after an edit those stay that it has not touched", () => {
  const before = "a@b.example or 030 1234567 or c@d.example";
  const all = [entity(0, 11, "email"), entity(15, 26), entity(30, 41, "email")];
  const after = before.replace("030", "03");
  const moved = entitiesAfterEdit(all, before, after);
  expect(moved.map(({ start, end }) => after.slice(start, end))).toEqual([
    "a@b.example",
    "c@d.example",
  ]);
  // A letter at its end makes another one of it.
  expect(entitiesAfterEdit([entity(0, 11)], "a@b.example", "a@b.examples")).toEqual([]);
});

test("words and entities that overlap are marked as both", () => {
  const words = [
    { start: 0, end: 4, kind: "word" },
    { start: 10, end: 14, kind: "word" },
  ];
  const entities = [{ start: 2, end: 12, kind: "entity" }];
  expect(mergedMarks(words, entities)).toEqual([
    { start: 0, end: 2, kind: "word" },
    { start: 2, end: 4, kind: "word entity" },
    { start: 4, end: 10, kind: "entity" },
    { start: 10, end: 12, kind: "word entity" },
    { start: 12, end: 14, kind: "word" },
  ]);
  expect(mergedMarks(words, [])).toEqual(words);
  expect(mergedMarks([], [])).toEqual([]);
});
