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

let words = LANGUAGES.en;
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
  words = LANGUAGES[code];
  takeWords();
  for (const listener of listeners) listener();
}

/** Calls a function after each change of the language, until what is returned is called. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export let {
  // The first screen.
  CONSENT,
  BROKEN,
  // The workspace.
  WORKSPACE,
  EMPTY,
  QUEUE,
  PICTURE,
  TEXT,
  FOOTER,
  NOTICE,
  REFUSED,
  MENUS,
  FIND,
  CONFIRM,
  CAPTURE,
  // Panels.
  PANELS,
  PANEL,
  DATA,
  PRIVACY,
  SETTINGS,
  HELP,
  POLICY,
  SHORTCUT_GROUPS,
  SHORTCUT_LABELS,
  KEYS,
  // Choices and states.
  PROGRAM,
  LINE_MODES,
  LINE_MODES_SHORT,
  COPY_FORMATS,
  ENGINES,
  THEMES,
  STORED_FILES,
  NETWORK,
  CAPTURE_TARGETS,
  HOTKEY_PROBLEMS,
  COUNTED,
  FORMATS,
} = words;

/** The same names again: whoever imports them sees the new words. */
function takeWords(): void {
  ({
    CONSENT,
    BROKEN,
    WORKSPACE,
    EMPTY,
    QUEUE,
    PICTURE,
    TEXT,
    FOOTER,
    NOTICE,
    REFUSED,
    MENUS,
    FIND,
    CONFIRM,
    CAPTURE,
    PANELS,
    PANEL,
    DATA,
    PRIVACY,
    SETTINGS,
    HELP,
    POLICY,
    SHORTCUT_GROUPS,
    SHORTCUT_LABELS,
    KEYS,
    PROGRAM,
    LINE_MODES,
    LINE_MODES_SHORT,
    COPY_FORMATS,
    ENGINES,
    THEMES,
    STORED_FILES,
    NETWORK,
    CAPTURE_TARGETS,
    HOTKEY_PROBLEMS,
    COUNTED,
    FORMATS,
  } = words);
}

/** Binds a sentence to the words of the moment. */
const inWords =
  <Subject, Sentence>(sentence: (of: typeof words, subject: Subject) => Sentence) =>
  (subject: Subject): Sentence =>
    sentence(words, subject);

export const jobState = inWords(sentences.jobState);
export const outcomeMessage = inWords(sentences.outcomeMessage);
export const refusedMessage = inWords(sentences.refusedMessage);
export const readErrorMessage = inWords(sentences.readErrorMessage);
export const commandErrorMessage = inWords(sentences.commandErrorMessage);
export const nothingAddedMessage = inWords(sentences.nothingAddedMessage);

export const bytes = (number: number): string => FORMATS.bytes(number);
export const day = (date: string): string => FORMATS.day(date);
export const moment = (at: string): string => FORMATS.moment(at);
export const month = (of: string): string => FORMATS.month(of);
