// @vitest-environment node
import { expect, test } from "vitest";
import type { JobState } from "./bindings/JobState";
import { exportOutcome, intakeOutcome, readingOutcome, savedOutcome } from "./outcome";
import { cancelled, failed, job, read, reading, waiting } from "./testing/fixtures";

const intake = { added: 0, refused: [], emptyReason: null, skipped: 0 };

test("closing a dialog reports nothing", () => {
  expect(intakeOutcome({ ...intake, emptyReason: "cancelled" })).toBeNull();
  expect(savedOutcome(null)).toBeNull();
  expect(exportOutcome(null)).toBeNull();
});

test("an intake reports its numbers, or why there was nothing", () => {
  const refused = [{ name: "a.pdf", error: { kind: "empty" } as const }];
  expect(intakeOutcome({ ...intake, added: 2, refused, skipped: 3 })).toEqual({
    kind: "added",
    added: 2,
    refused: 1,
    skipped: 3,
  });
  expect(intakeOutcome({ ...intake, emptyReason: "link" })).toEqual({
    kind: "nothingAdded",
    reason: "link",
  });
  expect(intakeOutcome(intake)).toBeNull();
});

test("a single picture is reported while it is shown", () => {
  const one = (state: JobState, isShown = true) =>
    readingOutcome(job(1, state), [{ job: job(1, state) }], isShown);
  expect(one(read(1, 2))).toEqual({ kind: "read", lines: 3, codes: 0 });
  expect(one(failed)).toMatchObject({ kind: "readFailed", error: { kind: "damaged" } });
  expect(one(cancelled)).toEqual({ kind: "readCancelled" });
  expect(one(waiting)).toBeNull();
  expect(one(read(1), false)).toBeNull();
});

test("several pictures are reported together, and until the last is done how many are", () => {
  const queue = (...states: JobState[]) => states.map((state, id) => ({ job: job(id, state) }));
  const last = job(0, read(1));
  expect(readingOutcome(last, queue(read(1), reading), true)).toEqual({
    kind: "readingProgress",
    done: 1,
    all: 2,
  });
  expect(readingOutcome(last, queue(read(1), failed, cancelled), false)).toEqual({
    kind: "allRead",
    read: 1,
    failed: 1,
    locked: 0,
    cancelled: 1,
  });
  const locked: JobState = { kind: "failed", error: { kind: "wrongPassword" } };
  expect(readingOutcome(last, queue(read(1), locked), false)).toMatchObject({
    failed: 0,
    locked: 1,
  });
});
