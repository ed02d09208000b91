// What a person does beside the page: keys, mouse, clipboard, drag and drop.

import { fileURLToPath, pathToFileURL } from "node:url";

import { sleep, until } from "./wait.js";

const DRAG_SOURCE = fileURLToPath(new URL("drag_source.py", import.meta.url));
/** Between two moves of the mouse while dragging, in milliseconds: GTK wants to see it move. */
const DRAG_PAUSE = 120;

/** How long GTK takes to show where typed text goes, in milliseconds; keys that come earlier are lost. */
const DIALOG_PAUSE = 400;

/** Two hands at a desk. */
export class Hands {
  #desk;
  #holder = null;

  constructor(desk) {
    this.#desk = desk;
  }

  /** Presses keys, named as xdotool names them: `ctrl+v`. */
  async press(...keys) {
    for (const key of keys) await this.#xdotool("key", "--clearmodifiers", key);
  }

  /** Types text. */
  async type(text) {
    await this.#xdotool("type", "--clearmodifiers", "--delay", "8", text);
  }

  /** Types a path into the dialog that opens files; the first key makes it show where it goes. */
  async typePath(path) {
    await this.type(path.slice(0, 1));
    await sleep(DIALOG_PAUSE);
    await this.type(path.slice(1));
  }

  /** Puts the content of a file on the clipboard, as `type`. */
  async copyFile(path, type = "image/png") {
    await this.#offer(type, [path]);
  }

  /** Copies text. */
  async copyText(text) {
    await this.#offer("UTF8_STRING", [], text);
  }

  /** Copies files as the file manager does. */
  async copyFiles(...paths) {
    const uris = paths.map((path) => pathToFileURL(path).href);
    await this.#offer("text/uri-list", [], `${uris.join("\r\n")}\r\n`);
  }

  /** Ends the program that holds what is on the clipboard. */
  async loseClipboard() {
    this.#holder.kill("SIGKILL");
    this.#holder = null;
    await until("the clipboard is empty", async () => (await this.clipboardKinds()).length === 0);
  }

  /** What text the clipboard gives. */
  async clipboard() {
    const { stdout } = await this.#xclip(["-o", "-t", "UTF8_STRING"]);
    return stdout;
  }

  /** The kinds in which the clipboard gives what it holds. */
  async clipboardKinds() {
    const { stdout } = await this.#xclip(["-o", "-t", "TARGETS"]);
    return stdout.split("\n").filter((kind) => kind);
  }

  /** Drags files into the middle of the window that is named `title`. */
  dragFiles(title, ...paths) {
    return this.#drag(title, ["files", ...paths.map((path) => pathToFileURL(path).href)]);
  }

  /** Drags a link, or a picture of a web page, into the window. */
  dragLink(title, url) {
    return this.#drag(title, ["link", url]);
  }

  /** Waits for a window whose title holds `title`; its number. */
  window(title) {
    return until(`a window named ${title} is there`, async () => (await this.windows(title))[0]);
  }

  /** The numbers of all windows whose title holds `title`. */
  async windows(title) {
    const search = ["search", "--onlyvisible", "--name", title];
    const { stdout } = await this.#desk.run("xdotool", search);
    const found = stdout.split("\n").filter((line) => line);
    const places = await Promise.all(found.map((window) => this.#place(window)));
    // After a drop GTK has a window of one pixel beside the screen, which bears the same title.
    return found.filter((_, index) => places[index]?.width > 1);
  }

  /** Whether a window has the keyboard. */
  async hasFocus(window) {
    const { stdout } = await this.#desk.run("xdotool", ["getactivewindow"]);
    return stdout.trim() === window;
  }

  /** Gives the keyboard to a window. */
  async focus(window) {
    await this.#xdotool("windowactivate", "--sync", window);
  }

  /** Resizes a window. */
  async resize(window, width, height) {
    await this.#xdotool("windowsize", window, String(width), String(height));
  }

  /** Takes a window off the screen, into the list of windows. */
  async minimise(window) {
    await this.#xdotool("windowminimize", window);
    await until("it is gone", async () => !(await this.windows(".")).includes(window));
  }

  async #drag(title, what) {
    const { x: left, y: top, width, height } = await this.#place(await this.window(title));
    const [x, y] = [left + Math.round(width / 2), top + Math.round(height / 2)];
    const source = this.#desk.start("/usr/bin/python3", [DRAG_SOURCE, ...what], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    await new Promise((resolve) => source.stdout.once("data", resolve));
    const move = async (toX, toY) => {
      await this.#xdotool("mousemove", String(toX), String(toY));
      await sleep(DRAG_PAUSE);
    };
    await move(30, 30);
    await this.#xdotool("mousedown", "1");
    await sleep(DRAG_PAUSE);
    await move(45, 50);
    for (let part = 1; part <= 6; part += 1) {
      await move(Math.round((x * part) / 6), Math.round((y * part) / 6));
    }
    await move(x + 3, y + 3);
    await this.#xdotool("mouseup", "1");
    return source;
  }

  /** Where a window is; nothing when it is gone. */
  async #place(window) {
    const { stdout } = await this.#desk.run("xdotool", ["getwindowgeometry", "--shell", window]);
    const [x, y, width, height] = ["X", "Y", "WIDTH", "HEIGHT"].map((name) =>
      Number(stdout.match(new RegExp(`^${name}=(-?\\d+)$`, "m"))?.[1]),
    );
    return Number.isNaN(height) ? null : { x, y, width, height };
  }

  async #xdotool(...args) {
    const { code, stderr } = await this.#desk.run("xdotool", args);
    if (code !== 0) throw new Error(`xdotool ${args.join(" ")}: ${stderr}`);
  }

  /** xclip stays to answer whoever pastes, until something else is copied. */
  async #offer(type, files, input) {
    const args = ["-quiet", "-selection", "clipboard", "-t", type, "-i", ...files];
    const stdio = [input === undefined ? "ignore" : "pipe", "ignore", "ignore"];
    const holder = this.#desk.start("xclip", args, { stdio });
    holder.stdin?.end(input);
    const before = this.#holder;
    this.#holder = holder;
    // What was there before may be of the same kind: then only its end tells that it is gone.
    await until("the old is given up", () => before === null || before.exitCode !== null);
    await until("the clipboard offers it", async () => {
      const kinds = await this.clipboardKinds();
      return kinds.length === 2 && kinds.includes(type);
    });
  }

  #xclip(args) {
    return this.#desk.run("xclip", ["-selection", "clipboard", ...args]);
  }
}
