// Every action from consent to withdrawal without a mouse.

import assert from "node:assert/strict";
import test from "node:test";
import { App, imagePath } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

/** More than the focusable elements of any screen. */
const MAX_STEPS = 60;

test("every action works with the keyboard", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.start(session);
  await tabTo("#agree-policy");
  await user.press("space");
  await tabTo("#agree-age");
  await user.press("space");
  await tabTo("#agree");
  await user.press("Return");
  await app.waitForScreen("work");

  await user.copyFiles(imagePath("golden/columns.png"), imagePath("golden/german.png"));
  await user.press("ctrl+v");
  assert.deepEqual(await app.waitForJobs(2), ["read", "read"]);
  const first = await waitFor("a text is shown", () => app.text());
  await user.press("alt+Down");
  const second = await waitFor("the next text is shown", async () => {
    const text = await app.text();
    return text && text !== first && text;
  });
  await user.press("alt+Up");
  await waitFor("the first text is shown", async () => (await app.text()) === first);

  await user.press("ctrl+3");
  await waitFor("the text is one line", async () => !(await app.text()).trim().includes("\n"));
  await user.press("ctrl+1");
  await waitFor("the line breaks are back", async () => (await app.text()) === first);

  await user.press("ctrl+c");
  await app.waitForStatus(/copied/);
  assert.equal(await user.clipboardText(), first);
  await user.press("ctrl+shift+c");
  await waitFor("both texts are copied", async () => {
    const copied = await user.clipboardText();
    return copied.includes(first.trim()) && copied.includes(second.trim());
  });

  const visited = new Set();
  for (let step = 0; step < 4; step += 1) {
    await user.press("F6");
    visited.add(await focused());
  }
  assert.ok(visited.has("#text"), `F6 went to ${[...visited]}`);
  assert.ok(visited.size >= 3, `F6 went to ${[...visited]}`);

  await focus("#text");
  await user.press("ctrl+Home");
  await user.type("Corrected ");
  await waitFor("the correction is typed", async () => /^Corrected /.test(await app.text()));
  await user.press("shift+Home", "ctrl+c");
  await waitFor(
    "the selection is copied",
    async () => (await user.clipboardText()) === "Corrected ",
  );
  await user.press("F6");

  await user.press("F1");
  await app.waitForScreen("help");
  await user.press("Escape");
  await app.waitForScreen("work");
  await user.press("ctrl+comma");
  await app.waitForScreen("settings");
  await tabTo("[name=theme]:checked, #theme-system");
  await user.press("Down", "Down");
  await waitFor("the dark theme is on", () =>
    app.evaluate(() => document.documentElement.dataset.theme === "dark"),
  );
  await user.press("Escape");
  await app.waitForScreen("work");

  await user.press("ctrl+Delete");
  await waitFor("the question about the correction is shown", () => app.isVisible("#confirm-no"));
  await user.press("Tab", "Return");
  await waitFor("everything is cleared", async () => (await app.jobs()).length === 0);

  await tabTo("#menu-data");
  await user.press("Return");
  await app.waitForScreen("data");
  await tabTo("#withdraw");
  await user.press("Return");
  await tabTo("#confirm");
  await user.press("Return");
  await app.waitForScreen("consent");

  async function tabTo(selector) {
    for (let step = 0; step < MAX_STEPS; step += 1) {
      if (await app.evaluate((selector) => document.activeElement.matches(selector), selector)) {
        return;
      }
      const isVisible = await app.evaluate(() =>
        document.activeElement.matches(":focus-visible, body"),
      );
      assert.ok(isVisible, `the focus is visible: ${await focused()}`);
      await user.press("Tab");
    }
    assert.fail(`Tab does not reach ${selector}`);
  }

  async function focus(selector) {
    await waitFor(`F6 reaches ${selector}`, async () => {
      if ((await focused()) === selector) return true;
      await user.press("F6");
      return (await focused()) === selector;
    });
  }

  function focused() {
    return app.evaluate(() => {
      const { id, tagName, className } = document.activeElement;
      return id ? `#${id}` : `${tagName.toLowerCase()}.${className}`;
    });
  }
});
