// A fresh session for each test: display, session bus, window manager, clipboard, home directory.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { filesBelow } from "./files.js";
import { isAlive } from "./processes.js";
import { waitFor } from "./wait.js";

/** Large enough for the window and for the drag source beside it. */
const SCREEN = "1600x1000x24";

/** A session like that of a new user, in which programs run. */
export class TestSession {
  #children = [];
  #paused = [];
  /** What the window and the driver wrote to standard error. */
  stderr = "";

  /** Creates a session that ends with test `t`. */
  static async create(t, options = {}) {
    const session = new TestSession();
    t.after(async () => {
      if (!t.passed && session.stderr) t.diagnostic(session.stderr);
      await session.end();
    });
    await session.#start(options);
    return session;
  }

  async #start({ display = true, bus = "running", theme = "light", monitors = [] }) {
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
      // It overrides what the program asks GTK for.
      ...(theme === "unset" ? {} : { GTK_THEME: theme === "dark" ? "Adwaita:dark" : "Adwaita" }),
      // The accessibility bus would outlive the session.
      NO_AT_BRIDGE: "1",
      GTK_A11Y: "none",
    };
    if (!display) return;
    const xvfb = ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"];
    const number = await this.#firstLine("Xvfb", xvfb, 3);
    this.env.DISPLAY = `:${number}`;
    await this.#divide(monitors);
    await this.#startBus(bus);
    // The files of the window manager must not count as files of the program.
    this.start("openbox", [], { env: { XDG_CACHE_HOME: this.env.XDG_RUNTIME_DIR } });
    await waitFor("the window manager runs", () => this.#hasWindowManager());
  }

  /** Starts a program in this session. */
  start(program, args, options = {}) {
    const { env, stdio = ["ignore", "ignore", "pipe"] } = options;
    const child = spawn(program, args, { env: { ...this.env, ...env }, cwd: this.files, stdio });
    child.stderr?.on("data", (data) => {
      this.stderr += data;
    });
    // Callers notice a program that cannot be started by its exit code or a timeout.
    child.on("error", (error) => {
      this.stderr += error.message;
    });
    this.#children.push(child);
    return child;
  }

  /** All files that are on the disk now. `XDG_RUNTIME_DIR` is in memory and does not count. */
  filesOnDisk() {
    return [this.home, this.files, this.env.TMPDIR].flatMap(filesBelow);
  }

  /** Runs a program to its end and returns its output and exit code. */
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

  /** Starts WebKitWebDriver and returns its port and process. */
  async startDriver() {
    const port = await freePort();
    const automation = { TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true" };
    const args = ["--host=127.0.0.1", `--port=${port}`];
    const child = this.start("WebKitWebDriver", args, { env: automation });
    await waitFor("the driver answers", () => fetch(`http://127.0.0.1:${port}/status`));
    return { port, pid: child.pid };
  }

  /** Stops processes, so that a test can act before they finish. Returns them if there are any. */
  pause(pids) {
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    this.#paused.push(...pids);
    return pids.length > 0 && pids;
  }

  /** Ends all programs and removes all files of the session. */
  async end() {
    // A stopped process would not notice that its parent has ended.
    for (const pid of this.#paused.filter(isAlive)) process.kill(pid, "SIGCONT");
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
      child.on("exit", () => reject(new Error(`${program} ended: ${this.stderr}`)));
    });
  }

  /** The session bus: `running`, `missing`, or `unreachable` at its address. */
  async #startBus(bus) {
    const variable = "DBUS_SESSION_BUS_ADDRESS";
    if (bus === "running") {
      const args = ["--session", "--nofork", "--nopidfile", "--print-address=3"];
      this.env[variable] = await this.#firstLine("dbus-daemon", args, 3);
    } else if (bus === "unreachable") {
      this.env[variable] = `unix:path=${join(this.root, "no-bus")}`;
    }
  }

  /** Ends the session bus, as a crash of it would. */
  endBus() {
    this.#children.find(({ spawnfile }) => spawnfile === "dbus-daemon").kill("SIGKILL");
  }

  /** Divides the screen into monitors of these widths, from left to right. */
  async #divide(widths) {
    let left = 0;
    for (const [index, width] of widths.entries()) {
      const output = index === 0 ? "screen" : "none";
      const size = `${width}/${width}x1000/260+${left}+0`;
      const { code, stderr } = await this.run("xrandr", [
        "--setmonitor",
        `monitor-${index}`,
        size,
        output,
      ]);
      if (code !== 0) throw new Error(`xrandr: ${stderr}`);
      left += width;
    }
  }

  async #hasWindowManager() {
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
