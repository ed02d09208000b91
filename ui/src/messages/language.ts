/**
 * The languages of the window. A translation is one file with an object of type {@link Language}, which
 * is in `translated.ts` because each of those files needs it.
 */
import type { Language as Code } from "../bindings/Language";
import { DUTCH } from "./dutch";
import { ENGLISH } from "./english";
import { FRENCH } from "./french";
import { GERMAN } from "./german";
import { ITALIAN } from "./italian";
import { POLISH } from "./polish";
import { BRAZILIAN_PORTUGUESE } from "./portuguese";
import { SPANISH } from "./spanish";
import type { Language } from "./translated";

export type { Code };

export const LANGUAGES: Readonly<Record<Code, Language>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  nl: DUTCH,
  pl: POLISH,
  "pt-BR": BRAZILIAN_PORTUGUESE,
};

/** Each in its own language, in the order in which they are offered. */
export const LANGUAGE_NAMES: Readonly<Record<Code, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  it: "Italiano",
  nl: "Nederlands",
  pl: "Polski",
  "pt-BR": "Português (Brasil)",
};

/** The first of these languages that there is, else English: `["de-AT", "en"]`. */
export function chooseLanguage(preferred: readonly string[]): Code {
  for (const tag of preferred) {
    const known = codeOf(tag);
    if (known) return known;
  }
  return "en";
}

/** The same language, or the one of another country: `pt-PT` is read in Brazilian rather than in English. */
function codeOf(tag: string): Code | undefined {
  const codes = Object.keys(LANGUAGES) as Code[];
  const [language] = tag.toLowerCase().split("-");
  return (
    codes.find((code) => code.toLowerCase() === tag.toLowerCase()) ??
    codes.find((code) => code.split("-")[0] === language)
  );
}
