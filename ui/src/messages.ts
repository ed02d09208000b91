/**
 * Every word that people read in the window, in the language that is chosen; a test keeps words out
 * of all other files. Nothing here comes from a picture.
 *
 * The language can change at any time: words are looked up when something is drawn, never before.
 */
import { type Code, chooseLanguage, LANGUAGES } from "./messages/language";
import * as sentences from "./messages/sentences";

export { type Code, LANGUAGE_NAMES } from "./messages/language";
export type { Message } from "./messages/sentences";

/** The words of the language; whoever imports them sees those of another one after it has changed. */
export let WORDS = LANGUAGES.en;
let current: Code = "en";
const listeners = new Set<() => void>();

/** The language of the words. */
export const currentLanguage = (): Code => current;

/** The language for a setting; without one that of the system. */
export function languageFor(setting: Code | null): Code {
  return setting ?? chooseLanguage(globalThis.navigator?.languages ?? []);
}

/** Changes the language of all words, and draws again what is shown. */
export function setLanguage(code: Code): void {
  if (code === current) return;
  current = code;
  WORDS = LANGUAGES[code];
  for (const listener of listeners) listener();
}

/** Calls a function after each change of the language, until what is returned is called. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Binds a sentence to the words of the moment. */
const inWords =
  <Subject, Sentence>(sentence: (words: typeof WORDS, subject: Subject) => Sentence) =>
  (subject: Subject): Sentence =>
    sentence(WORDS, subject);

export const confirmationMessage = inWords(sentences.confirmationMessage);
export const formatHotkey = inWords(sentences.formatHotkey);
export const jobState = inWords(sentences.jobState);
export const outcomeMessage = inWords(sentences.outcomeMessage);
export const refusedMessage = inWords(sentences.refusedMessage);
export const readErrorMessage = inWords(sentences.readErrorMessage);
export const commandErrorMessage = inWords(sentences.commandErrorMessage);
export const nothingAddedMessage = inWords(sentences.nothingAddedMessage);

export const bytes = (number: number): string => WORDS.FORMATS.bytes(number);
export const day = (date: string): string => WORDS.FORMATS.day(date);
export const moment = (at: string): string => WORDS.FORMATS.moment(at);
export const month = (of: string): string => WORDS.FORMATS.month(of);
