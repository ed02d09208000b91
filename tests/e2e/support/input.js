// The input of a user: keyboard, clipboard, drag and drop, windows.

import { fileURLToPath, pathToFileURL } from "node:url";

import { sleep, waitFor } from "./wait.js";

const DRAG_SOURCE = fileURLToPath(new URL("drag_source.py", import.meta.url));
/** Between two mouse moves of a drag, in milliseconds: GTK must see the movement. */
const DRAG_INTERVAL = 120;

/** How long GTK takes to show the input field for a path, in milliseconds. Earlier keys are lost. */
const DIALOG_DELAY = 400;

/** How long a window may take to open before the keys are pressed again, in milliseconds. */
const OPENING = 8000;

/** How long the program may take to copy before the keys are pressed again, in milliseconds. */
const COPYING = 3000;

/** Acts as the user of a session. */
export class UserInput {
  #session;
  #clipboardOwner = null;

  constructor(session) {
    this.#session = session;
  }

  /** Presses keys, with the names of xdotool: `ctrl+v`. */
  async press(...keys) {
    for (const key of keys) await this.#xdotool("key", "--clearmodifiers", key);
  }

  /** Types text. */
  async type(text) {
    await this.#xdotool("type", "--clearmodifiers", "--delay", "8", text);
  }

  /** Presses keys until a window whose title contains `title` is there, and gives it the focus. */
  async openWindowBy(keys, title) {
    const opened = async () => {
      await this.press(keys);
      return waitFor("the window opens", async () => (await this.windows(title))[0], OPENING);
    };
    await this.focus(await waitFor(`${keys} opens ${title}`, opened));
  }

  /** Types a path into a file dialog. The first key makes the dialog show its input field. */
  async typePath(path) {
    await this.type(path.slice(0, 1));
    await sleep(DIALOG_DELAY);
    await this.type(path.slice(1));
  }

  /** Copies the content of a file as `type`. */
  async copyFile(path, type = "image/png") {
    await this.#copy(type, [path]);
  }

  /** Copies text. */
  async copyText(text) {
    await this.#copy("UTF8_STRING", [], text);
  }

  /**
   * Presses Ctrl+C until the clipboard provides another text than `previous`, and returns it.
   *
   * Between two presses there is time for the first to act: one that acts late would replace what the
   * test copies next.
   */
  async copiedText(previous = "") {
    const text = async () => {
      const copied = await this.clipboardText();
      return copied !== previous && copied;
    };
    return waitFor("the text can be copied", async () => {
      await this.press("ctrl+c");
      return waitFor("the text is copied", text, COPYING);
    });
  }

  /** Copies files as a file manager does. */
  async copyFiles(...paths) {
    const uris = paths.map((path) => pathToFileURL(path).href);
    await this.#copy("text/uri-list", [], `${uris.join("\r\n")}\r\n`);
  }

  /** Kills the program that provides the content of the clipboard. */
  async killClipboardOwner() {
    this.#clipboardOwner.kill("SIGKILL");
    this.#clipboardOwner = null;
    await waitFor("the clipboard is empty", async () => (await this.clipboardTypes()).length === 0);
  }

  /** The text on the clipboard. */
  async clipboardText(type = "UTF8_STRING") {
    const { stdout } = await this.#xclip(["-o", "-t", type]);
    return stdout;
  }

  /** The types in which the clipboard provides its content. */
  async clipboardTypes() {
    const { stdout } = await this.#xclip(["-o", "-t", "TARGETS"]);
    return stdout.split("\n").filter((type) => type);
  }

  /** Drags files into the middle of the window with this title. */
  dragFiles(title, ...paths) {
    return this.#drag(title, ["files", ...paths.map((path) => pathToFileURL(path).href)]);
  }

  /** Drags a link, or a picture of a web page, into the window with this title. */
  dragLink(title, url) {
    return this.#drag(title, ["link", url]);
  }

  /** Waits for a window whose title contains `title` and returns its number. */
  waitForWindow(title) {
    return waitFor(`a window named ${title} exists`, async () => (await this.windows(title))[0]);
  }

  /** The numbers of all windows whose title contains `title`. */
  async windows(title) {
    const search = ["search", "--onlyvisible", "--name", title];
    const { stdout } = await this.#session.run("xdotool", search);
    const found = stdout.split("\n").filter((line) => line);
    const geometries = await Promise.all(found.map((window) => this.#geometry(window)));
    // After a drop GTK has a window of one pixel outside the screen with the same title.
    return found.filter((_, index) => geometries[index]?.width > 1);
  }

  /** How many windows of programs are visible, with menus and lists, which have no title. */
  async openWindows() {
    const { stdout } = await this.#session.run("xdotool", [
      "search",
      "--onlyvisible",
      "--class",
      ".",
    ]);
    return stdout.split("\n").filter((line) => line).length;
  }

  /** The left and top edge of a window. */
  placeOf(window) {
    return this.#geometry(window);
  }

  async hasFocus(window) {
    const { stdout } = await this.#session.run("xdotool", ["getactivewindow"]);
    return stdout.trim() === window;
  }

  async focus(window) {
    await this.#xdotool("windowactivate", "--sync", window);
  }

  /** Closes a window as its button does, by the key of the window manager. */
  async closeWindow(window) {
    await this.focus(window);
    await this.press("alt+F4");
  }

  async minimise(window) {
    await this.#xdotool("windowminimize", window);
    await waitFor(
      "the window is minimised",
      async () => !(await this.windows(".")).includes(window),
    );
  }

  async #drag(title, content) {
    const window = await this.waitForWindow(title);
    const { x: left, y: top, width, height } = await this.#geometry(window);
    const [x, y] = [left + Math.round(width / 2), top + Math.round(height / 2)];
    const source = this.#session.start("/usr/bin/python3", [DRAG_SOURCE, ...content], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    await new Promise((resolve) => source.stdout.once("data", resolve));
    const move = async (toX, toY) => {
      await this.#xdotool("mousemove", String(toX), String(toY));
      await sleep(DRAG_INTERVAL);
    };
    await move(30, 30);
    await this.#xdotool("mousedown", "1");
    await sleep(DRAG_INTERVAL);
    await move(45, 50);
    for (let step = 1; step <= 6; step += 1) {
      await move(Math.round((x * step) / 6), Math.round((y * step) / 6));
    }
    await move(x + 3, y + 3);
    await this.#xdotool("mouseup", "1");
    return source;
  }

  /** The position and size of a window, or nothing when it is closed. */
  async #geometry(window) {
    const search = ["getwindowgeometry", "--shell", window];
    const { stdout } = await this.#session.run("xdotool", search);
    const [x, y, width, height] = ["X", "Y", "WIDTH", "HEIGHT"].map((name) =>
      Number(stdout.match(new RegExp(`^${name}=(-?\\d+)$`, "m"))?.[1]),
    );
    return Number.isNaN(height) ? null : { x, y, width, height };
  }

  async #xdotool(...args) {
    const { code, stderr } = await this.#session.run("xdotool", args);
    if (code !== 0) throw new Error(`xdotool ${args.join(" ")}: ${stderr}`);
  }

  /** Copies with xclip, which keeps running and provides the content until something else is copied. */
  async #copy(type, files, input) {
    const args = ["-quiet", "-selection", "clipboard", "-t", type, "-i", ...files];
    const stdio = [input === undefined ? "ignore" : "pipe", "ignore", "ignore"];
    const own = () => {
      this.#clipboardOwner = this.#session.start("xclip", args, { stdio });
      this.#clipboardOwner.stdin?.end(input);
    };
    const previous = this.#clipboardOwner;
    own();
    // The previous content may have the same type: only the end of its owner shows that it is gone.
    await waitFor(
      "the previous content is replaced",
      () => previous === null || previous.exitCode !== null,
    );
    await waitFor("the clipboard provides the content", async () => {
      // What the program was still copying took the clipboard away.
      if (this.#clipboardOwner.exitCode !== null) own();
      const types = await this.clipboardTypes();
      return types.length === 2 && types.includes(type);
    });
  }

  #xclip(args) {
    return this.#session.run("xclip", ["-selection", "clipboard", ...args]);
  }
}
