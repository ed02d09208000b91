// The few words of W3C WebDriver that the tests speak with WebKitWebDriver.
// https://www.w3.org/TR/webdriver2/

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** How long the window may take to answer, in milliseconds: one that hangs must not hold up the tests. */
const PATIENCE = 60_000;

/** One window under remote control. */
export class WebDriver {
  #session;

  /** Starts `binary` with `args` and takes hold of its window. */
  static async start(port, binary, args) {
    const base = `http://127.0.0.1:${port}/session`;
    const options = { "webkitgtk:browserOptions": { binary, args } };
    const capabilities = { alwaysMatch: options };
    const { sessionId } = await call("POST", base, { capabilities });
    return new WebDriver(`${base}/${sessionId}`);
  }

  constructor(session) {
    this.#session = session;
  }

  /** Runs a function in the page; what it gives back must be plain data. */
  run(code, ...args) {
    const script = `return (${code}).apply(null, arguments)`;
    return call("POST", `${this.#session}/execute/sync`, { script, args });
  }

  /** Clicks as a mouse does: the element must be in sight. */
  async click(selector) {
    const element = await this.#element(selector);
    await call("POST", `${this.#session}/element/${element}/click`, {});
  }

  /** What a screen reader is told: role and name. */
  async told(selector) {
    const element = await this.#element(selector);
    const ask = (what) => call("GET", `${this.#session}/element/${element}/computed${what}`);
    return { role: await ask("role"), name: await ask("label") };
  }

  /** The page as PNG. */
  async picture() {
    return Buffer.from(await call("GET", `${this.#session}/screenshot`), "base64");
  }

  /** Lets go of the window, which closes it. */
  async end() {
    await call("DELETE", this.#session);
  }

  async #element(selector) {
    const found = await call("POST", `${this.#session}/element`, {
      using: "css selector",
      value: selector,
    });
    return found[ELEMENT];
  }
}

async function call(method, url, body) {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), signal });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
