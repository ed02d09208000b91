import { describe, expect, test } from "vitest";
import { policy, start } from "../testing/fixtures";
import { all, eventually, found, one, opened, screen } from "../testing/renderedPage";

describe("consent", () => {
  const missing = start({ consent: { kind: "missing" } });
  const tick = async (id: string, on = true) => {
    const box = await found<HTMLInputElement>(id);
    box.checked = on;
    box.dispatchEvent(new Event("change"));
  };

  test("nothing is ticked, and one may agree only when both are", async () => {
    const { shell } = opened({}, missing);
    const agree = await found<HTMLButtonElement>("#agree");
    const boxes = all<HTMLInputElement>("input[type=checkbox]");
    expect(Array.from(boxes, ({ checked }) => checked)).toEqual([false, false]);
    expect(agree.disabled).toBe(true);
    await tick("#agree-policy");
    expect(agree.disabled).toBe(true);
    await tick("#agree-policy", false);
    await tick("#agree-age");
    expect(agree.disabled).toBe(true);
    await tick("#agree-policy");
    expect(agree.disabled).toBe(false);
    agree.click();
    await eventually(() => expect(screen()).toBe("work"));
    expect(shell.agree).toHaveBeenCalledWith(2, true);
  });

  test("one may decline at any time", async () => {
    const { shell } = opened({}, missing);
    const decline = await found<HTMLButtonElement>("#decline");
    expect(decline.disabled).toBe(false);
    decline.click();
    expect(shell.decline).toHaveBeenCalledOnce();
    expect(shell.agree).not.toHaveBeenCalled();
  });

  test("the policy that holds is shown in full, and reached by keyboard", async () => {
    opened({}, missing);
    const text = await found(".policy-scroll");
    expect(text.textContent).toContain("as of 2");
    expect(text.textContent).not.toContain("as of 1");
    expect(text.tabIndex).toBe(0);
    expect(one("#what-changed")).toBeNull();
  });

  test("an outdated one is asked for with all that changed since", async () => {
    const policies = [policy(3, ["Third."]), policy(2, ["Second."]), policy(1, ["First."])];
    opened({}, start({ consent: { kind: "outdated", agreed: 1 }, policies }));
    const changes = await found("#what-changed");
    expect(changes.textContent).toContain("Third.");
    expect(changes.textContent).toContain("Second.");
    expect(changes.textContent).not.toContain("First.");
    expect((await found<HTMLButtonElement>("#agree")).disabled).toBe(true);
  });
});
