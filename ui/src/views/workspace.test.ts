import { describe, expect, test, vi } from "vitest";
import { cancelled, failed, hearing, read, reading, start, waiting } from "../testing/fixtures";
import { all, eventually, found, one, opened, says, screen } from "../testing/renderedPage";

test("while the shell has not answered nothing can be done", () => {
  expect(opened().starting).toBe("starting");
});

test("a shell that does not start is said", () => {
  const { store } = opened();
  store.dispatch({ kind: "broke", error: { kind: "internal" } });
  expect(screen()).toBe("broken");
  expect(says("[role=alert]")).toMatch(/fault/);
});

describe("the empty window", () => {
  test("names the ways in", async () => {
    const { shell } = opened();
    expect(await found("#drop-zone")).toBeTruthy();
    (await found("#open")).click();
    (await found("#paste")).click();
    expect(shell.open).toHaveBeenCalledOnce();
    expect(shell.addClipboard).toHaveBeenCalledOnce();
  });

  test("shows that files are held over it", async () => {
    const { store } = opened();
    store.dispatch({ kind: "heard", event: { kind: "dragging", over: true } });
    expect((await found("#drop-zone")).hasAttribute("data-over")).toBe(true);
  });

  test("tells of a small change of the policy until it is acknowledged", async () => {
    const { shell } = opened({}, start({ consent: { kind: "given", notice: 2 } }));
    (await found("#acknowledge")).click();
    await eventually(() => expect(one("#policy-notice")).toBeNull());
    expect(shell.acknowledge).toHaveBeenCalledWith(2);
  });
});

describe("one picture", () => {
  test("that is being read can be cancelled", async () => {
    const { shell, store } = opened();
    store.dispatch(hearing(1, reading));
    (await found(".pane .cancel")).click();
    expect(shell.cancel).toHaveBeenCalledWith(1);
  });

  test("that could not be read shows its sentence", async () => {
    const { store } = opened();
    store.dispatch(hearing(1, failed));
    await found("#failure");
    expect(says("#failure")).toMatch(/damaged/);
  });

  test("that was cancelled can be read after all, or removed", async () => {
    const { shell, store } = opened();
    store.dispatch(hearing(1, cancelled));
    const [again, remove] = all<HTMLElement>(".notice-card button");
    again?.click();
    await eventually(() => expect(shell.turn).toHaveBeenCalledWith(1, 0));
    remove?.click();
    expect(shell.remove).toHaveBeenCalledWith(1);
  });

  test("without text can be neither copied nor saved", async () => {
    const { store } = opened();
    store.dispatch(hearing(1, read(0)));
    await found("#no-text");
    expect((await found<HTMLButtonElement>("#copy")).disabled).toBe(true);
    expect((await found<HTMLButtonElement>("#save")).disabled).toBe(true);
    expect(one("#text")).toBeNull();
  });

  test("is turned, zoomed and leafed", async () => {
    const { shell, store } = opened();
    store.dispatch(hearing(1, read(1, 1)));
    (await found("#rotate-left")).click();
    (await found("#rotate-right")).click();
    await eventually(() => expect(shell.turn).toHaveBeenCalledWith(1, 1));
    expect(shell.turn).toHaveBeenCalledWith(1, -1);
    expect((await found<HTMLButtonElement>("#previous-page")).disabled).toBe(true);
    (await found("#next-page")).click();
    await eventually(() => expect(says("#pages")).toBe("2 / 2"));
    await eventually(() => expect(shell.preview).toHaveBeenCalledWith(1, 2));
    (await found("#zoom-in")).click();
    await eventually(() => expect(says("#zoom-actual")).not.toBe("100 %"));
    (await found("#zoom-actual")).click();
    await eventually(() => expect(says("#zoom-actual")).toBe("100 %"));
  });

  test("whose later pages are missing says which and why", async () => {
    const { store } = opened();
    const state = { ...read(1), stopped: { kind: "damaged", format: "TIFF" } } as const;
    store.dispatch(hearing(1, state as ReturnType<typeof read>));
    await found("#stopped");
    expect(says("#stopped")).toMatch(/after page 1 are missing.*TIFF/s);
  });
});

describe("several pictures", () => {
  test("stand in a list with their names and states, whatever the names are", async () => {
    const { store } = opened();
    const name = "<img src=x onerror=alert(1)>";
    store.dispatch({
      kind: "heard",
      event: { kind: "job", job: { id: 1, name, state: read(3) } },
    });
    store.dispatch(hearing(2, failed));
    store.dispatch(hearing(3, waiting));
    const entries = Array.from(all<HTMLElement>("#queue li"));
    expect(entries.map(({ dataset }) => [dataset.job, dataset.state])).toEqual([
      ["1", "read"],
      ["2", "failed"],
      ["3", "waiting"],
    ]);
    expect(entries[0]?.textContent).toContain(name);
    expect(one("img")).toBeNull();
  });

  test("are chosen, cancelled, removed, copied, saved and cleared", async () => {
    const { shell, store } = opened();
    store.dispatch(hearing(1, read(1)));
    store.dispatch(hearing(2, waiting));
    (await found('[data-job="1"] .entry')).click();
    expect(store.view).toMatchObject({ session: { shown: 1 } });
    (await found('[data-job="2"] .cancel')).click();
    expect(shell.cancel).toHaveBeenCalledWith(2);
    (await found('[data-job="1"] .remove')).click();
    expect(shell.remove).toHaveBeenCalledWith(1);
    (await found("#cancel-all")).click();
    expect(shell.cancelAll).toHaveBeenCalledOnce();
    (await found("#copy-all")).click();
    await eventually(() => expect(shell.copy).toHaveBeenCalledWith("Hello world"));
    (await found("#save-all")).click();
    await eventually(() =>
      expect(shell.saveAll).toHaveBeenCalledWith([{ id: 1, text: "Hello world" }]),
    );
    (await found("#clear")).click();
    expect(shell.clear).toHaveBeenCalledOnce();
  });

  test("are walked through with arrow keys; Tab comes to one of them", async () => {
    const { store } = opened();
    for (const id of [1, 2, 3]) store.dispatch(hearing(id, read(1)));
    const tabbable = () => all("#queue button").filter(({ tabIndex }) => tabIndex === 0);
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    one('[data-job="3"] .entry')?.focus();
    press("ArrowUp");
    expect(document.activeElement).toBe(one('[data-job="2"] .entry'));
    expect(store.view).toMatchObject({ session: { shown: 2 } });
    expect(tabbable()).toHaveLength(2);
    expect(tabbable().every((button) => button.closest('[data-job="2"]'))).toBe(true);
    press("ArrowDown");
    press("ArrowDown");
    expect(document.activeElement).toBe(one('[data-job="3"] .entry'));
  });

  test("a picture that comes too late is not painted but overwritten", async () => {
    const data = new Uint8ClampedArray([7, 7, 7, 7]);
    let come = () => {};
    const preview = vi.fn(
      () =>
        new Promise<{ width: number; height: number; data: typeof data }>((done) => {
          come = () => done({ width: 1, height: 1, data });
        }),
    );
    const { store } = opened({ preview });
    store.dispatch(hearing(1, read(1)));
    await eventually(() => expect(preview).toHaveBeenCalled());
    store.dispatch({ kind: "heard", event: { kind: "removed", ids: [1] } });
    come();
    await eventually(() => expect([...data]).toEqual([0, 0, 0, 0]));
  });

  test("files that were not taken are listed, the first of many", async () => {
    const { store } = opened();
    const refused = Array.from({ length: 7 }, (_, index) => ({
      name: `${index}.pdf`,
      trouble: { kind: "unsupported", format: "PDF" } as const,
    }));
    const outcome = { added: 0, refused, nothing: null, leftOut: 0 };
    store.dispatch({ kind: "heard", event: { kind: "intake", outcome } });
    expect(all("#refusals li")).toHaveLength(5);
    expect(says("#refusals li:last-child")).toBe("And 3 more.");
    one("#refusals button")?.click();
    expect(one("#refusals")).toBeNull();
  });
});
