// The language of the window: chosen before consent or in the settings, and remembered.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { App } from "./support/app.js";
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
