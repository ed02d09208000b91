import { describe, expect, test, vi } from "vitest";
import type { Shell } from "../ipc";
import { storedData } from "../testing/fixtures";
import { eventually, find, query, renderPage, textOf } from "../testing/renderedPage";

/** Panels that are opened from Help. */
const IN_HELP = ["shortcuts", "policy"];

describe("panels", () => {
  async function openPanel(screenName: string, change: Partial<Shell> = {}) {
    const rendered = renderPage(change);
    if (IN_HELP.includes(screenName)) {
      (await find("#menu-help")).click();
      (await find(`#help-${screenName}`)).click();
    } else (await find(`#menu-${screenName}`)).click();
    await find(`dialog[data-screen="${screenName}"] #back`);
    return rendered;
  }

  test.each(["data", "privacy", "settings", "help", "shortcuts", "policy"])(
    "%s opens, closes",
    async (name) => {
      await openPanel(name);
      (await find("#back")).click();
      await eventually(() => expect(query("dialog")).toBeNull());
    },
  );

  test("help names the version and leads to privacy and shortcuts", async () => {
    await openPanel("help");
    expect(textOf("#version")).toBe("ImageToText 0.1.0");
    expect(textOf(".panel-body")).toMatch(/MIT License/);
    for (const screenName of ["shortcuts", "privacy", "policy", "data"]) {
      expect(query(`#help-${screenName}`)).not.toBeNull();
    }
  });

  test.each([
    ["screen", "active", /Press “Capture”.*Ctrl\+T.*In any program: Super\+Shift\+T$/],
    ["screen", "taken", /drag over the text.*Ctrl\+T$/],
    ["desktop", "unsupported", /Ctrl\+T.*the system asks what to capture/],
    ["none", "unsupported", /^Capture is not available on this system yet/],
  ] as const)("help says how capture works: %s, hotkey %s", async (method, hotkey, says) => {
    const { store } = await openPanel("help");
    const status = { method, hotkey, againHotkey: hotkey, hasTray: true };
    store.dispatch({ kind: "shellEvent", shellEvent: { kind: "captureStatus", status } });
    await eventually(() =>
      expect(textOf("#help-capture")?.replace(/\s+/gu, " ").trim()).toMatch(says),
    );
  });

  test("stored data is shown: each value, each file", async () => {
    await openPanel("data");
    await find("#withdraw");
    const text = textOf(".panel-body") ?? "";
    for (const part of ["version 2", "24 November 2026, 09:30 UTC", "/home/ada/settings.json"]) {
      expect(text).toContain(part);
    }
    expect((await find<HTMLInputElement>("[data-month]")).value).toBe("41");
  });

  test.each([
    ["#erase-data", "erase"],
    ["#withdraw", "withdraw"],
  ] as const)("%s asks first, with the focus on the harmless answer", async (button, deed) => {
    const { shell } = await openPanel("data");
    (await find(button)).click();
    const keep = await find("#cancel-confirm");
    expect(shell[deed]).not.toHaveBeenCalled();
    await eventually(() => expect(document.activeElement).toBe(keep));
    keep.click();
    (await find(button)).click();
    (await find("#confirm")).click();
    await eventually(() => expect(shell[deed]).toHaveBeenCalledOnce());
  });

  test("data is exported without a question", async () => {
    const { shell } = await openPanel("data");
    (await find("#export-data")).click();
    expect(shell.exportData).toHaveBeenCalledOnce();
  });

  test("a counter is corrected; invalid numbers are not", async () => {
    const { shell } = await openPanel("data");
    const input = await find<HTMLInputElement>("[data-month]");
    input.value = "-1";
    input.dispatchEvent(new Event("change"));
    expect(shell.setCounter).not.toHaveBeenCalled();
    expect(input.value).toBe("41");
    input.value = "40";
    input.dispatchEvent(new Event("change"));
    expect(shell.setCounter).toHaveBeenCalledWith("2026-11", 40);
  });

  test("the privacy status is loaded every second while it is shown, not after", async () => {
    vi.useFakeTimers();
    try {
      const { shell, store } = renderPage();
      store.dispatch({ kind: "panelOpened", panel: { screen: "privacy", status: null } });
      await vi.advanceTimersByTimeAsync(3100);
      expect(vi.mocked(shell.privacyStatus).mock.calls.length).toBeGreaterThanOrEqual(3);
      expect(textOf('[data-item="network"]')).toMatch(/Blocked/);
      store.dispatch({ kind: "panelClosed" });
      const times = vi.mocked(shell.privacyStatus).mock.calls.length;
      await vi.advanceTimersByTimeAsync(3000);
      expect(shell.privacyStatus).toHaveBeenCalledTimes(times);
    } finally {
      vi.useRealTimers();
    }
  });

  test("an open network is not shown as blocked", async () => {
    const status = {
      network: "open" as const,
      files: storedData.entries,
      memoryFolder: "/run/user/1000/imagetotext-web-x",
      pictures: 2,
      pictureBytes: 3_000_000,
      workers: 1,
      idleWorkers: 0,
    };
    await openPanel("privacy", { privacyStatus: vi.fn(async () => status) });
    await find("#live");
    expect(textOf('[data-item="network"]')).not.toMatch(/Blocked/);
    expect(textOf('[data-item="pictures"]')).toMatch(/2 pictures, 3.0 MB/);
    expect(textOf("#memory-folder")).toContain("imagetotext-web-x");
  });

  test("repeats nothing that has nothing to do with it", async () => {
    const { store, actions } = await openPanel("settings");
    expect(textOf(".panel-footer")).toBe("");
    actions.closePanel();
    store.dispatch({ kind: "outcomeReported", outcome: { kind: "cleared" } });
    actions.showPanel({ screen: "settings" });
    await find("#setting-count");
    expect(textOf(".panel-footer")).toBe("");
    (await find("#text-larger")).click();
    await eventually(() => expect(textOf(".panel-footer")).toMatch(/110/));
  });

  test("a setting that could not be saved is not shown as changed", async () => {
    const setSettings = vi.fn(() => Promise.reject({ kind: "internal" }));
    await openPanel("settings", { setSettings });
    const count = await find<HTMLInputElement>("#setting-count");
    count.checked = true;
    count.dispatchEvent(new Event("change"));
    await eventually(() => expect(textOf(".panel-footer")).toMatch(/went wrong/));
    await eventually(() => expect(count.checked).toBe(false));
  });

  test("every version of the policy can be read", async () => {
    await openPanel("policy");
    const choice = await find<HTMLSelectElement>("#policy-version");
    expect(textOf(".panel-body")).toContain("as of 2");
    choice.value = "1";
    choice.dispatchEvent(new Event("change"));
    await eventually(() => expect(textOf(".policy-text")).toContain("as of 1"));
  });
});
