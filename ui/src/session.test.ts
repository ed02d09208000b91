// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ViewEvent } from "./events";
import { itemOf, shownItem } from "./session";
import {
  cancelled,
  failed,
  hearing,
  held,
  page,
  read,
  reading,
  session,
  settings,
  waiting,
} from "./testing/fixtures";

const removed = (...ids: number[]): ViewEvent => ({
  kind: "heard",
  event: { kind: "removed", ids },
});
const texted = (id: number, round: number, text: string): ViewEvent => ({
  kind: "texted",
  id,
  round,
  mode: "keep",
  text,
});

describe("the queue", () => {
  test("shows the first of a batch, not the last", () => {
    expect(session(hearing(1), hearing(2), hearing(3)).shown).toBe(1);
  });

  test("shows a picture that comes when nothing is left to read", () => {
    expect(session(hearing(1, read(1)), hearing(2)).shown).toBe(2);
  });

  test("keeps its order while pictures change", () => {
    const { items } = session(hearing(1), hearing(2), hearing(1, reading), hearing(1, read(1)));
    expect(items.map(({ job }) => [job.id, job.state.kind])).toEqual([
      [1, "read"],
      [2, "waiting"],
    ]);
  });

  test.each([
    ["in the middle: the one behind it", [2], 3],
    ["at the end: the one before it", [3], 2],
    ["with the one behind it: the one before it", [2, 3], 1],
    ["all of them: none", [1, 2, 3], null],
  ])("when what is shown is removed %s is shown", (_, ids, shown) => {
    const all = [hearing(1, read(1)), hearing(2, read(1)), hearing(3, read(1))];
    const chosen: ViewEvent = { kind: "chose", id: ids[0] === 3 ? 3 : 2 };
    const { shown: now, page: leaf } = session(...all, chosen, removed(...ids));
    expect(now).toBe(shown);
    expect(leaf).toBe(1);
  });

  test("keeps showing a picture when another one is removed", () => {
    expect(session(hearing(1), hearing(2), removed(2)).shown).toBe(1);
  });

  test("another picture is shown from its first page", () => {
    const now = session(hearing(1, read(1, 1)), { kind: "leafed", page: 2 }, hearing(2, read(1)), {
      kind: "chose",
      id: 1,
    });
    expect(now.page).toBe(1);
  });
});

describe("what is said of a reading", () => {
  test("of one picture: how many lines, in what time", () => {
    const { outcome } = session(hearing(1), hearing(1, read(12)));
    expect(outcome).toEqual({ kind: "read", lines: 12, milliseconds: 420 });
  });

  test("of several: nothing until the last has ended, then all of it", () => {
    const some = session(hearing(1), hearing(2), hearing(3), hearing(1, read(1)));
    expect(some.outcome).toBeNull();
    const all = session(
      ...[1, 2, 3].map((id) => hearing(id)),
      hearing(1, read(1)),
      hearing(2, failed),
      hearing(3, cancelled),
    );
    expect(all.outcome).toEqual({ kind: "allRead", read: 1, failed: 1, cancelled: 1 });
  });

  test("nothing, of a picture that is told of again", () => {
    const now = session(
      hearing(1),
      hearing(1, read(1)),
      { kind: "outcomeReported", outcome: null },
      {
        ...hearing(1, read(1)),
      },
    );
    expect(now.outcome).toBeNull();
  });
});

describe("what was read", () => {
  test("is gone when the picture is turned, and what comes late of it is not kept", () => {
    const turned = session(
      hearing(1, read(1)),
      texted(1, 1, "on its side"),
      { kind: "paged", id: 1, round: 1, page: 1, view: page("on its side") },
      hearing(1, reading),
    );
    expect(shownItem(turned)).toMatchObject({ texts: {}, pages: [] });
    const late = session(
      hearing(1, read(1)),
      hearing(1, reading),
      hearing(1, read(1)),
      texted(1, 1, "on its side"),
      { kind: "paged", id: 1, round: 1, page: 1, view: page("on its side") },
    );
    expect(shownItem(late)).toMatchObject({ round: 2, texts: {}, pages: [] });
  });

  test("stays when the picture is told of again", () => {
    const now = session(hearing(1, read(1)), texted(1, 1, "Hello"), hearing(1, read(1)));
    expect(itemOf(now, 1)?.texts.keep?.now).toBe("Hello");
  });

  test("is put on its own page, whatever the order in which pages come", () => {
    const second: ViewEvent = { kind: "paged", id: 1, round: 1, page: 2, view: page("two") };
    const { pages } = shownItem(session(hearing(1, read(1, 1)), second)) ?? { pages: [] };
    expect(pages[0]).toBeUndefined();
    expect(pages[1]?.lines[0]?.text).toBe("two");
  });

  test("goes to the picture it is of, shown or not", () => {
    const now = session(hearing(1, read(1)), hearing(2, read(1)), texted(1, 1, "one"));
    expect(itemOf(now, 1)?.texts.keep?.now).toBe("one");
    expect(itemOf(now, 2)?.texts).toEqual({});
  });
});

describe("words that the person was led to", () => {
  const spot = { page: 2, line: 3, word: 4 };
  const led: ViewEvent[] = [hearing(1, read(1, 5)), { kind: "spotted", spot }];

  test("bring their page", () => {
    expect(session(...led)).toMatchObject({ page: 2, spot });
  });

  test("are forgotten with the next page, picture or reading", () => {
    expect(session(...led, { kind: "leafed", page: 1 }).spot).toBeNull();
    expect(session(...led, hearing(2, read(1))).spot).toBeNull();
    expect(session(...led, hearing(1, reading)).spot).toBeNull();
  });
});

test("what was not taken in stands there until it is waved away", () => {
  const refused = [{ name: "a.pdf", trouble: { kind: "unsupported", format: "PDF" } as const }];
  const outcome = { added: 1, refused, nothing: null, leftOut: 0 };
  const heard: ViewEvent = { kind: "heard", event: { kind: "intake", outcome } };
  const now = session(heard);
  expect(now.refused).toEqual(refused);
  expect(now.outcome).toEqual({ kind: "added", added: 1, refused: 1, leftOut: 0 });
  expect(session(heard, { kind: "waved" }).refused).toEqual([]);
});

test("closing the dialog leaves what was said before", () => {
  const before = { kind: "cleared" } as const;
  const outcome = { added: 0, refused: [], nothing: "cancelled", leftOut: 0 } as const;
  const now = session(
    { kind: "outcomeReported", outcome: before },
    { kind: "heard", event: { kind: "intake", outcome: { ...outcome, refused: [] } } },
  );
  expect(now.outcome).toBe(before);
});

test("dragging is shown, and over when something was taken in", () => {
  const over: ViewEvent = { kind: "heard", event: { kind: "dragging", over: true } };
  expect(session(over).dragging).toBe(true);
  const outcome = { added: 1, refused: [], nothing: null, leftOut: 0 };
  expect(session(over, { kind: "heard", event: { kind: "intake", outcome } }).dragging).toBe(false);
});

test("settings hold at once", () => {
  const dark = { ...settings, theme: "dark" } as const;
  const now = session({ kind: "heard", event: { kind: "settings", settings: dark } });
  expect(now.start.settings.theme).toBe("dark");
});

describe("panels", () => {
  const data: ViewEvent = {
    kind: "opened",
    panel: { screen: "data", held: null, question: null },
  };

  test("what comes for one that was closed meanwhile opens nothing", () => {
    expect(session(data, { kind: "closed" }, { kind: "held", held }).panel).toBeNull();
    expect(session({ kind: "asked", question: "erase" }).panel).toBeNull();
  });

  test("an answered question is not asked any more", () => {
    const asked: ViewEvent = { kind: "asked", question: "erase" };
    expect(session(data, asked).panel).toMatchObject({ question: "erase" });
    expect(session(data, asked, { kind: "held", held }).panel).toMatchObject({
      question: null,
      held,
    });
  });
});

test("a picture that waits again is unfinished again", () => {
  const now = session(hearing(1, cancelled), hearing(1, waiting), hearing(1, read(2)));
  expect(now.outcome).toMatchObject({ kind: "read", lines: 2 });
});
