// The desktop program under test and its page.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { commandLine, descendants, isAlive } from "./processes.js";
import { waitFor } from "./wait.js";
import { WebDriver } from "./webdriver.js";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** The program to test. `cargo xtask e2e` builds it and sets the variable. */
export const BINARY =
  process.env.IMAGETOTEXT_APP ?? resolve(ROOT, "target/release/imagetotext-app");
/** The title of its window. */
export const TITLE = "ImageToText";

/** The path of a picture in `tests/images`. */
export const imagePath = (name) => resolve(ROOT, "tests/images", name);
/** The text of a golden picture. */
export const goldenText = (name) => readFileSync(imagePath(`golden/${name}.txt`), "utf8");

/** The running program under remote control. */
export class App {
  #driver;

  /** Starts it with `files` and waits for its first screen. */
  static async start(session, files = []) {
    const driver = await session.startDriver();
    const app = new App(await WebDriver.start(driver.port, BINARY, files));
    app.pid = await waitFor("the program runs", () => descendants(driver.pid)[0]);
    await waitFor("the first screen is shown", async () => {
      const screen = await app.screen();
      return screen && screen !== "starting";
    });
    return app;
  }

  /** Starts it and agrees to the policy. */
  static async startWithConsent(session, files = []) {
    const app = await App.start(session, files);
    await app.agree();
    return app;
  }

  constructor(driver) {
    this.#driver = driver;
  }

  /** Ticks both boxes and agrees. */
  async agree() {
    await this.click("#agree-policy");
    await this.click("#agree-age");
    await this.click("#agree");
    await this.waitForScreen("work");
  }

  /** The name of the topmost screen. */
  screen() {
    return this.evaluate(() => {
      const screens = [...document.querySelectorAll("[data-screen]")];
      const open = screens.filter((screen) => screen.tagName !== "DIALOG" || screen.open);
      return open.at(-1)?.dataset.screen;
    });
  }

  waitForScreen(screen) {
    return waitFor(`the screen ${screen} is shown`, async () => (await this.screen()) === screen);
  }

  /** Opens a screen with its button; some are opened from Help. */
  async openScreen(screen) {
    if (["shortcuts", "policy"].includes(screen)) {
      await this.click("#menu-help");
      await this.click(`#help-${screen}`);
    } else await this.click(`#menu-${screen}`);
    await this.waitForScreen(screen);
  }

  /** Runs a function in the page and returns its result. */
  evaluate(code, ...args) {
    return this.#driver.evaluate(code, ...args);
  }

  /** Clicks on an element as soon as it is visible and enabled. */
  async click(selector) {
    await waitFor(`${selector} can be clicked`, () =>
      this.evaluate((selector) => {
        const found = document.querySelector(selector);
        found?.scrollIntoView({ block: "nearest" });
        return found?.checkVisibility() && !found.matches(":disabled, [aria-disabled=true]");
      }, selector),
    );
    const result = await waitFor(`${selector} is clicked`, () => this.#tryClick(selector));
    if (result instanceof Error) throw result;
  }

  /** Whether the click succeeded, or its error. A click on an element that moves can be repeated. */
  async #tryClick(selector) {
    try {
      await this.#driver.click(selector);
      return true;
    } catch (error) {
      return /not interactable|stale|intercepted/.test(error.message) ? false : error;
    }
  }

  isVisible(selector) {
    return this.evaluate(
      (selector) => document.querySelector(selector)?.checkVisibility() ?? false,
      selector,
    );
  }

  /** The text of an element. */
  textOf(selector) {
    return this.evaluate(
      (selector) => document.querySelector(selector)?.textContent.trim(),
      selector,
    );
  }

  /** The status message, without the characters that isolate the direction of file names. */
  async status() {
    return ((await this.textOf("#status")) ?? "").replace(/[\u2066-\u2069]/g, "");
  }

  /** Waits for a status message and returns it. */
  waitForStatus(pattern) {
    return waitFor(`the status is ${pattern}`, async () => {
      const status = await this.status();
      return pattern.test(status) && status;
    });
  }

  /** The recognised text as the window shows it. */
  text() {
    return this.evaluate(() => document.querySelector("#text")?.value ?? "");
  }

  /** Waits for a recognised text and returns it. */
  waitForText() {
    return waitFor("a text is shown", () => this.text());
  }

  /** The pictures in the queue: numbers, names and states. */
  jobs() {
    return this.evaluate(() =>
      [...document.querySelectorAll("#queue li")].map((item) => ({
        id: Number(item.dataset.job),
        state: item.dataset.state,
        name: item.textContent,
      })),
    );
  }

  /** Waits until the queue contains `count` finished pictures, and returns their states. */
  async waitForJobs(count, timeout) {
    const finished = async () => {
      const jobs = await this.jobs();
      const open = jobs.filter(({ state }) => state === "waiting" || state === "reading");
      return jobs.length === count && open.length === 0 && jobs;
    };
    const jobs = await waitFor(`${count} pictures are finished`, finished, timeout);
    return jobs.map(({ state }) => state);
  }

  /** Shows the picture at this index of the queue. */
  async select(index) {
    const { id } = (await this.jobs())[index];
    await this.click(`#queue li[data-job="${id}"] .entry`);
  }

  /** A screenshot of the page as PNG. */
  async screenshot() {
    // The driver waits for the next frame, and a page at rest has none.
    await this.evaluate(() => {
      const { style } = document.documentElement;
      window.repainting = setInterval(() => {
        style.translate = style.translate === "0px" ? "0px 0.001px" : "0px";
      }, 20);
    });
    const image = await this.#driver.screenshot();
    await this.evaluate(() => {
      clearInterval(window.repainting);
      document.documentElement.style.removeProperty("translate");
    });
    return image;
  }

  /** Waits until the program and the processes that it started have ended. */
  async waitForExit(processes = this.childProcesses()) {
    await waitFor("the program has ended", () => ![this.pid, ...processes].some(isAlive));
  }

  /** The processes that it started, and that these started. */
  childProcesses() {
    return descendants(this.pid);
  }

  /** Its reading processes. */
  workers() {
    return this.childProcesses().filter((pid) => commandLine(pid).includes("--worker"));
  }

  /** Closes the window and waits until all processes have ended. */
  async close() {
    const processes = this.childProcesses();
    await this.#driver.end();
    await this.waitForExit(processes);
  }
}
