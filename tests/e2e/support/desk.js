// A desk of its own for each test: display, clipboard, session bus, window manager, home directory.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { filesBelow } from "./files.js";
import { isAlive } from "./processes.js";
import { until } from "./wait.js";

/** Room for the window, and for what is dragged beside it. */
const SCREEN = "1600x1000x24";

/** Where a program runs as on a computer that was never used before. */
export class Desk {
  #children = [];
  #held = [];
  /** What the window and the driver said on standard error. */
  said = "";

  /** A desk that is cleared when test `t` ends. */
  static async set(t, options = {}) {
    const desk = new Desk();
    t.after(async () => {
      if (!t.passed && desk.said) t.diagnostic(desk.said);
      await desk.clear();
    });
    await desk.#set(options);
    return desk;
  }

  async #set({ display = true, theme = "light" }) {
    this.root = mkdtempSync(join(tmpdir(), "imagetotext-e2e-"));
    const folder = (name) => {
      const path = join(this.root, name);
      mkdirSync(path, { mode: 0o700 });
      return path;
    };
    this.home = folder("home");
    this.files = folder("files");
    this.config = join(this.home, ".config");
    this.env = {
      PATH: process.env.PATH,
      LANG: "C.UTF-8",
      HOME: this.home,
      XDG_CONFIG_HOME: this.config,
      XDG_DATA_HOME: join(this.home, ".local/share"),
      XDG_CACHE_HOME: join(this.home, ".cache"),
      XDG_STATE_HOME: join(this.home, ".local/state"),
      XDG_RUNTIME_DIR: folder("run"),
      TMPDIR: folder("tmp"),
      GTK_THEME: theme === "dark" ? "Adwaita:dark" : "Adwaita",
      // The bus of accessibility would outlive the desk.
      NO_AT_BRIDGE: "1",
      GTK_A11Y: "none",
    };
    if (!display) return;
    const xvfb = ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"];
    const number = await this.#firstLine("Xvfb", xvfb, 3);
    this.env.DISPLAY = `:${number}`;
    const bus = ["--session", "--nofork", "--nopidfile", "--print-address=3"];
    this.env.DBUS_SESSION_BUS_ADDRESS = await this.#firstLine("dbus-daemon", bus, 3);
    // What the window manager keeps is not what the program keeps.
    this.start("openbox", [], { env: { XDG_CACHE_HOME: this.env.XDG_RUNTIME_DIR } });
    await until("there is a window manager", () => this.#hasManager());
  }

  /** Starts a program on this desk. */
  start(program, args, options = {}) {
    const { env, stdio = ["ignore", "ignore", "pipe"] } = options;
    const child = spawn(program, args, { env: { ...this.env, ...env }, cwd: this.files, stdio });
    child.stderr?.on("data", (data) => {
      this.said += data;
    });
    // Whoever waits for the program is told by its exit code or its silence.
    child.on("error", (error) => {
      this.said += error.message;
    });
    this.#children.push(child);
    return child;
  }

  /** All files that are on the disk now; `XDG_RUNTIME_DIR` is memory. */
  kept() {
    return [this.home, this.files, this.env.TMPDIR].flatMap(filesBelow);
  }

  /** Runs a program to its end; what it printed and how it ended. */
  run(program, args, options = {}) {
    const child = this.start(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
  }

  /** Starts the driver of the window; the port that it listens at. */
  async driver() {
    const port = await freePort();
    const automation = { TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true" };
    const args = ["--host=127.0.0.1", `--port=${port}`];
    const child = this.start("WebKitWebDriver", args, { env: automation });
    await until("the driver answers", () => fetch(`http://127.0.0.1:${port}/status`));
    return { port, pid: child.pid };
  }

  /** Holds processes still, so that what they do takes as long as a test wants; which they are. */
  hold(pids) {
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    this.#held.push(...pids);
    return pids.length > 0 && pids;
  }

  /** Ends all that runs here, and leaves nothing behind. */
  async clear() {
    // Whoever is held still does not notice that the others are gone.
    for (const pid of this.#held.filter(isAlive)) process.kill(pid, "SIGCONT");
    for (const child of this.#children.reverse()) {
      if (child.exitCode === null && child.signalCode === null && child.pid) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGKILL");
        await ended;
      }
    }
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }

  #firstLine(program, args, descriptor) {
    const child = this.start(program, args, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
    return new Promise((resolve, reject) => {
      let line = "";
      child.stdio[descriptor].on("data", (data) => {
        line += data;
        if (line.includes("\n")) resolve(line.trim());
      });
      child.on("error", reject);
      child.on("exit", () => reject(new Error(`${program} ended: ${this.said}`)));
    });
  }

  async #hasManager() {
    const { code } = await this.run("xdotool", ["get_desktop"]);
    return code === 0;
  }
}

function freePort() {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
