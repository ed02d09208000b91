// Capturing the screen as a user does: a text on the screen, hotkeys, dragging, the clipboard.

import { fileURLToPath } from "node:url";
import { sleep, waitFor } from "./wait.js";

const SHOW_PICTURE = fileURLToPath(new URL("show_picture.py", import.meta.url));
const KEYBOARD_IS_GRABBED = fileURLToPath(new URL("keyboard_is_grabbed.py", import.meta.url));

/** The title of the window in which the frozen screen is shown. */
const OVERLAY = "Select the text to read";

/** How long GTK needs to see a movement of the mouse, in milliseconds. */
const MOVE_DELAY = 40;

/** The default hotkeys. */
export const HOTKEY = "super+shift+t";
export const AGAIN_HOTKEY = "super+shift+r";

/** Shows a picture without a frame at this place of the screen, and resolves when it is there. */
export async function showPicture(session, path, x, y) {
  const child = session.start("/usr/bin/python3", [SHOW_PICTURE, path, String(x), String(y)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [line] = await new Promise((resolve) =>
    child.stdout.once("data", (data) => resolve([data])),
  );
  const [width, height] = line.toString().trim().split(" ").map(Number);
  return { x, y, width, height, child };
}

/** The capturing user of a session. */
export class Capturer {
  #session;

  constructor(session) {
    this.#session = session;
  }

  /** Whether the frozen screen is shown. */
  async isFrozen() {
    const { stdout } = await this.#session.run("xdotool", [
      "search",
      "--onlyvisible",
      "--name",
      OVERLAY,
    ]);
    return stdout.trim() !== "";
  }

  /** Presses a hotkey, and resolves when the screen is frozen and takes all keys. Earlier ones are lost. */
  async freeze(keys = HOTKEY) {
    await this.xdotool("key", keys);
    await waitFor("the screen is frozen", () => this.isFrozen());
    const isGrabbed = () => this.#session.run("/usr/bin/python3", [KEYBOARD_IS_GRABBED]);
    await waitFor("the keys go to it", async () => (await isGrabbed()).code === 0);
  }

  async waitUntilThawed() {
    await waitFor("the screen is as before", async () => !(await this.isFrozen()));
  }

  /** Drags a rectangle. */
  async drag(rectangle) {
    await this.dragWithoutRelease(rectangle);
    await this.xdotool("mouseup", 1);
  }

  /** The same with the mouse button still down. */
  async dragWithoutRelease({ x, y, width, height }) {
    await this.xdotool("mousemove", x, y);
    await sleep(MOVE_DELAY);
    await this.xdotool("mousedown", 1);
    for (const part of [0.3, 0.7, 1]) {
      await this.xdotool("mousemove", Math.round(x + width * part), Math.round(y + height * part));
      await sleep(MOVE_DELAY);
    }
  }

  async xdotool(...args) {
    const { code, stderr } = await this.#session.run("xdotool", args.map(String));
    if (code !== 0) throw new Error(`xdotool ${args.join(" ")}: ${stderr}`);
  }
}
