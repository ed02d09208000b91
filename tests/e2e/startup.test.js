// Starting the program: a second time, and without a display.

import assert from "node:assert/strict";
import test from "node:test";
import { App, BINARY, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("a second start shows the first window and passes its files on", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const app = await App.startWithConsent(session);
  const window = await user.waitForWindow(TITLE);
  await user.minimise(window);
  const second = await session.run(BINARY, [imagePath("hello.png")]);
  assert.equal(second.code, 0, second.stderr);
  assert.deepEqual(await app.waitForJobs(1), ["read"]);
  await waitFor("the window is in front", () => user.hasFocus(window));
});

test("without a display there is an error message and an exit code", async (t) => {
  const session = await TestSession.create(t, { display: false });
  const { code, stderr } = await session.run(BINARY, []);
  assert.equal(code, 1);
  assert.match(stderr, /display/);
  assert.match(stderr, /imagetotext --help|command line/, "it names an alternative");
  assert.doesNotMatch(stderr, /panicked/);
});
