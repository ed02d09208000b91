import { describe, expect, test, vi } from "vitest";
import type { Shell } from "../ipc";
import { held } from "../testing/fixtures";
import { eventually, found, one, opened, says } from "../testing/renderedPage";

describe("screens above the work", () => {
  async function menu(screenName: string, change: Partial<Shell> = {}) {
    const made = opened(change);
    (await found(`#menu-${screenName}`)).click();
    await found(`dialog[data-screen="${screenName}"] #back`);
    return made;
  }

  test.each(["data", "privacy", "settings", "shortcuts", "policy"])(
    "%s opens, closes",
    async (name) => {
      await menu(name);
      (await found("#back")).click();
      await eventually(() => expect(one("dialog")).toBeNull());
    },
  );

  test("what is held is shown: each value, each file", async () => {
    await menu("data");
    await found("#withdraw");
    const text = says(".panel-body") ?? "";
    for (const part of ["version 2", "24 November 2026, 09:30 UTC", "/home/ada/settings.json"]) {
      expect(text).toContain(part);
    }
    expect((await found<HTMLInputElement>("[data-month]")).value).toBe("41");
  });

  test.each([
    ["#erase-data", "erase"],
    ["#withdraw", "withdraw"],
  ] as const)("%s asks first, and begins at the harmless answer", async (button, deed) => {
    const { shell } = await menu("data");
    (await found(button)).click();
    const keep = await found("#cancel-confirm");
    expect(shell[deed]).not.toHaveBeenCalled();
    await eventually(() => expect(document.activeElement).toBe(keep));
    keep.click();
    (await found(button)).click();
    (await found("#confirm")).click();
    await eventually(() => expect(shell[deed]).toHaveBeenCalledOnce());
  });

  test("data is exported without being asked why", async () => {
    const { shell } = await menu("data");
    (await found("#export-data")).click();
    expect(shell.exportData).toHaveBeenCalledOnce();
  });

  test("a number is set right; nonsense is not taken", async () => {
    const { shell } = await menu("data");
    const input = await found<HTMLInputElement>("[data-month]");
    input.value = "-1";
    input.dispatchEvent(new Event("change"));
    expect(shell.setCounter).not.toHaveBeenCalled();
    expect(input.value).toBe("41");
    input.value = "40";
    input.dispatchEvent(new Event("change"));
    expect(shell.setCounter).toHaveBeenCalledWith("2026-11", 40);
  });

  test("facts are measured again and again while they are looked at, not after", async () => {
    vi.useFakeTimers();
    try {
      const { shell, store } = opened();
      store.dispatch({ kind: "opened", panel: { screen: "privacy", facts: null } });
      await vi.advanceTimersByTimeAsync(3100);
      expect(vi.mocked(shell.facts).mock.calls.length).toBeGreaterThanOrEqual(3);
      expect(says('[data-fact="network"]')).toMatch(/Refused/);
      store.dispatch({ kind: "closed" });
      const times = vi.mocked(shell.facts).mock.calls.length;
      await vi.advanceTimersByTimeAsync(3000);
      expect(shell.facts).toHaveBeenCalledTimes(times);
    } finally {
      vi.useRealTimers();
    }
  });

  test("an open network is not called refused", async () => {
    const facts = {
      network: "open" as const,
      files: held.entries,
      pictures: 2,
      pictureBytes: 3_000_000,
      readers: 1,
      idleReaders: 0,
    };
    await menu("privacy", { facts: vi.fn(async () => facts) });
    await found("#live");
    expect(says('[data-fact="network"]')).not.toMatch(/Refused/);
    expect(says('[data-fact="pictures"]')).toMatch(/2 pictures, 3.0 MB/);
  });

  test("a setting that could not be kept does not look as if it were", async () => {
    const setSettings = vi.fn(() => Promise.reject({ kind: "internal" }));
    await menu("settings", { setSettings });
    const count = await found<HTMLInputElement>("#setting-count");
    count.checked = true;
    count.dispatchEvent(new Event("change"));
    await eventually(() => expect(says(".panel-foot")).toMatch(/fault/));
    await eventually(() => expect(count.checked).toBe(false));
  });

  test("every version of the policy can be read", async () => {
    await menu("policy");
    const choice = await found<HTMLSelectElement>("#policy-version");
    expect(says(".panel-body")).toContain("as of 2");
    choice.value = "1";
    choice.dispatchEvent(new Event("change"));
    await eventually(() => expect(says(".policy-text")).toContain("as of 1"));
  });
});
