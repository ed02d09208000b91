/** Chooses the language of the page, in the settings and before consent. */
import { html, type TemplateResult } from "lit";
import type { Language } from "../bindings/Language";
import { LANGUAGE_NAMES, WORDS } from "../messages";

/** A list with the id `language`. Each language is named in itself, so that its speakers find it. */
export function languageList(
  chosen: Language | null,
  choose: (language: Language | null) => void,
): TemplateResult {
  const codes = Object.keys(LANGUAGE_NAMES) as Language[];
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(codes.find((code) => code === value) ?? null);
  };
  return html`<select id="language" @change=${change}>
    <option value="" .selected=${chosen === null}>${WORDS.SETTINGS.systemLanguage}</option>
    ${codes.map(
      (code) =>
        html`<option value=${code} lang=${code} .selected=${code === chosen}>${LANGUAGE_NAMES[code]}</option>`,
    )}
  </select>`;
}
