// The language of the window: chosen before consent or in the settings, and remembered.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App, TITLE } from "./support/app.js";
import { watchBrightness } from "./support/brightness.js";
import { UserInput } from "./support/input.js";
import { TestSession } from "./support/session.js";
import { waitFor } from "./support/wait.js";

test("a language chosen before consent is stored after it", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.start(session);
  assert.equal(await languageOf(app), "en");
  await choose(app, "fr");
  await waitFor("the page is in French", async () => (await languageOf(app)) === "fr");
  assert.match(await app.textOf("h1"), /^Vos images/);
  assert.match(await app.textOf(".policy-scroll"), /Notre site web/);
  assert.deepEqual(session.filesOnDisk(), []);
  await app.agree();
  await waitFor("it is stored", () => storedLanguage(session) === "fr");
  assert.equal(await app.textOf("#open"), "Ouvrir des images");
});

for (const theme of ["dark", "light"]) {
  test(`the list of languages is ${theme} like the window, where the system is not`, async (t) => {
    const session = await TestSession.create(t, { theme: "unset" });
    const gtk = join(session.config, "gtk-3.0");
    mkdirSync(gtk, { recursive: true });
    const prefersDark = theme === "light" ? 1 : 0;
    const ini = `[Settings]\ngtk-application-prefer-dark-theme=${prefersDark}\n`;
    writeFileSync(join(gtk, "settings.ini"), ini);
    const app = await App.startWithConsent(session);
    await app.openScreen("settings");
    await app.click(`#theme-${theme}`);
    await waitFor("the page has the theme", () =>
      app.evaluate((theme) => document.documentElement.dataset.theme === theme, theme),
    );
    const user = new UserInput(session);
    const { x, y } = await user.placeOf(await user.waitForWindow(TITLE));
    const { left, bottom } = await app.evaluate(() => {
      const list = document.querySelector("#language");
      list.focus();
      const { left, bottom } = list.getBoundingClientRect();
      return { left, bottom };
    });
    const place = [x + left + 8, y + bottom + 40].map(Math.round);
    const before = await user.openWindows();
    await user.press("space");
    await waitFor("the list is open", async () => (await user.openWindows()) > before);
    const frames = watchBrightness(session, place);
    const isAsChosen = (brightness) => (theme === "dark" ? brightness < 100 : brightness > 155);
    await waitFor(`the list is ${theme}`, () => frames.length > 3 && isAsChosen(frames.at(-1)));
  });
}

test("the language is changed at once, without losing anything, and is remembered", async (t) => {
  const session = await TestSession.create(t);
  const app = await App.startWithConsent(session);
  await app.openScreen("settings");
  await choose(app, "pl");
  await waitFor("the panel is in Polish", async () => {
    return (await app.textOf("#panel-title")) === "Ustawienia";
  });
  assert.equal(await languageOf(app), "pl");
  assert.equal(await app.screen(), "settings");
  await waitFor("it is stored", () => storedLanguage(session) === "pl");
  await app.close();
  const second = await App.start(session);
  assert.equal(await languageOf(second), "pl");
  assert.equal(await second.textOf("#open"), "Otwórz obrazy");
  await second.openScreen("settings");
  await choose(second, "");
  await waitFor("it is that of the system", async () => (await languageOf(second)) === "en");
  await waitFor("nothing is stored", () => storedLanguage(session) === null);
});

/** Chooses a language as a person does, by its entry of the list. */
async function choose(app, language) {
  await app.evaluate((language) => {
    const select = document.querySelector("#language");
    select.value = language;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, language);
}

const languageOf = (app) => app.evaluate(() => document.documentElement.lang);

function storedLanguage(session) {
  try {
    const file = join(session.config, "imagetotext/settings.json");
    return JSON.parse(readFileSync(file, "utf8")).language;
  } catch {
    return undefined;
  }
}
