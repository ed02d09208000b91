// @vitest-environment node
import { expect, test, vi } from "vitest";
import { createEditQueue } from "./editQueue";
import type { Shell } from "./ipc";
import { createStore } from "./store";
import { fakeShell, jobEvent, read, start, textView } from "./testing/fixtures";

function queueWith(change: Partial<Shell> = {}) {
  const shell = fakeShell(change);
  const store = createStore();
  store.dispatch({ kind: "started", start: start() });
  store.dispatch(jobEvent(1, read(1)));
  return { shell, store, queue: createEditQueue(shell, store) };
}

const edit = (text: string, joins = true, id = 1) => ({ id, mode: "keep" as const, text, joins });
const calls = (shell: Shell) => vi.mocked(shell.edit).mock.calls.map(([id, , text]) => [id, text]);

test("the first letter is sent at once, those that follow together", async () => {
  vi.useFakeTimers();
  const { shell, queue } = queueWith();
  queue.record(edit("a", false));
  queue.record(edit("ab"));
  queue.record(edit("abc"));
  await vi.advanceTimersByTimeAsync(0);
  expect(calls(shell)).toEqual([[1, "a"]]);
  await vi.advanceTimersByTimeAsync(300);
  expect(calls(shell)).toEqual([
    [1, "a"],
    [1, "abc"],
  ]);
  vi.useRealTimers();
});

test("while the person types on, letters are sent every two seconds", async () => {
  vi.useFakeTimers();
  const { shell, queue } = queueWith();
  queue.record(edit("a", false));
  for (let length = 2; length < 20; length += 1) {
    queue.record(edit("a".repeat(length)));
    await vi.advanceTimersByTimeAsync(250);
  }
  const sent = calls(shell).map(([, text]) => String(text).length);
  expect(sent).toEqual([1, 9, 17]);
  await vi.advanceTimersByTimeAsync(300);
  expect(calls(shell).at(-1)).toEqual([1, "a".repeat(19)]);
  vi.useRealTimers();
});

test("edits arrive in their order, and flush waits for all", async () => {
  const arrived: string[] = [];
  const waits: (() => void)[] = [];
  const slow = vi.fn(
    (_id: number, _mode: string, text: string) =>
      new Promise<ReturnType<typeof textView>>((done) =>
        waits.push(() => {
          arrived.push(text);
          done(textView(text));
        }),
      ),
  );
  const { queue } = queueWith({ edit: slow });
  queue.record(edit("a", false));
  queue.record(edit("ab"));
  queue.record(edit("b", false, 2));
  const flushed = queue.flush();
  for (let round = 0; round < 3; round += 1) {
    await vi.waitFor(() => expect(waits.length).toBe(round + 1));
    waits[round]?.();
  }
  await flushed;
  expect(arrived).toEqual(["a", "ab", "b"]);
});

test("a failed edit is reported, one of a removed picture is not", async () => {
  const outcome = async (kind: "internal" | "noSuchJob") => {
    const { store, queue } = queueWith({ edit: vi.fn(() => Promise.reject({ kind })) });
    queue.record(edit("a", false));
    await queue.flush();
    return store.view.kind === "ready" && store.view.session.outcome?.kind;
  };
  expect(await outcome("internal")).toBe("failed");
  expect(await outcome("noSuchJob")).not.toBe("failed");
});

test("what comes after the edits is done in its order, also when it fails", async () => {
  const { queue } = queueWith();
  const done: string[] = [];
  queue.record(edit("a", false));
  const failed = queue.after(async () => {
    await Promise.resolve();
    done.push("first");
    throw new Error("refused");
  });
  const second = queue.after(async () => {
    done.push("second");
    return 2;
  });
  await expect(failed).rejects.toThrow("refused");
  expect(await second).toBe(2);
  expect(done).toEqual(["first", "second"]);
});
