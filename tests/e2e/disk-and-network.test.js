// What a complete session leaves on the disk and sends to the network. The window runs as for users,
// without remote control: the tests press keys and check the clipboard.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, BINARY, goldenText, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { noisePicture } from "./support/noise-picture.js";
import { commandLine, descendants, statusOf } from "./support/processes.js";
import { seededRandom } from "./support/random.js";
import { TestSession } from "./support/session.js";
import { sleep, waitFor } from "./support/wait.js";

/** The files of the program. */
const OURS = [".config/imagetotext/consent.json", ".config/imagetotext/settings.json"];
/** Files that GTK writes for all programs. They must not contain what was opened. */
const SHARED = [".cache/dconf/user", ".config/dconf/user", ".local/share/recently-used.xbel"];

test("a complete session opens no connection and leaves only consent and settings on the disk", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const user = new UserInput(session);
  // strace follows the processes that the program starts, too.
  const log = join(session.env.XDG_RUNTIME_DIR, "sockets");
  const watch = ["--follow-forks", "--seccomp-bpf", "--trace=socket", `--output=${log}`];
  const app = session.start("strace", [...watch, BINARY]);
  const ended = new Promise((resolve) => app.once("exit", resolve));
  await user.focus(await user.waitForWindow(TITLE));
  const { file, patterns } = noisePicture(seededRandom(t));
  const noiseFile = join(session.files, "noise.png");
  writeFileSync(noiseFile, file);
  await user.copyFile(noiseFile);
  await user.press("ctrl+v");
  await user.copyFile(imagePath("golden/german.png"));
  await user.press("ctrl+v");
  const text = await user.copiedText();
  assert.ok(text.length > goldenText("german").length / 2, text);
  // The program that provides the clipboard may have taken the focus.
  await user.focus(await user.waitForWindow(TITLE));
  await user.openWindowBy("ctrl+o", "Open");
  await user.typePath(imagePath("hello.png"));
  await user.press("Return");
  await waitFor("the dialog is gone", async () => (await user.windows("Open")).length === 0);
  await sleep(1000);
  await user.press("alt+F4");
  await waitFor("the window is gone", async () => (await user.windows(TITLE)).length === 0);
  await ended;

  const sockets = readFileSync(log, "utf8").split("\n");
  const ofKind = (kind) => sockets.filter((line) => line.includes(`socket(${kind}`));
  assert.ok(ofKind("AF_UNIX").length > 0, "strace reports sockets");
  assert.deepEqual(
    ofKind("AF_INET").filter((line) => !line.includes("EACCES")),
    [],
  );
  assert.deepEqual(ofKind("AF_PACKET"), []);
  t.diagnostic(
    `control: ${ofKind("AF_UNIX").length} sockets between processes; the noise in its own file`,
  );

  const files = session.filesOnDisk().filter((path) => path !== noiseFile);
  const names = files.map((path) => path.slice(session.home.length + 1));
  assert.deepEqual(
    names.filter((name) => !SHARED.includes(name)),
    OURS,
  );
  t.diagnostic(`left: ${names.join(", ")}; connections: 0`);
  const word = text.split(/\s+/).toSorted((a, b) => b.length - a.length)[0];
  for (const path of files) {
    const content = readFileSync(path);
    for (const pattern of [...Object.values(patterns), word, "hello.png", "tests/images"]) {
      assert.ok(!content.includes(pattern), path);
    }
  }
  assert.ok(
    readFileSync(noiseFile).includes(patterns["the file"]),
    "the noise is found in its own file",
  );
});

test("no storage of the web view is left, with and without a runtime directory", async (t) => {
  const session = await TestSession.create(t);
  await (await App.startWithConsent(session)).close();
  const runtimeDir = session.env.XDG_RUNTIME_DIR;
  for (const folder of [runtimeDir, undefined]) {
    const env = { XDG_RUNTIME_DIR: folder };
    const before = new Set(webViewFolders());
    const app = session.start(BINARY, [imagePath("hello.png")], { env });
    const ended = new Promise((resolve) => app.once("exit", resolve));
    const user = new UserInput(session);
    await user.focus(await user.waitForWindow(TITLE));
    await user.copiedText();
    assert.equal(
      webViewFolders().filter((name) => !before.has(name)).length,
      1,
      "the web view has its folder in memory",
    );
    await user.press("alt+F4");
    await ended;
    assert.deepEqual(webViewFolders(), [...before]);
    const names = session.filesOnDisk().map((path) => path.slice(session.home.length + 1));
    assert.deepEqual(
      names.filter((name) => !SHARED.includes(name)),
      OURS,
    );
  }

  /** The folders of web views, which are in memory. */
  function webViewFolders() {
    const within = (place) => readdirSync(place).map((name) => join(place, name));
    return [runtimeDir, "/dev/shm"].flatMap(within).filter((path) => /imagetotext-web/.test(path));
  }
});

test("connections are refused to every process of the window", async (t) => {
  const session = await TestSession.create(t);
  const controlled = await App.startWithConsent(session);
  // Remote control needs a connection, so the filter is off there. The check must see this.
  assert.equal(statusOf(controlled.pid, "Seccomp"), "0");
  await controlled.close();
  const app = session.start(BINARY, []);
  await new UserInput(session).waitForWindow(TITLE);
  const started = await waitFor("all processes run", () => {
    const names = descendants(app.pid).map((pid) => commandLine(pid)[0] ?? "");
    return ["WebKitWebProcess", "WebKitNetworkProcess", BINARY].every((name) =>
      names.some((other) => other.endsWith(name)),
    );
  });
  assert.ok(started);
  for (const pid of [app.pid, ...descendants(app.pid)]) {
    assert.equal(statusOf(pid, "Seccomp"), "2", `${commandLine(pid)}`);
  }
});
