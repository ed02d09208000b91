// A crash of the process that draws the page does not lose the text.

import assert from "node:assert/strict";
import test from "node:test";
import { App, BINARY, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { commandLine, descendants } from "./support/processes.js";
import { TestSession } from "./support/session.js";

test("after a crash of the page it shows the same text again", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const user = new UserInput(session);
  // Without remote control, which would not survive the crash.
  const app = session.start(BINARY, [imagePath("golden/german.png")]);
  const window = await user.waitForWindow(TITLE);
  await user.focus(window);
  const text = await user.copiedText();
  await user.copyText("something else");
  const page = descendants(app.pid).find((pid) => /WebKitWebProcess/.test(commandLine(pid)[0]));
  process.kill(page, "SIGKILL");
  assert.equal(await user.copiedText("something else"), text);
});
