import { describe, expect, test } from "vitest";
import { policy, start } from "../testing/fixtures";
import {
  currentScreen,
  eventually,
  find,
  query,
  queryAll,
  renderPage,
} from "../testing/renderedPage";

describe("consent", () => {
  const missing = start({ consent: { kind: "missing" } });
  const tick = async (id: string, on = true) => {
    const box = await find<HTMLInputElement>(id);
    box.checked = on;
    box.dispatchEvent(new Event("change"));
  };

  test("no box is ticked at first, and agreeing needs both", async () => {
    const { shell } = renderPage({}, missing);
    const agree = await find<HTMLButtonElement>("#agree");
    const boxes = queryAll<HTMLInputElement>("input[type=checkbox]");
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
    await eventually(() => expect(currentScreen()).toBe("work"));
    expect(shell.agree).toHaveBeenCalledWith(2, true);
  });

  test("after withdrawal the focus is on the first thing to read", async () => {
    const { actions } = renderPage({ withdraw: async () => missing });
    await actions.withdraw();
    const heading = await find("h1");
    await eventually(() => expect(document.activeElement).toBe(heading));
    expect(query(".status")?.textContent).toMatch(/withdrawn/);
  });

  test("declining is always possible", async () => {
    const { shell } = renderPage({}, missing);
    const decline = await find<HTMLButtonElement>("#decline");
    expect(decline.disabled).toBe(false);
    decline.click();
    expect(shell.decline).toHaveBeenCalledOnce();
    expect(shell.agree).not.toHaveBeenCalled();
  });

  test("the current policy is shown in full, and can be reached by keyboard", async () => {
    renderPage({}, missing);
    const text = await find(".policy-scroll");
    expect(text.textContent).toContain("as of 2");
    expect(text.textContent).not.toContain("as of 1");
    expect(text.tabIndex).toBe(0);
    expect(query("#what-changed")).toBeNull();
  });

  test("outdated consent is asked for again, with all changes since", async () => {
    const policies = [policy(3, ["Third."]), policy(2, ["Second."]), policy(1, ["First."])];
    renderPage({}, start({ consent: { kind: "outdated", agreed: 1 }, policies }));
    const changes = await find("#what-changed");
    expect(changes.textContent).toContain("Third.");
    expect(changes.textContent).toContain("Second.");
    expect(changes.textContent).not.toContain("First.");
    expect((await find<HTMLButtonElement>("#agree")).disabled).toBe(true);
  });
});
