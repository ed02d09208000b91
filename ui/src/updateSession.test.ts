// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { ViewEvent } from "./events";
import { findItem, selectedItem } from "./session";
import {
  cancelled,
  editedView,
  failed,
  jobEvent,
  page,
  read,
  reading,
  session,
  settings,
  storedData,
  textLoaded,
  textView,
  waiting,
} from "./testing/fixtures";

const removed = (...ids: number[]): ViewEvent => ({
  kind: "shellEvent",
  shellEvent: { kind: "removed", ids },
});

describe("the queue", () => {
  test("selects the first of a batch, not the last", () => {
    expect(session(jobEvent(1), jobEvent(2), jobEvent(3)).selectedId).toBe(1);
  });

  test("selects a new picture when no other is being read", () => {
    expect(session(jobEvent(1, read(1)), jobEvent(2)).selectedId).toBe(2);
  });

  test("leaves the person with the text that they are typing in", () => {
    const typing: ViewEvent = { kind: "typing", on: true };
    const typed = [jobEvent(1, read(1)), typing] as const;
    expect(session(...typed, jobEvent(2)).selectedId).toBe(1);
    expect(session(...typed, { kind: "typing", on: false }, jobEvent(2)).selectedId).toBe(2);
    expect(
      session(...typed, jobEvent(1, reading), jobEvent(1, read(1)), jobEvent(2)).isTyping,
    ).toBe(false);
    const show: ViewEvent = { kind: "shellEvent", shellEvent: { kind: "show", id: 2 } };
    const captured = session(...typed, jobEvent(2), jobEvent(2, read(1)), show);
    expect(captured.selectedId).toBe(1);
    expect(captured.outcome).toMatchObject({ kind: "added", added: 1 });
    const chosen = session(...typed, jobEvent(2), { kind: "pictureSelected", id: 2 }, jobEvent(3));
    expect(chosen.selectedId).toBe(2);
    expect(chosen.isTyping).toBe(false);
  });

  test("knows whether the person chose what is shown", () => {
    const all = [jobEvent(1, read(1)), jobEvent(2, read(1))];
    expect(session(...all).isChosen).toBe(false);
    const chosen: ViewEvent = { kind: "pictureSelected", id: 1 };
    expect(session(...all, chosen).isChosen).toBe(true);
    expect(session(...all, chosen, removed(1)).isChosen).toBe(false);
  });

  test("keeps its order while pictures are read", () => {
    const { items } = session(jobEvent(1), jobEvent(2), jobEvent(1, reading), jobEvent(1, read(1)));
    expect(items.map(({ job }) => [job.id, job.state.kind])).toEqual([
      [1, "read"],
      [2, "waiting"],
    ]);
  });

  test.each([
    ["in the middle: the next one", [2], 3],
    ["at the end: the previous one", [3], 2],
    ["with the next one: the previous one", [2, 3], 1],
    ["all of them: none", [1, 2, 3], null],
  ])("when the selected picture is removed %s is selected", (_, ids, shown) => {
    const all = [jobEvent(1, read(1)), jobEvent(2, read(1)), jobEvent(3, read(1))];
    const selected: ViewEvent = { kind: "pictureSelected", id: ids[0] === 3 ? 3 : 2 };
    const { selectedId, page: shownPage } = session(...all, selected, removed(...ids));
    expect(selectedId).toBe(shown);
    expect(shownPage).toBe(1);
  });

  test("keeps the selection when another picture is removed", () => {
    expect(session(jobEvent(1), jobEvent(2), removed(2)).selectedId).toBe(1);
  });

  test("shows the first page of a newly selected picture", () => {
    const now = session(
      jobEvent(1, read(1, 1)),
      { kind: "pageChanged", page: 2 },
      jobEvent(2, read(1)),
      {
        kind: "pictureSelected",
        id: 1,
      },
    );
    expect(now.page).toBe(1);
  });
});

describe("the outcome of reading", () => {
  test("of one picture: its lines", () => {
    const { outcome } = session(jobEvent(1), jobEvent(1, read(12)));
    expect(outcome).toEqual({ kind: "read", lines: 12, codes: 0 });
  });

  test("of several: how many are done, then their numbers", () => {
    const some = session(jobEvent(1), jobEvent(2), jobEvent(3), jobEvent(1, read(1)));
    expect(some.outcome).toEqual({ kind: "readingProgress", done: 1, all: 3 });
    const copied = { kind: "copied", lines: 1, characters: 9, private: false } as const;
    const busy = session(
      ...[1, 2, 3].map((id) => jobEvent(id)),
      { kind: "outcomeReported", outcome: { ...copied, explainPrivate: false } },
      jobEvent(1, read(1)),
    );
    expect(busy.outcome).toMatchObject(copied);
    const all = session(
      ...[1, 2, 3].map((id) => jobEvent(id)),
      jobEvent(1, read(1)),
      jobEvent(2, failed),
      jobEvent(3, cancelled),
    );
    expect(all.outcome).toEqual({ kind: "allRead", read: 1, failed: 1, locked: 0, cancelled: 1 });
  });

  test("of a picture that is reported again: nothing", () => {
    const now = session(
      jobEvent(1),
      jobEvent(1, read(1)),
      { kind: "outcomeReported", outcome: null },
      jobEvent(1, read(1)),
    );
    expect(now.outcome).toBeNull();
  });
});

describe("the text and the pages of a picture", () => {
  test("are dropped when the picture is rotated, also when they arrive late", () => {
    const rotated = session(
      jobEvent(1, read(1)),
      textLoaded(1, 1, "on its side"),
      { kind: "pageLoaded", id: 1, revision: 1, edition: 0, page: 1, view: page("on its side") },
      jobEvent(1, reading),
    );
    expect(selectedItem(rotated)).toMatchObject({ texts: {}, pages: [] });
    const late = session(
      jobEvent(1, read(1)),
      jobEvent(1, reading),
      jobEvent(1, read(1)),
      textLoaded(1, 1, "on its side"),
      { kind: "pageLoaded", id: 1, revision: 1, edition: 0, page: 1, view: page("on its side") },
    );
    expect(selectedItem(late)).toMatchObject({ revision: 2, texts: {}, pages: [] });
  });

  test("stay when the picture is reported again", () => {
    const now = session(jobEvent(1, read(1)), textLoaded(1, 1, "Hello"), jobEvent(1, read(1)));
    expect(findItem(now, 1)?.texts.keep?.current).toBe("Hello");
  });

  test("know their low-confidence words through edits, and again when they are undone", () => {
    const edit = (text: string): ViewEvent => ({ kind: "textEdited", id: 1, mode: "keep", text });
    const words = (...events: ViewEvent[]) => {
      const text = selectedItem(session(jobEvent(1, read(2)), ...events))?.texts.keep;
      return text?.spans.map(({ start, end }) => text.current.slice(start, end));
    };
    const loaded = textLoaded(1, 1, "?one two\n?three");
    const edited = [loaded, edit("One two\nthree"), edit("One and two\nthree")];
    expect(words(loaded)).toEqual(["one", "three"]);
    expect(words(...edited)).toEqual(["three"]);
    const view = textView("?one two\n?three");
    const restored: ViewEvent = { kind: "textReplaced", id: 1, mode: "keep", view };
    expect(words(...edited, restored)).toEqual(["one", "three"]);
  });

  test("are loaded again after a correction, in other line modes and in the picture", () => {
    const one: ViewEvent = {
      kind: "textLoaded",
      id: 1,
      revision: 1,
      edition: 0,
      mode: "one",
      view: textView("read"),
    };
    const words: ViewEvent = {
      kind: "pageLoaded",
      id: 1,
      revision: 1,
      edition: 0,
      page: 1,
      view: page("read"),
    };
    const corrected: ViewEvent[] = [
      { kind: "textEdited", id: 1, mode: "keep", text: "red" },
      { kind: "editAnswered", id: 1, mode: "keep", view: editedView("red") },
    ];
    const now = session(
      jobEvent(1, read(1)),
      textLoaded(1, 1, "read"),
      one,
      words,
      ...corrected,
      // Both were asked for before the correction.
      one,
      words,
    );
    expect(selectedItem(now)).toMatchObject({ edition: 1, edited: true, canUndo: true, pages: [] });
    expect(Object.keys(selectedItem(now)?.texts ?? {})).toEqual(["keep"]);
  });

  test("the window asks before it closes with edits", () => {
    const asked = session({
      kind: "shellEvent",
      shellEvent: { kind: "closeRequested", unkept: [1] },
    });
    expect(asked.confirmation).toEqual({ kind: "close", unkept: [1] });
  });

  test("are stored by page, whatever the order in which pages arrive", () => {
    const second: ViewEvent = {
      kind: "pageLoaded",
      id: 1,
      revision: 1,
      edition: 0,
      page: 2,
      view: page("two"),
    };
    const { pages } = selectedItem(session(jobEvent(1, read(1, 1)), second)) ?? { pages: [] };
    expect(pages[0]).toBeUndefined();
    expect(pages[1]?.lines[0]?.text).toBe("two");
  });

  test("belong to their picture, whether it is selected or not", () => {
    const now = session(jobEvent(1, read(1)), jobEvent(2, read(1)), textLoaded(1, 1, "one"));
    expect(findItem(now, 1)?.texts.keep?.current).toBe("one");
    expect(findItem(now, 2)?.texts).toEqual({});
  });
});

describe("a highlighted word", () => {
  const word = { page: 2, line: 3, word: 4 };
  const highlighted: ViewEvent[] = [jobEvent(1, read(1, 5)), { kind: "wordHighlighted", word }];

  test("shows its page", () => {
    expect(session(...highlighted)).toMatchObject({ page: 2, highlightedWord: word });
  });

  test("is cleared with the next page, picture or reading", () => {
    expect(session(...highlighted, { kind: "pageChanged", page: 1 }).highlightedWord).toBeNull();
    expect(session(...highlighted, jobEvent(2, read(1))).highlightedWord).toBeNull();
    expect(session(...highlighted, jobEvent(1, reading)).highlightedWord).toBeNull();
  });
});

test("refused files are listed until they are dismissed", () => {
  const refused = [{ name: "a.pdf", error: { kind: "unsupported", format: "DjVu" } as const }];
  const outcome = { added: 1, refused, emptyReason: null, skipped: 0 };
  const event: ViewEvent = { kind: "shellEvent", shellEvent: { kind: "intake", outcome } };
  const now = session(event);
  expect(now.refused).toEqual(refused);
  expect(now.outcome).toEqual({ kind: "added", added: 1, refused: 1, skipped: 0 });
  expect(session(event, { kind: "refusalsDismissed" }).refused).toEqual([]);
});

test("closing the dialog keeps the previous outcome", () => {
  const before = { kind: "cleared" } as const;
  const outcome = { added: 0, refused: [], emptyReason: "cancelled", skipped: 0 } as const;
  const now = session(
    { kind: "outcomeReported", outcome: before },
    { kind: "shellEvent", shellEvent: { kind: "intake", outcome: { ...outcome, refused: [] } } },
  );
  expect(now.outcome).toBe(before);
});

test("dragging ends when something was added", () => {
  const over: ViewEvent = { kind: "shellEvent", shellEvent: { kind: "dragging", over: true } };
  expect(session(over).dragging).toBe(true);
  const outcome = { added: 1, refused: [], emptyReason: null, skipped: 0 };
  expect(
    session(over, { kind: "shellEvent", shellEvent: { kind: "intake", outcome } }).dragging,
  ).toBe(false);
});

test("settings take effect immediately", () => {
  const dark = { ...settings, theme: "dark" } as const;
  const now = session({ kind: "shellEvent", shellEvent: { kind: "settings", settings: dark } });
  expect(now.start.settings.theme).toBe("dark");
});

describe("panels", () => {
  const data: ViewEvent = {
    kind: "panelOpened",
    panel: { screen: "data", storedData: null, question: null },
  };

  test("results for a closed panel do not open it", () => {
    expect(
      session(data, { kind: "panelClosed" }, { kind: "storedDataLoaded", storedData }).panel,
    ).toBeNull();
    expect(session({ kind: "questionAsked", question: "erase" }).panel).toBeNull();
  });

  test("an answered question is closed", () => {
    const asked: ViewEvent = { kind: "questionAsked", question: "erase" };
    expect(session(data, asked).panel).toMatchObject({ question: "erase" });
    expect(session(data, asked, { kind: "storedDataLoaded", storedData }).panel).toMatchObject({
      question: null,
      storedData,
    });
  });
});

test("a cancelled picture that is read again is reported", () => {
  const now = session(jobEvent(1, cancelled), jobEvent(1, waiting), jobEvent(1, read(2)));
  expect(now.outcome).toMatchObject({ kind: "read", lines: 2 });
});
