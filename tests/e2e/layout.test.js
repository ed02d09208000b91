// What the person sees: the whole picture, and enough of the text, in windows of all sizes.

import assert from "node:assert/strict";
import test from "node:test";
import { App, imagePath } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("a page in portrait format with a long text is seen as a whole", async (t) => {
  const session = await TestSession.create(t);
  const { app } = await startAndPaste(session, "../e2e/pictures/long-page.png");
  await app.waitForText();
  const { pane, stage } = await waitFor("the picture is painted", async () => {
    const found = await app.evaluate(boxes);
    return found.painted && found;
  });
  assert.ok(stage.top >= pane.top && stage.bottom <= pane.bottom, JSON.stringify({ pane, stage }));
  assert.ok(pane.bottom <= 720, `the pane ends at ${pane.bottom}`);
});

/** Runs in the page: where the picture and its pane are. */
function boxes() {
  const box = (selector) => {
    const { top, bottom, left, right } = document.querySelector(selector).getBoundingClientRect();
    return { top, bottom, left, right };
  };
  return {
    pane: box(".scroller"),
    stage: box(".stage"),
    painted: document.querySelector("#picture").width > 1,
  };
}

/** Starts the program and pastes a picture. */
async function startAndPaste(session, name) {
  const app = await App.startWithConsent(session);
  const user = new UserInput(session);
  await user.copyFile(imagePath(name));
  await user.press("ctrl+v");
  return { app, user };
}
