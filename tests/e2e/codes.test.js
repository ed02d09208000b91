// QR codes and barcodes of a picture: shown below the text, copied by one click, never opened.

import assert from "node:assert/strict";
import test from "node:test";
import { App, imagePath } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

const LINK = "https://example.org/invoice/4711";

test("codes are below the text, and a click copies one", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session, [imagePath("codes/letter.png")]);
  const user = new UserInput(session);
  const text = await app.waitForText();
  assert.match(text, /Invoice 4711/);
  assert.doesNotMatch(text, /example\.org|4006381333931/);
  const codes = () =>
    app.evaluate(() =>
      [...document.querySelectorAll("#codes li")].map((code) => [
        code.querySelector("span").textContent,
        code.querySelector("p").textContent,
      ]),
    );
  assert.deepEqual(await codes(), [
    ["QR code", LINK],
    ["EAN-13", "4006381333931"],
  ]);
  assert.equal(await app.evaluate(() => document.querySelectorAll("#codes a").length), 0);
  await app.click("#copy-code-0");
  await waitFor("the link is copied", async () => (await user.clipboardText()) === LINK);
});

test("a picture with a code alone says so", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session, [imagePath("codes/dark.png")]);
  await waitFor("the code is shown", async () => /dark mode/.test(await app.textOf("#codes")));
  assert.match(await app.textOf("#no-text"), /only what its codes say/);
});
