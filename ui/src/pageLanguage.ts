/** Puts page and shell into a language. */
import type { Language } from "./bindings/Language";
import type { Shell } from "./ipc";
import { languageFor, setLanguage } from "./messages";

/** A function that is called with the setting before each time that the page is drawn. */
export function createLanguageSwitch(
  page: HTMLElement,
  shell: Pick<Shell, "setLanguage">,
): (setting: Language | null) => void {
  let current: Language | null = null;
  return (setting) => {
    const language = languageFor(setting);
    if (language === current) return;
    current = language;
    page.lang = language;
    setLanguage(language);
    // Should it fail, the dialogs for files are in another language.
    shell.setLanguage(language).catch(() => {});
  };
}
