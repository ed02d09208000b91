import { describe, expect, test } from "vitest";
import type { Language } from "../bindings/Language";
import { settings, start } from "../testing/fixtures";
import { eventually, find, query, renderPage, textOf } from "../testing/renderedPage";

const choose = async (language: Language | "") => {
  const select = await find<HTMLSelectElement>("#language");
  select.value = language;
  select.dispatchEvent(new Event("change"));
};

describe("the language in the settings", () => {
  test("changes everything that is shown at once, and is stored", async () => {
    const { shell, actions } = renderPage();
    actions.showPanel({ screen: "settings" });
    await choose("pl");
    await eventually(() => expect(textOf("#panel-title")).toBe("Ustawienia"));
    expect(textOf("#back")).toBe("Wstecz");
    expect(textOf("#open")).toBe("Otwórz obrazy");
    expect(query("#paste")?.title).toBe("Wklej (Ctrl+V)");
    expect(document.documentElement.lang).toBe("pl");
    expect(shell.setSettings).toHaveBeenCalledWith({ ...settings, language: "pl" });
    expect(shell.setLanguage).toHaveBeenLastCalledWith("pl");
  });

  test("goes back to that of the system", async () => {
    const { shell, actions } = renderPage({}, start({ settings: { ...settings, language: "de" } }));
    actions.showPanel({ screen: "settings" });
    await eventually(() => expect(textOf("#panel-title")).toBe("Einstellungen"));
    await choose("");
    await eventually(() => expect(textOf("#panel-title")).toBe("Settings"));
    expect(document.documentElement.lang).toBe("en");
    expect(shell.setSettings).toHaveBeenLastCalledWith(settings);
    expect(shell.setLanguage).toHaveBeenLastCalledWith("en");
  });

  test("keeps what came of the last action, in the new words", async () => {
    const { actions } = renderPage();
    await actions.changeTextSize("larger");
    await eventually(() => expect(textOf(".status")).toMatch(/^Text size/));
    await actions.setSettings({ language: "de" });
    await eventually(() => expect(textOf(".status")).toMatch(/^Textgröße/));
  });
});

describe("the language before consent", () => {
  const missing = start({ consent: { kind: "missing" } });
  const tick = async (id: string) => {
    const box = await find<HTMLInputElement>(id);
    box.checked = true;
    box.dispatchEvent(new Event("change"));
  };

  test("is stored only after the person has agreed", async () => {
    const { shell } = renderPage({}, missing);
    await choose("fr");
    await eventually(() => expect(textOf("h1")).toBe("Vos images restent sur cet ordinateur"));
    expect(shell.setSettings).not.toHaveBeenCalled();
    await tick("#agree-policy");
    await tick("#agree-age");
    (await find("#agree")).click();
    await eventually(() =>
      expect(shell.setSettings).toHaveBeenCalledWith({ ...settings, language: "fr" }),
    );
    expect(textOf("#open")).toBe("Ouvrir des images");
  });

  test("is that of the policy too, where there is a translation", async () => {
    const [newest, ...older] = missing.policies;
    if (!newest) throw new Error("no policy");
    const german = { ...newest, sections: [{ title: "1. Bilder", paragraphs: ["Sie bleiben."] }] };
    const translated = { ...newest, translations: { de: german } };
    renderPage({}, { ...missing, policies: [translated, ...older] });
    await choose("de");
    await eventually(() => expect(textOf(".policy-scroll h3")).toBe("1. Bilder"));
    expect(textOf(".translation-note")).toMatch(/Übersetzung/);
    expect(query(".policy-scroll section")?.hasAttribute("lang")).toBe(false);
    await choose("pl");
    await eventually(() => expect(textOf(".policy-scroll h3")).toMatch(/^1\. Pictures/));
    expect(query(".translation-note")).toBeNull();
    expect(query(".policy-scroll section")?.getAttribute("lang")).toBe("en");
  });
});
