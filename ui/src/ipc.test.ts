import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createActions } from "./actions";
import type { Event as ShellEvent } from "./bindings/Event";
import { asCommandError, shell } from "./ipc";
import { createStore } from "./store";
import { settings, start } from "./testing/fixtures";

afterEach(() => clearMocks());

/** Mocks the shell; the result records each command and its arguments. */
function mockShell(answer: (command: string) => unknown = () => null) {
  const invoked = vi.fn((command: string, _given: unknown, _options?: unknown) => answer(command));
  mockIPC((command, args) => invoked(command, args));
  // The mock drops headers, so the page's own end of the bridge is replaced.
  const internals = (window as unknown as { __TAURI_INTERNALS__: Record<string, unknown> })
    .__TAURI_INTERNALS__;
  internals.invoke = async (command: string, args: unknown, options?: unknown) =>
    invoked(command, args, options);
  return invoked;
}

test("the bytes of a picture are sent raw, its name in a header", async () => {
  const invoked = mockShell(() => ({ added: 1, refused: [], emptyReason: null, skipped: 0 }));
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  await shell.addBytes(bytes, "Grüße & 東京.png");
  const [command, args, options] = invoked.mock.calls[0] ?? [];
  expect(command).toBe("add_bytes");
  expect(args).toBeInstanceOf(Uint8Array);
  expect(args).toEqual(bytes);
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
  ["unlock", () => shell.unlock(7, "secret"), { id: 7, password: "secret" }],
  ["rotate", () => shell.rotate(7, -1, 2), { id: 7, quarters: -1, page: 2 }],
  ["page", () => shell.page(7, 1), { id: 7, page: 1 }],
  ["text", () => shell.text(7, "one"), { id: 7, lines: "one" }],
  ["copy", () => shell.copy("words"), { text: "words" }],
  ["copy_as", () => shell.copyAs([7], "table"), { ids: [7], format: "table" }],
  ["save", () => shell.save(7, "docx", "Word"), { id: 7, format: "docx", kind: "Word" }],
  ["save_all_as_pdf", () => shell.saveAllAsPdf("PDF"), { kind: "PDF" }],
  [
    "edit",
    () => shell.edit(7, "one", "words", true),
    { id: 7, lines: "one", text: "words", joins: true },
  ],
  ["step", () => shell.step(7, "one", "undo"), { id: 7, lines: "one", step: "undo" }],
  ["word_at", () => shell.wordAt(7, 3), { id: 7, place: 3 }],
  [
    "span_of",
    () => shell.spanOf(7, { page: 1, line: 2, word: 3 }),
    { id: 7, word: { page: 1, line: 2, word: 3 } },
  ],
  ["set_counter", () => shell.setCounter("2026-11", 3), { month: "2026-11", pictures: 3 }],
])("%s is called with the names that the shell knows", async (command, ask, args) => {
  const invoked = mockShell();
  await ask();
  expect(invoked.mock.calls[0]?.slice(0, 2)).toEqual([command, args]);
});

test.each([
  ["decline", () => shell.decline()],
  ["withdraw", () => shell.withdraw()],
  ["add_clipboard", () => shell.addClipboard()],
  ["open", () => shell.open()],
  ["cancel_all", () => shell.cancelAll()],
  ["clear", () => shell.clear()],
  ["unkept", () => shell.unkept()],
  ["close", () => shell.close()],
  ["save_all", () => shell.saveAll()],
  ["stored_data", () => shell.storedData()],
  ["export_data", () => shell.exportData()],
  ["erase", () => shell.erase()],
  ["privacy_status", () => shell.privacyStatus()],
])("%s takes no arguments", async (command, ask) => {
  const invoked = mockShell();
  await ask();
  expect(invoked.mock.calls[0]?.[0]).toBe(command);
});

test("a picture arrives as its size and its pixels", async () => {
  const buffer = new ArrayBuffer(8 + 2 * 1 * 4);
  new DataView(buffer).setUint32(0, 2, true);
  new DataView(buffer).setUint32(4, 1, true);
  new Uint8Array(buffer, 8).set([1, 2, 3, 4, 5, 6, 7, 8]);
  mockShell(() => buffer);
  for (const pixels of [await shell.preview(1, 1), await shell.thumbnail(1, 1)]) {
    expect([pixels.width, pixels.height]).toEqual([2, 1]);
    expect([...pixels.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(pixels.data.buffer).toBe(buffer);
  }
});

test("events of the shell are received", async () => {
  const received: ShellEvent[] = [];
  mockIPC((command, args) => {
    if (command !== "start") return null;
    const { events } = args as unknown as { events: { onmessage: (event: ShellEvent) => void } };
    events.onmessage({ kind: "dragging", over: true });
    return start();
  });
  const started = await shell.start((event) => received.push(event));
  expect(started).toEqual(start());
  expect(received).toEqual([{ kind: "dragging", over: true }]);
});

describe("errors", () => {
  test("arrive as what the shell threw", async () => {
    mockIPC(() => {
      throw { kind: "save", reason: "full", name: "text.txt" };
    });
    const thrown = await shell.save(1, "text", "Text").catch(asCommandError);
    expect(thrown).toEqual({ kind: "save", reason: "full", name: "text.txt" });
  });

  test.each([[new Error("no bridge")], ["a string"], [null], [undefined]])(
    "are internal errors when they are %s",
    (thrown) => {
      expect(asCommandError(thrown)).toEqual({ kind: "internal" });
    },
  );

  test("are reported in the view", async () => {
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
