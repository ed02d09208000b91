// What the person sees: the whole picture, and enough of the text, in windows of all sizes.

import assert from "node:assert/strict";
import test from "node:test";
import { App, imagePath, TITLE } from "./support/app.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("a page in portrait format with a long text is seen as a whole", async (t) => {
  const session = await TestSession.create(t);
  const { app } = await startAndPaste(session, "../e2e/pictures/long-page.png");
  await app.waitForText();
  const { pane, stage } = await waitFor("the picture is painted", async () => {
    const found = await app.evaluate(boxes);
    return found.painted && found;
  });
  assert.ok(stage.top >= pane.top && stage.bottom <= pane.bottom, JSON.stringify({ pane, stage }));
  assert.ok(pane.bottom <= 720, `the pane ends at ${pane.bottom}`);
});

test("a small window shows enough of the text, and the picture on request", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "../e2e/pictures/long-page.png");
  await app.waitForText();
  const window = await user.waitForWindow(TITLE);
  await resize(session, window, 500, 420);
  await waitFor("only the text is shown", async () => !(await app.isVisible(".scroller")));
  const { lines, copy } = await app.evaluate(() => {
    const { height } = document.querySelector(".editor").getBoundingClientRect();
    const style = getComputedStyle(document.querySelector("#text"));
    const { right } = document.querySelector("#copy").getBoundingClientRect();
    return { lines: height / Number.parseFloat(style.lineHeight), copy: right };
  });
  assert.ok(lines >= 6, `${lines} lines of text`);
  assert.ok(copy <= 500, `Copy ends at ${copy}`);
  await app.click("#show-picture");
  await waitFor("the picture is shown", () => app.isVisible(".scroller"));
  await waitFor("all of the picture is in its pane", async () => {
    const { pane, stage } = await app.evaluate(boxes);
    const isInside = stage.top >= pane.top && stage.bottom <= pane.bottom;
    return isInside && stage.bottom - stage.top > 150;
  });
});

test("a second picture does not move Copy", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  await app.waitForText();
  const place = () =>
    app.evaluate(() => {
      const { top, right } = document.querySelector("#copy").getBoundingClientRect();
      return { top, right };
    });
  const before = await place();
  await user.copyFile(imagePath("golden/german.png"));
  await user.press("ctrl+v");
  await app.waitForJobs(2);
  await app.waitForText();
  assert.deepEqual(await place(), before);
});

test("no word of a button is cut off, whatever the size of the window", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "golden/german.png");
  await app.waitForText();
  await user.copyFile(imagePath("hello.png"));
  await user.press("ctrl+v");
  await app.waitForJobs(2);
  await app.waitForText();
  const window = await user.waitForWindow(TITLE);
  for (const [width, height] of [
    [1120, 720],
    [780, 640],
    [500, 700],
    [500, 400],
    // As much room as 1120 × 720 at twice the size.
    [560, 360],
    [360, 640],
  ]) {
    await resize(session, window, width, height);
    await waitFor(`the window is ${width} wide`, () =>
      app.evaluate((wanted) => innerWidth === wanted, width),
    );
    let cut = [];
    const isWhole = async () => {
      cut = await app.evaluate(cutButtons);
      return cut.length === 0;
    };
    await waitFor(`all buttons are whole at ${width} × ${height}`, isWhole).catch((error) => {
      throw new Error(`${error.message}: ${cut.join(", ")}`);
    });
    if (height >= 620) assert.ok(await app.isVisible("#copy-line"), `Copy line at ${width}`);
    if (height >= 620) assert.ok(await app.isVisible("#text-count"), `the count at ${width}`);
  }
});

test("the list shows the selected picture, whatever the size of the window", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  for (let number = 2; number <= 6; number += 1) {
    await user.press("ctrl+v");
    await app.waitForJobs(number);
  }
  await app.waitForText();
  const window = await user.waitForWindow(TITLE);
  const waitForSelected = (number) =>
    waitFor(`picture ${number} is in view`, () => app.evaluate(isSelectedInView, number));
  await user.press(...Array.from({ length: 5 }, () => "alt+Down"));
  await waitForSelected(6);
  await resize(session, window, 500, 700);
  await waitFor("the window is narrow", () => app.evaluate(() => innerWidth === 500));
  await waitForSelected(6);
  for (const number of [5, 4, 3, 2, 1]) {
    await user.press("alt+Up");
    await waitForSelected(number);
  }
  await app.evaluate(() => document.querySelector("#queue .entry[aria-current]").focus());
  for (const number of [2, 3, 4, 5, 6]) {
    await user.press("Right");
    await waitForSelected(number);
  }
});

/** Whether this entry of the list is selected, and all of it can be seen. */
function isSelectedInView(number) {
  const list = document.querySelector(".queue").getBoundingClientRect();
  const entry = document.querySelector(`#queue li:nth-child(${number}) .entry[aria-current]`);
  if (!entry) return false;
  const { left, right, top, bottom } = entry.getBoundingClientRect();
  const isAcross = left >= list.left - 1 && right <= list.right + 1;
  return isAcross && top >= list.top - 1 && bottom <= list.bottom + 1;
}

/** The buttons of the bars that leave the window or do not have room for their words. */
function cutButtons() {
  const buttons = document.querySelectorAll("fitting-bar button, fitting-bar .segments span");
  return [...buttons]
    .filter((button) => {
      const { left, right, width, height } = button.getBoundingClientRect();
      if (width === 0 || height === 0) return false;
      const isCut = button.scrollWidth > button.clientWidth + 1;
      return isCut || left < 0 || right > innerWidth || height > 44;
    })
    .map((button) => button.id || button.textContent);
}

test("lines as in the picture are not broken once more, and their size changes", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "../e2e/pictures/long-page.png");
  const text = await app.waitForText();
  const measure = () =>
    app.evaluate(() => {
      const area = document.querySelector("#text");
      const style = getComputedStyle(area);
      const lineHeight = Number.parseFloat(style.lineHeight);
      const padding = Number.parseFloat(style.paddingTop) * 2;
      const backdrop = document.querySelector(".backdrop").getBoundingClientRect();
      return { rows: Math.round((backdrop.height - padding) / lineHeight), lineHeight };
    });
  const { rows, lineHeight } = await measure();
  assert.equal(rows, text.split("\n").length, "each line is one row");
  await app.click("#text");
  await user.press("ctrl+plus");
  await app.waitForStatus(/Text size: 110/);
  await user.press("ctrl+plus", "ctrl+plus");
  await app.waitForStatus(/Text size: 150/);
  const larger = await measure();
  assert.ok(larger.lineHeight > lineHeight * 1.4, `${larger.lineHeight}`);
  assert.equal(larger.rows, rows);
  await app.close();
  const { app: second } = await startAndPaste(session, "hello.png", App.start);
  await second.waitForText();
  assert.equal(
    await second.evaluate(() => getComputedStyle(document.querySelector("#text")).fontSize),
    "22.5px",
  );
});

test("the middle button moves the picture and pastes none", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "golden/german.png");
  await app.waitForText();
  const window = await user.waitForWindow(TITLE);
  await session.run("xdotool", ["mousemove", "--window", window, "250", "300", "click", "2"]);
  await session.run("xdotool", ["mousemove", "--window", window, "900", "300", "click", "2"]);
  // The next paste comes after what the clicks would have pasted.
  await user.press("ctrl+v");
  await app.waitForJobs(2);
  await app.waitForStatus(/2 pictures read/);
});

test("a right click and the menu keys open menus of our own", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "hello.png");
  const text = await app.waitForText();
  const window = await user.waitForWindow(TITLE);
  const items = () =>
    app.evaluate(() =>
      [...document.querySelectorAll("[role=menuitem]")].map(
        (item) => item.firstElementChild.textContent,
      ),
    );
  /** Goes to an item by its first letter, as often as it takes, and presses Enter. */
  const choose = async (name) => {
    await waitFor(`${name} has the focus`, async () => {
      const focused = () =>
        app.evaluate(() => document.activeElement.firstElementChild?.textContent);
      if ((await focused()) !== name) await user.press(name.charAt(0).toLowerCase());
      return (await focused()) === name;
    });
    await user.press("Return");
  };
  await session.run("xdotool", ["mousemove", "--window", window, "250", "300", "click", "3"]);
  await waitFor("the menu of the picture is open", async () =>
    (await items()).includes("Rotate left"),
  );
  await user.press("Escape");
  await waitFor("it is closed", async () => (await items()).length === 0);

  await app.click("#text");
  await user.press("ctrl+a", "shift+F10");
  await waitFor("the menu of the text is open", async () => (await items()).includes("Paste"));
  await choose("Copy");
  await app.waitForStatus(/copied/);
  assert.equal(await user.clipboardText(), text);
  await user.copyText("from elsewhere");
  await user.press("ctrl+a", "Menu");
  await waitFor("the menu is open again", async () => (await items()).includes("Paste"));
  await choose("Paste");
  await waitFor("the text is pasted", async () => (await app.text()) === "from elsewhere");
  await user.press("shift+F10");
  await choose("Undo");
  await waitFor("the paste is taken back", async () => (await app.text()) === text);
  // The keys that would load the page again do nothing.
  await user.press("F5", "ctrl+r");
  assert.equal(await app.text(), text);
});

test("the window stays on top when the setting is on, after a restart too", async (t) => {
  const session = await TestSession.create(t);
  const user = new UserInput(session);
  const isOnTop = async () => {
    const window = await user.waitForWindow(TITLE);
    const { stdout } = await session.run("xprop", ["-id", window, "_NET_WM_STATE"]);
    return stdout.includes("_NET_WM_STATE_ABOVE");
  };
  const app = await App.startWithConsent(session);
  assert.equal(await isOnTop(), false);
  await app.openScreen("settings");
  await app.click("#setting-keepOnTop");
  await waitFor("the window is on top", isOnTop);
  await app.close();
  const second = await App.start(session);
  await waitFor("the window is on top again", isOnTop);
  await second.openScreen("settings");
  await second.click("#setting-keepOnTop");
  await waitFor("the window is as others", async () => !(await isOnTop()));
});

test("an area of the picture is selected and copied", async (t) => {
  const session = await TestSession.create(t);
  const { app, user } = await startAndPaste(session, "../e2e/pictures/long-page.png");
  const text = await app.waitForText();
  const window = await user.waitForWindow(TITLE);
  const { pane, stage } = await waitFor("the picture is painted", async () => {
    const found = await app.evaluate(boxes);
    return found.painted && found;
  });
  assert.ok(pane.left < stage.left);
  const middle = (stage.top + stage.bottom) / 2;
  const point = (x, y) => [
    "mousemove",
    "--window",
    window,
    String(Math.round(x)),
    String(Math.round(y)),
  ];
  await app.click("#select-area");
  const drag = [...point(stage.left + 4, middle), "mousedown", "1"];
  await session.run("xdotool", drag);
  for (const y of [middle + 10, middle + 60, middle + 61]) {
    await session.run("xdotool", point(stage.right - 4, y));
  }
  await session.run("xdotool", ["mouseup", "1"]);
  await app.waitForStatus(/lines in this area/);
  await user.press("ctrl+c");
  await app.waitForStatus(/lines copied/);
  const copied = (await user.clipboardText()).split("\n");
  const all = text.split("\n");
  assert.ok(copied.length > 2 && copied.length < all.length / 2, `${copied.length} lines`);
  const words = (line) => line.split(/\s+/).slice(1, 3).join(" ");
  for (const line of copied) assert.ok(text.includes(words(line)), line);
  await user.press("Escape");
  await waitFor("the area is cleared", async () => !(await app.isVisible("#area")));
  await user.press("ctrl+c");
  await waitFor("all is copied", async () => (await user.clipboardText()) === text);
});

/** Runs in the page: where the picture and its pane are. */
function boxes() {
  const box = (selector) => {
    const { top, bottom, left, right } = document.querySelector(selector).getBoundingClientRect();
    return { top, bottom, left, right };
  };
  return {
    pane: box(".scroller"),
    stage: box(".stage"),
    painted: document.querySelector("#picture").width > 1,
  };
}

/** Starts the program and pastes a picture. */
async function startAndPaste(session, name, start = App.startWithConsent) {
  const app = await start(session);
  const user = new UserInput(session);
  await user.copyFile(imagePath(name));
  await user.press("ctrl+v");
  return { app, user };
}

async function resize(session, window, width, height) {
  await session.run("xdotool", ["windowsize", "--sync", window, String(width), String(height)]);
}
