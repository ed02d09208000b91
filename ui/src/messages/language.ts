/**
 * The language of the window. A translation is one file with an object of type {@link Language}:
 * a word that is missing, or not in English, does not compile.
 */
import { ENGLISH } from "./english";

/** The words of a language: those of English, with other texts. */
export type Language = Translated<typeof ENGLISH>;

type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Arguments) => infer Result
    ? (...args: Arguments) => Result
    : { readonly [Key in keyof T]: Translated<T[Key]> };

const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH };

/** The first of these languages that there is, else English: `["de-AT", "en"]`. */
export function chooseLanguage(
  preferred: readonly string[],
  languages: Readonly<Record<string, Language>> = LANGUAGES,
): Language {
  const known = preferred.map((tag) => languages[tag] ?? languages[tag.split("-")[0] ?? ""]);
  return known.find((language) => language !== undefined) ?? ENGLISH;
}

export const WORDS: Language = chooseLanguage(globalThis.navigator?.languages ?? []);
