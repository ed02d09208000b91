// A minimal client of W3C WebDriver for WebKitWebDriver.
// https://www.w3.org/TR/webdriver2/

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** How long the window may take to answer, in milliseconds, so that one that hangs fails the test. */
const TIMEOUT = 60_000;

/** A window under remote control. */
export class WebDriver {
  #session;

  /** Starts `binary` with `args` and takes control of its window. */
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

  /** Runs a function in the page. It must return plain data. */
  evaluate(code, ...args) {
    const script = `return (${code}).apply(null, arguments)`;
    return call("POST", `${this.#session}/execute/sync`, { script, args });
  }

  /** Clicks as a mouse does: the element must be visible. */
  async click(selector) {
    const element = await this.#element(selector);
    await call("POST", `${this.#session}/element/${element}/click`, {});
  }

  /** A screenshot of the page as PNG. */
  async screenshot() {
    return Buffer.from(await call("GET", `${this.#session}/screenshot`), "base64");
  }

  /** Ends the session, which closes the window. */
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
  const signal = AbortSignal.timeout(TIMEOUT);
  const response = await fetch(url, { method, body: body && JSON.stringify(body), signal });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
