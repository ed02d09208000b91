import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createActions } from "./actions";
import type { Event as ShellEvent } from "./bindings/Event";
import { asCommandError, shell } from "./ipc";
import { createStore } from "./store";
import { settings, start } from "./testing/fixtures";

afterEach(() => clearMocks());

/** What was asked of the shell, and with what. */
function listen(answer: (command: string) => unknown = () => null) {
  const heard = vi.fn((command: string, _given: unknown, _options?: unknown) => answer(command));
  mockIPC((command, given) => heard(command, given));
  // The mock hands no headers on; the page's own end of the bridge gets them.
  const internals = (window as unknown as { __TAURI_INTERNALS__: Record<string, unknown> })
    .__TAURI_INTERNALS__;
  internals.invoke = async (command: string, given: unknown, options?: unknown) =>
    heard(command, given, options);
  return heard;
}

test("the bytes of a picture travel as they are, its name in a header", async () => {
  const heard = listen(() => ({ added: 1, refused: [], nothing: null, leftOut: 0 }));
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  await shell.addBytes(bytes, "Grüße & 東京.png");
  const [command, given, options] = heard.mock.calls[0] ?? [];
  expect(command).toBe("add_bytes");
  expect(given).toBeInstanceOf(Uint8Array);
  expect(given).toEqual(bytes);
  const { name } = (options as { headers: Record<string, string> }).headers;
  // Headers are ASCII.
  expect(name).toMatch(/^[\x20-\x7e]+$/);
  expect(decodeURIComponent(name ?? "")).toBe("Grüße & 東京.png");
});

test.each<[string, () => Promise<unknown>, unknown]>([
  ["agree", () => shell.agree(2, true), { version: 2, adult: true }],
  ["acknowledge", () => shell.acknowledge(3), { version: 3 }],
  ["set_settings", () => shell.setSettings(settings), { settings }],
  ["cancel", () => shell.cancel(7), { id: 7 }],
  ["remove", () => shell.remove(7), { id: 7 }],
  ["turn", () => shell.turn(7, -1), { id: 7, quarters: -1 }],
  ["page", () => shell.page(7, 1), { id: 7, page: 1 }],
  ["text", () => shell.text(7, "one"), { id: 7, lines: "one" }],
  ["copy", () => shell.copy("words"), { text: "words" }],
  ["save", () => shell.save(7, "words"), { id: 7, text: "words" }],
  ["save_all", () => shell.saveAll([{ id: 7, text: "a" }]), { texts: [{ id: 7, text: "a" }] }],
  ["set_counter", () => shell.setCounter("2026-11", 3), { month: "2026-11", pictures: 3 }],
])("%s is asked for by the names that the shell knows", async (command, ask, given) => {
  const heard = listen();
  await ask();
  expect(heard.mock.calls[0]?.slice(0, 2)).toEqual([command, given]);
});

test.each([
  ["decline", () => shell.decline()],
  ["withdraw", () => shell.withdraw()],
  ["add_clipboard", () => shell.addClipboard()],
  ["open", () => shell.open()],
  ["cancel_all", () => shell.cancelAll()],
  ["clear", () => shell.clear()],
  ["held", () => shell.held()],
  ["export_data", () => shell.exportData()],
  ["erase", () => shell.erase()],
  ["facts", () => shell.facts()],
])("%s needs nothing else", async (command, ask) => {
  const heard = listen();
  await ask();
  expect(heard.mock.calls[0]?.[0]).toBe(command);
});

test("a picture comes as its size and its pixels", async () => {
  const buffer = new ArrayBuffer(8 + 2 * 1 * 4);
  new DataView(buffer).setUint32(0, 2, true);
  new DataView(buffer).setUint32(4, 1, true);
  new Uint8Array(buffer, 8).set([1, 2, 3, 4, 5, 6, 7, 8]);
  listen(() => buffer);
  for (const pixels of [await shell.preview(1, 1), await shell.thumbnail(1)]) {
    expect([pixels.width, pixels.height]).toEqual([2, 1]);
    expect([...pixels.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(pixels.data.buffer).toBe(buffer);
  }
});

test("what the shell tells unasked is heard", async () => {
  const told: ShellEvent[] = [];
  mockIPC((command, given) => {
    if (command !== "start") return null;
    const { events } = given as unknown as { events: { onmessage: (event: ShellEvent) => void } };
    events.onmessage({ kind: "dragging", over: true });
    return start();
  });
  const started = await shell.start((event) => told.push(event));
  expect(started).toEqual(start());
  expect(told).toEqual([{ kind: "dragging", over: true }]);
});

describe("what goes wrong", () => {
  test("comes as what the shell threw", async () => {
    mockIPC(() => {
      throw { kind: "save", reason: "full", name: "text.txt" };
    });
    const thrown = await shell.save(1, "words").catch(asCommandError);
    expect(thrown).toEqual({ kind: "save", reason: "full", name: "text.txt" });
  });

  test.each([[new Error("no bridge")], ["a string"], [null], [undefined]])(
    "is a fault of ours when it is %s",
    (thrown) => {
      expect(asCommandError(thrown)).toEqual({ kind: "internal" });
    },
  );

  test("is said in the window", async () => {
    mockIPC(() => {
      throw { kind: "clipboard", reason: "busy" };
    });
    const store = createStore();
    store.dispatch({ kind: "started", start: start() });
    await createActions(shell, store).copy("words");
    expect(store.view).toMatchObject({
      session: { outcome: { kind: "failed", error: { kind: "clipboard", reason: "busy" } } },
    });
  });
});
