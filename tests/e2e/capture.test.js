// Capturing text from the screen under X11: hotkey, selection, clipboard.

import assert from "node:assert/strict";
import test from "node:test";
import { App, BINARY, imagePath, TITLE } from "./support/app.js";
import { AGAIN_HOTKEY, Capturer, HOTKEY, showPicture } from "./support/capture.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { sleep, waitFor } from "./support/wait.js";

const HELLO = imagePath("hello.png");

async function startCapturing(t, options) {
  const session = await TestSession.create(t, options);
  const app = await App.startWithConsent(session);
  return { session, app, user: new UserInput(session), capturer: new Capturer(session) };
}

const waitForCopy = (user, pattern) =>
  waitFor(`${pattern} is on the clipboard`, async () => pattern.test(await user.clipboardText()));

test("a hotkey and a drag copy the text below, and the same region can be captured again", async (t) => {
  const { session, app, user, capturer } = await startCapturing(t);
  const picture = await showPicture(session, HELLO, 1150, 30);
  await capturer.freeze();
  await capturer.drag(picture);
  await capturer.waitUntilThawed();
  await waitForCopy(user, /Hello/);
  await app.waitForStatus(/copied/);

  await user.copyText("something else");
  await capturer.xdotool("key", AGAIN_HOTKEY);
  await waitForCopy(user, /Hello/);
  assert.deepEqual(await app.waitForJobs(2), ["read", "read"]);
});

test("a click takes the window below the pointer", async (t) => {
  const { session, user, capturer } = await startCapturing(t);
  const { x, y } = await showPicture(session, HELLO, 1200, 700);
  await capturer.freeze();
  await capturer.xdotool("mousemove", x + 20, y + 20, "click", 1);
  await waitForCopy(user, /Hello/);
});

test("the keyboard alone selects, adjusts and takes", async (t) => {
  const { session, user, capturer } = await startCapturing(t);
  await showPicture(session, HELLO, 700, 400);
  await capturer.freeze();
  // The middle half of the screen, moved and made larger.
  await user.press("Right", "Left", "shift+Down", "Return");
  await capturer.waitUntilThawed();
  await waitForCopy(user, /Hello/);
});

test("Escape and the second mouse button give up, and nothing is captured", async (t) => {
  const { app, user, capturer } = await startCapturing(t);
  await user.copyText("untouched");
  await capturer.freeze();
  await user.press("Escape");
  await capturer.waitUntilThawed();
  await app.waitForStatus(/cancelled/);
  await capturer.freeze();
  await capturer.xdotool("click", 3);
  await capturer.waitUntilThawed();
  assert.equal(await user.clipboardText(), "untouched");
  assert.deepEqual(await app.jobs(), []);
});

test("the button hides the window, and the text opens in it if so chosen", async (t) => {
  const { session, app, user, capturer } = await startCapturing(t);
  const picture = await showPicture(session, HELLO, 400, 300);
  await app.openScreen("settings");
  await app.click("label:has(#capture-target-window)");
  await user.press("Escape");
  await app.waitForScreen("work");
  // Not by remote control, which would wait for the page while the window is hidden.
  await app.evaluate(() => {
    setTimeout(() => document.querySelector("#capture").click(), 200);
  });
  await waitFor("the screen is frozen", () => capturer.isFrozen());
  assert.deepEqual(await user.windows(TITLE), [], "the window is out of the way");
  await capturer.drag(picture);
  assert.match(await app.waitForText(), /Hello/);
  await user.waitForWindow(TITLE);
  // No name of a window: it could say what the person reads.
  assert.match(await app.textOf(".toolbar .name"), /^Capture \d\d\.\d\d\.\d\d$/);
});

test("a region over two monitors is read", async (t) => {
  const { session, user, capturer } = await startCapturing(t, { monitors: [800, 800] });
  const picture = await showPicture(session, HELLO, 780 - 150, 60);
  await capturer.freeze();
  await capturer.drag(picture);
  await waitForCopy(user, /Hello/);
});

test("a click beside all windows takes one monitor only", async (t) => {
  const { session, app, user, capturer } = await startCapturing(t, { monitors: [1200, 400] });
  await showPicture(session, HELLO, 1210, 60);
  await app.evaluate(() => document.title);
  await capturer.freeze();
  await capturer.xdotool("mousemove", 1580, 900, "click", 1);
  await waitForCopy(user, /Hello/);
  const [job] = await app.evaluate(() =>
    [...document.querySelectorAll("picture-pane")].map(({ item }) => item.job.state.pages[0].width),
  );
  assert.equal(job, 400);
});

test("a second start captures a region without a selection", async (t) => {
  const { session, app, user } = await startCapturing(t);
  const { x, y, width, height } = await showPicture(session, HELLO, 1100, 500);
  const region = [x, y, width, height].join(",");
  const second = await session.run(BINARY, ["--capture", "--region", region]);
  assert.equal(second.code, 0, second.stderr);
  await waitForCopy(user, /Hello/);
  const none = await session.run(BINARY, ["--capture", "--region", "9000,0,10,10"]);
  assert.equal(none.code, 0, none.stderr);
  await app.waitForStatus(/not on any screen/);
});

test("a first start captures, and shows its window afterwards", async (t) => {
  const { session, app, user } = await startCapturing(t);
  await app.close();
  const { x, y, width, height } = await showPicture(session, HELLO, 100, 100);
  const region = [x, y, width, height].join(",");
  session.start(BINARY, ["--capture", "--region", region]);
  await waitForCopy(user, /Hello/);
  await user.waitForWindow(TITLE);
});

test("while another program holds the keyboard nothing is captured, and a sentence says so", async (t) => {
  const { session, app, capturer } = await startCapturing(t);
  await startPython(session, HOLD_KEYBOARD);
  await session.run(BINARY, ["--capture"]);
  await app.waitForStatus(/locked, or a menu is open/);
  await capturer.waitUntilThawed();
  assert.deepEqual(await app.jobs(), []);
});

test("a second start reads the clipboard", async (t) => {
  const { session, app, user } = await startCapturing(t);
  await user.copyFile(HELLO);
  await session.run(BINARY, ["--clipboard"]);
  assert.deepEqual(await app.waitForJobs(1), ["read"]);
});

test("before consent nothing is captured, and a sentence says why", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.start(session);
  const capturer = new Capturer(session);
  await capturer.xdotool("key", HOTKEY);
  await session.run(BINARY, ["--capture", "--whole-screen"]);
  await waitFor("the sentence is shown", async () =>
    /not agreed/.test((await app.textOf(".consent [role=status]")) ?? ""),
  );
  assert.equal(await capturer.isFrozen(), false);
});

test("a hotkey is typed into its field, and the other one stays", async (t) => {
  const { app, user, capturer } = await startCapturing(t);
  await app.openScreen("settings");
  const valueIn = (id) => app.evaluate((id) => document.querySelector(id).value, id);
  const problems = () =>
    app.evaluate(() =>
      [...document.querySelectorAll(".hotkey .problem")].map((it) => it.textContent).join(""),
    );
  await app.click("#hotkey");
  await user.press("ctrl+c");
  await waitFor("Ctrl+C is refused", async () => /Other programs need/.test(await problems()));
  assert.equal(await valueIn("#hotkey"), "Super+Shift+T");
  for (const [keys, written] of [
    ["ctrl+alt+k", "Ctrl+Alt+K"],
    ["super+shift+j", "Super+Shift+J"],
  ]) {
    await user.press(keys);
    await waitFor(`the field says ${written}`, async () => (await valueIn("#hotkey")) === written);
    await sleep(300);
    assert.equal(await problems(), "", "neither is taken");
  }
  await user.press("Escape");
  await app.waitForScreen("work");
  await capturer.freeze("super+shift+j");
  await capturer.xdotool("key", "Escape");
  await capturer.waitUntilThawed();
  await capturer.xdotool("key", AGAIN_HOTKEY);
  await app.waitForStatus(/no region to capture again/);
});

test("a hotkey that another program has is reported in the window and in the settings", async (t) => {
  const session = await TestSession.create(t);
  await startPython(session, TAKE_HOTKEY);
  const app = await App.startWithConsent(session);
  await app.waitForStatus(/hotkey does not work: Super\+Shift\+T/);
  await app.openScreen("settings");
  const problem = () => app.textOf("#problem-hotkey");
  await waitFor("the conflict is reported", async () => /Another program/.test(await problem()));
  await app.evaluate(() => {
    const press = { code: "KeyK", ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
    document.querySelector("#hotkey").dispatchEvent(new KeyboardEvent("keydown", press));
  });
  await waitFor("the new keys work", async () => (await problem()) === "");
  const capturer = new Capturer(session);
  await capturer.freeze("ctrl+alt+k");
});

test("a notification says how many lines, never which, and opens the picture", async (t) => {
  const { session, app, user, capturer } = await startCapturing(t);
  const service = session.start("/usr/bin/python3", ["-c", NOTIFICATIONS], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let shown = "";
  service.stdout.on("data", (data) => {
    shown += data;
  });
  await waitFor("the service runs", () => shown.includes("ready"));
  const window = await user.waitForWindow(TITLE);
  await user.minimise(window);
  const picture = await showPicture(session, HELLO, 300, 200);
  await capturer.freeze();
  await capturer.drag(picture);
  await waitFor("the notification is shown", () => /lines? copied/.test(shown));
  assert.doesNotMatch(shown, /Hello/);
  await waitFor("the window is in front", () => user.hasFocus(window));
  assert.match(await app.waitForText(), /Hello/);
});

/** Runs a program and waits until it says that it is ready. */
async function startPython(session, code) {
  const child = session.start("/usr/bin/python3", ["-c", code], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
}

/** Calls the X server, and then keeps what it has. */
const withKeyboard = (call) => `
import ctypes, time
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XDefaultRootWindow.restype = ctypes.c_ulong
display = ctypes.c_void_p(x.XOpenDisplay(None))
root = ctypes.c_ulong(x.XDefaultRootWindow(display))
${call}
x.XSync(display, 0)
print("ready", flush=True)
time.sleep(600)
`;

/** Takes Super+Shift+T from all others. */
const TAKE_HOTKEY = withKeyboard(`
code = x.XKeysymToKeycode(display, ctypes.c_ulong(0x74))
x.XGrabKey(display, code, 0x41, root, 0, 1, 1)`);

/** Holds the keyboard, as a locked screen does. */
const HOLD_KEYBOARD = withKeyboard("x.XGrabKeyboard(display, root, 0, 1, 1, ctypes.c_ulong(0))");

/** Shows no notification but prints it, and answers with a click. */
const NOTIFICATIONS = `
from gi.repository import Gio, GLib
XML = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
</interface></node>"""
def called(connection, sender, path, interface, method, arguments, invocation):
    print(arguments.unpack(), flush=True)
    invocation.return_value(GLib.Variant("(u)", (7,)))
    click = lambda: connection.emit_signal(None, path, interface, "ActionInvoked", GLib.Variant("(us)", (7, "default"))) and False
    GLib.timeout_add(100, click)
def acquired(connection, name):
    connection.register_object("/org/freedesktop/Notifications", Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], called, None, None)
Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.Notifications", 0, acquired, lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
`;
