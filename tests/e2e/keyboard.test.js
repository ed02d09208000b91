// The whole way from consent to a copied text without a mouse.

import assert from "node:assert/strict";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { Program, picture } from "./support/program.js";
import { until } from "./support/wait.js";

/** More steps than any screen has. */
const STEPS = 60;

test("everything is done by keyboard", async (t) => {
  const desk = await Desk.set(t);
  const hands = new Hands(desk);
  const program = await Program.start(desk);
  await tabTo("#agree-policy");
  await hands.press("space");
  await tabTo("#agree-age");
  await hands.press("space");
  await tabTo("#agree");
  await hands.press("Return");
  await program.at("work");

  await hands.copyFiles(picture("golden/columns.png"), picture("golden/german.png"));
  await hands.press("ctrl+v");
  assert.deepEqual(await program.finished(2), ["read", "read"]);
  const first = await until("a text is shown", () => program.text());
  await hands.press("alt+Down");
  const second = await until("the next is shown", async () => {
    const text = await program.text();
    return text && text !== first && text;
  });
  await hands.press("alt+Up");
  await until("the first is shown", async () => (await program.text()) === first);

  await hands.press("ctrl+3");
  await until("it is one line", async () => !(await program.text()).trim().includes("\n"));
  await hands.press("ctrl+1");
  await until("it is as in the picture", async () => (await program.text()) === first);

  await hands.press("ctrl+c");
  await program.says(/copied/);
  assert.equal(await hands.clipboard(), first);
  await hands.press("ctrl+shift+c");
  await until("both are copied", async () => {
    const copied = await hands.clipboard();
    return copied.includes(first.trim()) && copied.includes(second.trim());
  });

  const visited = new Set();
  for (let step = 0; step < 4; step += 1) {
    await hands.press("F6");
    visited.add(await focused());
  }
  assert.ok(visited.has("#text"), `F6 went to ${[...visited]}`);
  assert.ok(visited.size >= 3, `F6 went to ${[...visited]}`);

  await focus("#text");
  await hands.press("ctrl+Home");
  await hands.type("Corrected ");
  await until("it is typed", async () => /^Corrected /.test(await program.text()));
  await hands.press("shift+Home", "ctrl+c");
  await until("what is selected is copied", async () => (await hands.clipboard()) === "Corrected ");
  await hands.press("F6");

  await hands.press("F1");
  await program.at("shortcuts");
  await hands.press("Escape");
  await program.at("work");
  await hands.press("ctrl+comma");
  await program.at("settings");
  await tabTo("[name=theme]:checked, #theme-system");
  await hands.press("Down", "Down");
  await until("it is dark", () =>
    program.run(() => document.documentElement.dataset.theme === "dark"),
  );
  await hands.press("Escape");
  await program.at("work");

  await hands.press("ctrl+Delete");
  await until("everything is wiped", async () => (await program.jobs()).length === 0);

  await tabTo("#menu-data");
  await hands.press("Return");
  await program.at("data");
  await tabTo("#withdraw");
  await hands.press("Return");
  await tabTo("#confirm");
  await hands.press("Return");
  await program.at("consent");

  async function tabTo(selector) {
    for (let step = 0; step < STEPS; step += 1) {
      if (await program.run((selector) => document.activeElement.matches(selector), selector)) {
        return;
      }
      const seen = await program.run(() => document.activeElement.matches(":focus-visible, body"));
      assert.ok(seen, `it can be seen where the focus is: ${await focused()}`);
      await hands.press("Tab");
    }
    assert.fail(`Tab never comes to ${selector}`);
  }

  async function focus(selector) {
    await until(`F6 comes to ${selector}`, async () => {
      if ((await focused()) === selector) return true;
      await hands.press("F6");
      return (await focused()) === selector;
    });
  }

  function focused() {
    return program.run(() => {
      const { id, tagName, className } = document.activeElement;
      return id ? `#${id}` : `${tagName.toLowerCase()}.${className}`;
    });
  }
});
