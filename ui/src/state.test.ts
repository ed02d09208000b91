// @vitest-environment node
import { describe, expect, test } from "vitest";
import { update, type View } from "./state";
import { hearing, read, start, viewAfter } from "./testing/fixtures";

const missing = start({ consent: { kind: "missing" } });

describe("consent", () => {
  test("without it there is no session, and nothing is ticked", () => {
    const view = viewAfter({ kind: "started", start: missing });
    expect(view).toMatchObject({ kind: "consent", policy: false, adult: false });
  });

  test("a picture that comes before it is not kept", () => {
    const before = viewAfter({ kind: "started", start: missing });
    expect(update(before, hearing(1, read(1)))).toBe(before);
  });

  test("each box is ticked by itself", () => {
    const view = viewAfter(
      { kind: "started", start: missing },
      { kind: "ticked", box: "adult", on: true },
    );
    expect(view).toMatchObject({ policy: false, adult: true });
  });

  test("an outdated one leads to the consent screen, from the start and in mid-work", () => {
    const outdated = start({ consent: { kind: "outdated", agreed: 1 } });
    expect(viewAfter({ kind: "started", start: outdated }).kind).toBe("consent");
    const view = viewAfter({ kind: "started", start: start() }, hearing(1, read(1)), {
      kind: "heard",
      event: { kind: "consent", start: outdated },
    });
    expect(view.kind).toBe("consent");
    expect(JSON.stringify(view)).not.toContain("picture 1.png");
  });

  test("withdrawn and given again, no picture is left and no box is ticked", () => {
    const working = viewAfter({ kind: "started", start: start() }, hearing(1, read(1)));
    const withdrawn = update(working, { kind: "started", start: missing });
    expect(withdrawn).toMatchObject({ kind: "consent", policy: false, adult: false });
    const again = update(withdrawn, { kind: "started", start: start() });
    expect(again).toMatchObject({ kind: "ready", session: { items: [], shown: null } });
  });

  test("a notice that was acknowledged costs no picture", () => {
    const noticed = start({ consent: { kind: "given", notice: 2 } });
    const view = viewAfter({ kind: "started", start: noticed }, hearing(1, read(1)), {
      kind: "started",
      start: start(),
    });
    expect(view).toMatchObject({
      session: { items: [{ job: { id: 1 } }], start: { consent: { notice: null } } },
    });
  });
});

test("an outcome is shown where it can be", () => {
  const reported = { kind: "outcomeReported", outcome: { kind: "erased" } } as const;
  const { outcome } = reported;
  expect(viewAfter({ kind: "started", start: missing }, reported)).toMatchObject({ outcome });
  const ready = viewAfter({ kind: "started", start: start() }, reported);
  expect(ready).toMatchObject({ session: { outcome } });
  const starting: View = { kind: "starting" };
  expect(update(starting, reported)).toBe(starting);
});

test("a shell that does not start is said", () => {
  const error = { kind: "internal" } as const;
  expect(viewAfter({ kind: "broke", error })).toEqual({ kind: "broken", error });
});
