// What a whole use leaves on the disk, with the window as people have it: nobody holds it by remote
// control, keys do everything and the clipboard tells the outcome.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./support/desk.js";
import { Hands } from "./support/hands.js";
import { noise } from "./support/marker.js";
import { below, commandLine, statusOf } from "./support/processes.js";
import { BINARY, golden, Program, picture, TITLE } from "./support/program.js";
import { sleep, until } from "./support/wait.js";

/** What the program keeps. */
const OURS = [".config/imagetotext/consent.json", ".config/imagetotext/settings.json"];
/** What GTK writes for all programs; there must be nothing in it of what was opened. */
const SHARED = [".cache/dconf/user", ".config/dconf/user", ".local/share/recently-used.xbel"];

test("a whole use opens no connection, and leaves the record of consent and settings alone", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const hands = new Hands(desk);
  // Each process that it starts comes under the eyes of strace, too.
  const log = join(desk.env.XDG_RUNTIME_DIR, "sockets");
  const watch = ["--follow-forks", "--seccomp-bpf", "--trace=socket", `--output=${log}`];
  const program = desk.start("strace", [...watch, BINARY]);
  const ended = new Promise((resolve) => program.once("exit", resolve));
  await hands.focus(await hands.window(TITLE));
  const { file, needles } = noise();
  const noisy = join(desk.files, "noise.png");
  writeFileSync(noisy, file);
  await hands.copyFile(noisy);
  await hands.press("ctrl+v");
  await hands.copyFile(picture("golden/german.png"));
  await hands.press("ctrl+v");
  const text = await copied(hands);
  assert.ok(text.length > golden("german").length / 2, text);
  await hands.press("ctrl+o");
  await hands.focus(await hands.window("Open"));
  await hands.typePath(picture("hello.png"));
  await hands.press("Return");
  await until("the dialog is gone", async () => (await hands.windows("Open")).length === 0);
  await sleep(1000);
  await hands.press("alt+F4");
  await until("the window is gone", async () => (await hands.windows(TITLE)).length === 0);
  await ended;

  const sockets = readFileSync(log, "utf8").split("\n");
  const ofKind = (kind) => sockets.filter((line) => line.includes(`socket(${kind}`));
  assert.ok(ofKind("AF_UNIX").length > 0, "strace sees sockets");
  assert.deepEqual(
    ofKind("AF_INET").filter((line) => !line.includes("EACCES")),
    [],
  );
  assert.deepEqual(ofKind("AF_PACKET"), []);
  t.diagnostic(
    `seen: ${ofKind("AF_UNIX").length} sockets between processes; the marker in its file`,
  );

  const kept = desk.kept().filter((path) => path !== noisy);
  const names = kept.map((path) => path.slice(desk.home.length + 1));
  assert.deepEqual(
    names.filter((name) => !SHARED.includes(name)),
    OURS,
  );
  t.diagnostic(`left: ${names.join(", ")}; connections: 0`);
  const word = text.split(/\s+/).toSorted((a, b) => b.length - a.length)[0];
  for (const path of kept) {
    const held = readFileSync(path);
    for (const needle of [...Object.values(needles), word, "hello.png", "tests/images"]) {
      assert.ok(!held.includes(needle), path);
    }
  }
  assert.ok(readFileSync(noisy).includes(needles["the file"]), "the marker can be found");
});

test("nothing more is left, in memory or on the disk, with and without a folder of the session", async (t) => {
  const desk = await Desk.set(t);
  await (await Program.agreed(desk)).close();
  const session = desk.env.XDG_RUNTIME_DIR;
  for (const folder of [session, undefined]) {
    const env = { XDG_RUNTIME_DIR: folder };
    const before = new Set(storages());
    const program = desk.start(BINARY, [picture("hello.png")], { env });
    const ended = new Promise((resolve) => program.once("exit", resolve));
    const hands = new Hands(desk);
    await hands.focus(await hands.window(TITLE));
    await copied(hands);
    assert.equal(storages().filter((name) => !before.has(name)).length, 1, "it is in memory");
    await hands.press("alt+F4");
    await ended;
    assert.deepEqual(storages(), [...before]);
    const names = desk.kept().map((path) => path.slice(desk.home.length + 1));
    assert.deepEqual(
      names.filter((name) => !SHARED.includes(name)),
      OURS,
    );
  }

  /** Folders of web views in memory. */
  function storages() {
    const within = (place) => readdirSync(place).map((name) => join(place, name));
    return [session, "/dev/shm"].flatMap(within).filter((path) => /imagetotext-web/.test(path));
  }
});

test("every process of the window is refused connections", async (t) => {
  const desk = await Desk.set(t);
  const held = await Program.agreed(desk);
  // Remote control needs a connection: there the filter is left out, and this sees it.
  assert.equal(statusOf(held.pid, "Seccomp"), "0");
  await held.close();
  const program = desk.start(BINARY, []);
  await new Hands(desk).window(TITLE);
  const started = await until("all processes are there", () => {
    const names = below(program.pid).map((pid) => commandLine(pid)[0] ?? "");
    return ["WebKitWebProcess", "WebKitNetworkProcess", BINARY].every((name) =>
      names.some((other) => other.endsWith(name)),
    );
  });
  assert.ok(started);
  for (const pid of [program.pid, ...below(program.pid)]) {
    assert.equal(statusOf(pid, "Seccomp"), "2", `${commandLine(pid)}`);
  }
});

/** The text that is shown, once there is one. */
async function copied(hands) {
  return until("a text can be copied", async () => {
    await hands.press("ctrl+c");
    return hands.clipboard();
  });
}
