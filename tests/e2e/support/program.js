// The program under test, with the window as the page shows it.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { below, commandLine, isAlive } from "./processes.js";
import { until } from "./wait.js";
import { WebDriver } from "./webdriver.js";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** What is tested; `cargo xtask e2e` builds it and names it. */
export const BINARY =
  process.env.IMAGETOTEXT_APP ?? resolve(ROOT, "target/release/imagetotext-app");
/** The title of its window. */
export const TITLE = "ImageToText";

/** A picture of the tests. */
export const picture = (name) => resolve(ROOT, "tests/images", name);
/** What stands in a golden picture. */
export const golden = (name) => readFileSync(picture(`golden/${name}.txt`), "utf8");

/** The program, running. */
export class Program {
  #driver;

  /** Starts it with `files`, and waits for its first screen. */
  static async start(desk, files = []) {
    const driver = await desk.driver();
    const window = await WebDriver.start(driver.port, BINARY, files);
    const program = new Program(window);
    program.pid = await until("the program runs", () => below(driver.pid)[0]);
    await until("the first screen is shown", async () => {
      const screen = await program.screen();
      return screen && screen !== "starting";
    });
    return program;
  }

  /** Starts it and agrees to the policy. */
  static async agreed(desk, files = []) {
    const program = await Program.start(desk, files);
    await program.agree();
    return program;
  }

  constructor(driver) {
    this.#driver = driver;
  }

  /** Ticks both boxes and agrees. */
  async agree() {
    await this.click("#agree-policy");
    await this.click("#agree-age");
    await this.click("#agree");
    await this.at("work");
  }

  /** The screen on top. */
  screen() {
    return this.run(() => {
      const screens = [...document.querySelectorAll("[data-screen]")];
      const open = screens.filter((screen) => screen.tagName !== "DIALOG" || screen.open);
      return open.at(-1)?.dataset.screen;
    });
  }

  /** Waits for a screen. */
  at(screen) {
    return until(`the screen ${screen} is shown`, async () => (await this.screen()) === screen);
  }

  /** Goes to a screen by its button. */
  async open(screen) {
    await this.click(`#menu-${screen}`);
    await this.at(screen);
  }

  /** Runs code in the page. */
  run(code, ...args) {
    return this.#driver.run(code, ...args);
  }

  /** Clicks on an element as soon as it is there and answers. */
  async click(selector) {
    await until(`${selector} can be clicked`, () =>
      this.run((selector) => {
        const found = document.querySelector(selector);
        found?.scrollIntoView({ block: "nearest" });
        return found?.checkVisibility() && !found.matches(":disabled, [aria-disabled=true]");
      }, selector),
    );
    const error = await until(`${selector} is clicked`, () => this.#tryClick(selector));
    if (error instanceof Error) throw error;
  }

  /** Whether a click was done, or the error that ended it; an element that moves is tried again. */
  async #tryClick(selector) {
    try {
      await this.#driver.click(selector);
      return true;
    } catch (error) {
      return /not interactable|stale|intercepted/.test(error.message) ? false : error;
    }
  }

  /** Whether something is in sight. */
  shows(selector) {
    return this.run(
      (selector) => document.querySelector(selector)?.checkVisibility() ?? false,
      selector,
    );
  }

  /** What an element says. */
  words(selector) {
    return this.run((selector) => document.querySelector(selector)?.textContent.trim(), selector);
  }

  /** The last outcome, without the marks that keep names in order. */
  async status() {
    return ((await this.words("#status")) ?? "").replace(/[\u2066-\u2069]/g, "");
  }

  /** Waits for an outcome. */
  says(pattern) {
    return until(`the status says ${pattern}`, async () => {
      const said = await this.status();
      return pattern.test(said) && said;
    });
  }

  /** The text that was read, as it stands in the window. */
  text() {
    return this.run(() => document.querySelector("#text")?.value ?? "");
  }

  /** Waits until there is text. */
  read() {
    return until("a text is shown", () => this.text());
  }

  /** The pictures: their numbers, names and states. */
  jobs() {
    return this.run(() =>
      [...document.querySelectorAll("#queue li")].map((item) => ({
        id: Number(item.dataset.job),
        state: item.dataset.state,
        name: item.textContent,
      })),
    );
  }

  /** Waits until `count` pictures are there and none is left to read; their states. */
  async finished(count, patience) {
    const done = async () => {
      const jobs = await this.jobs();
      const open = jobs.filter(({ state }) => state === "waiting" || state === "reading");
      return jobs.length === count && open.length === 0 && jobs;
    };
    const jobs = await until(`${count} pictures are done`, done, patience);
    return jobs.map(({ state }) => state);
  }

  /** Shows a picture of the queue, from 0. */
  async choose(index) {
    const { id } = (await this.jobs())[index];
    await this.click(`#queue li[data-job="${id}"] .entry`);
  }

  /** What a screen reader is told of an element. */
  told(selector) {
    return this.#driver.told(selector);
  }

  /** The page as PNG. */
  picture() {
    return this.#driver.picture();
  }

  /** Waits until it has ended, and all that it started. */
  async ended(processes = this.processes()) {
    await until("the program has ended", () => ![this.pid, ...processes].some(isAlive));
  }

  /** Numbers of all processes that it started, and that these started. */
  processes() {
    return below(this.pid);
  }

  /** Numbers of its reading processes. */
  readers() {
    return this.processes().filter((pid) => commandLine(pid).includes("--reader"));
  }

  /** Closes its window, and waits until nothing of it is left. */
  async close() {
    const processes = this.processes();
    await this.#driver.end();
    await this.ended(processes);
  }
}
