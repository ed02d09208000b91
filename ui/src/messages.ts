/**
 * Every word that people read in the window, in the language that was chosen; a test keeps words out
 * of all other files. Nothing here comes from a picture.
 */
import { WORDS } from "./messages/language";

export type { Message } from "./messages/outcomes";

export const {
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
  jobState,
  // What came of something.
  outcomeMessage,
  refusedMessage,
  readErrorMessage,
  commandErrorMessage,
  nothingAddedMessage,
} = WORDS;

export const { plural, bytes, day, moment, month } = WORDS.FORMATS;
