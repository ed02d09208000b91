// @vitest-environment node
import { describe, expect, test } from "vitest";
import { itemOf, shownItem } from "./session";
import type { Happening } from "./state";
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
} from "./testing/made";

const removed = (...ids: number[]): Happening => ({
  kind: "heard",
  event: { kind: "removed", ids },
});
const texted = (id: number, round: number, text: string): Happening => ({
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
    const chosen: Happening = { kind: "chose", id: ids[0] === 3 ? 3 : 2 };
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
    expect(session(hearing(1), hearing(1, read(12))).said?.text).toBe("12 lines read in 0.4 s.");
  });

  test("of several: nothing until the last has ended, then all of it", () => {
    const some = session(hearing(1), hearing(2), hearing(3), hearing(1, read(1)));
    expect(some.said).toBeNull();
    const all = session(
      ...[1, 2, 3].map((id) => hearing(id)),
      hearing(1, read(1)),
      hearing(2, failed),
      hearing(3, cancelled),
    );
    expect(all.said).toEqual({
      text: "1 picture read, 1 could not be read, 1 cancelled.",
      tone: "bad",
    });
  });

  test("nothing, of a picture that is told of again", () => {
    const now = session(
      hearing(1),
      hearing(1, read(1)),
      { kind: "said", said: null },
      {
        ...hearing(1, read(1)),
      },
    );
    expect(now.said).toBeNull();
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
    const second: Happening = { kind: "paged", id: 1, round: 1, page: 2, view: page("two") };
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
  const led: Happening[] = [hearing(1, read(1, 5)), { kind: "spotted", spot }];

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
  const refused = [{ name: "a.pdf", error: { kind: "unsupported", format: "PDF" } as const }];
  const outcome = { added: 1, refused, emptyReason: null, skipped: 0 };
  const heard: Happening = { kind: "heard", event: { kind: "intake", outcome } };
  const now = session(heard);
  expect(now.refusals).toHaveLength(1);
  expect(now.refusals[0]).toContain("a.pdf");
  expect(now.said).toEqual({ text: "1 picture added, 1 file not taken.", tone: "bad" });
  expect(session(heard, { kind: "waved" }).refusals).toEqual([]);
});

test("closing the dialog leaves what was said before", () => {
  const said = { text: "Before.", tone: "plain" } as const;
  const outcome = { added: 0, refused: [], emptyReason: "cancelled", skipped: 0 } as const;
  const now = session(
    { kind: "said", said },
    { kind: "heard", event: { kind: "intake", outcome: { ...outcome, refused: [] } } },
  );
  expect(now.said).toBe(said);
});

test("dragging is shown, and over when something was taken in", () => {
  const over: Happening = { kind: "heard", event: { kind: "dragging", over: true } };
  expect(session(over).dragging).toBe(true);
  const outcome = { added: 1, refused: [], emptyReason: null, skipped: 0 };
  expect(session(over, { kind: "heard", event: { kind: "intake", outcome } }).dragging).toBe(false);
});

test("settings hold at once", () => {
  const dark = { ...settings, theme: "dark" } as const;
  const now = session({ kind: "heard", event: { kind: "settings", settings: dark } });
  expect(now.start.settings.theme).toBe("dark");
});

describe("panels", () => {
  const data: Happening = {
    kind: "opened",
    panel: { screen: "data", held: null, question: null },
  };

  test("what comes for one that was closed meanwhile opens nothing", () => {
    expect(session(data, { kind: "closed" }, { kind: "held", held }).panel).toBeNull();
    expect(session({ kind: "asked", question: "erase" }).panel).toBeNull();
  });

  test("an answered question is not asked any more", () => {
    const asked: Happening = { kind: "asked", question: "erase" };
    expect(session(data, asked).panel).toMatchObject({ question: "erase" });
    expect(session(data, asked, { kind: "held", held }).panel).toMatchObject({
      question: null,
      held,
    });
  });
});

test("a picture that waits again is unfinished again", () => {
  const now = session(hearing(1, cancelled), hearing(1, waiting), hearing(1, read(2)));
  expect(now.said?.text).toContain("2 lines read");
});
