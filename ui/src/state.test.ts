// @vitest-environment node
import { describe, expect, test } from "vitest";
import { update, type View } from "./state";
import { jobEvent, read, start, viewAfter } from "./testing/fixtures";

const missing = start({ consent: { kind: "missing" } });

describe("consent", () => {
  test("without consent there is no session, and no box is ticked", () => {
    const view = viewAfter({ kind: "started", start: missing });
    expect(view).toMatchObject({ kind: "consent", policy: false, adult: false });
  });

  test("a picture that arrives before consent is dropped", () => {
    const before = viewAfter({ kind: "started", start: missing });
    expect(update(before, jobEvent(1, read(1)))).toBe(before);
  });

  test("each box is ticked separately", () => {
    const view = viewAfter(
      { kind: "started", start: missing },
      { kind: "boxTicked", box: "adult", on: true },
    );
    expect(view).toMatchObject({ policy: false, adult: true });
  });

  test("outdated consent leads to the consent screen, at the start and while pictures are open", () => {
    const outdated = start({ consent: { kind: "outdated", agreed: 1 } });
    expect(viewAfter({ kind: "started", start: outdated }).kind).toBe("consent");
    const view = viewAfter({ kind: "started", start: start() }, jobEvent(1, read(1)), {
      kind: "shellEvent",
      shellEvent: { kind: "consent", start: outdated },
    });
    expect(view.kind).toBe("consent");
    expect(JSON.stringify(view)).not.toContain("picture 1.png");
  });

  test("after withdrawal no picture is left and no box is ticked", () => {
    const working = viewAfter({ kind: "started", start: start() }, jobEvent(1, read(1)));
    const withdrawn = update(working, { kind: "started", start: missing });
    expect(withdrawn).toMatchObject({ kind: "consent", policy: false, adult: false });
    expect(withdrawn).toMatchObject({ outcome: { kind: "withdrawn" } });
    const again = update(withdrawn, { kind: "started", start: start() });
    expect(again).toMatchObject({ kind: "ready", session: { items: [], selectedId: null } });
  });

  test("acknowledging a notice keeps the open pictures", () => {
    const noticed = start({ consent: { kind: "given", notice: 2 } });
    const view = viewAfter({ kind: "started", start: noticed }, jobEvent(1, read(1)), {
      kind: "started",
      start: start(),
    });
    expect(view).toMatchObject({
      session: { items: [{ job: { id: 1 } }], start: { consent: { notice: null } } },
    });
  });
});

test("an outcome is shown on the consent screen and in the workspace", () => {
  const reported = { kind: "outcomeReported", outcome: { kind: "erased" } } as const;
  const { outcome } = reported;
  expect(viewAfter({ kind: "started", start: missing }, reported)).toMatchObject({ outcome });
  const ready = viewAfter({ kind: "started", start: start() }, reported);
  expect(ready).toMatchObject({ session: { outcome } });
  const starting: View = { kind: "starting" };
  expect(update(starting, reported)).toBe(starting);
});

test("what is dropped before consent is refused in words", () => {
  const error = { kind: "notConsented" } as const;
  const view = viewAfter(
    { kind: "started", start: missing },
    { kind: "shellEvent", shellEvent: { kind: "refused", error } },
  );
  expect(view).toMatchObject({ kind: "consent", outcome: { kind: "failed", error } });
});

test("a failed start is shown", () => {
  const error = { kind: "internal" } as const;
  expect(viewAfter({ kind: "startFailed", error })).toEqual({ kind: "broken", error });
});
