/** The words of the panels. */
import { count } from "./format";

export const PANELS = {
  data: "Your data",
  privacy: "Privacy",
  settings: "Settings",
  shortcuts: "Keyboard shortcuts",
  policy: "Privacy policy",
} as const;

export const PANEL = { back: "Back" } as const;

export const DATA = {
  loading: "Loading …",
  lead: "This is everything that the program stores about you, on this computer only. Pictures and text are not stored unless you save them.",
  rights: "What you can do",
  correct: "Change settings",
  correctHint: "Opens “Settings”. You can correct the counters below.",
  export: "Export",
  exportHint: "Saves everything shown here to one file of your choice (JSON).",
  erase: "Erase",
  eraseHint: "Erases your settings and counters. Your consent stays.",
  withdraw: "Withdraw consent",
  withdrawHint: "Erases everything, closes all pictures and returns to the first screen.",
  eraseTitle: "Erase settings and counters?",
  eraseText: "Settings return to their defaults, and counters are erased. This cannot be undone.",
  withdrawTitle: "Withdraw your consent?",
  withdrawText:
    "Reading stops, open pictures and text are closed, and every file listed below is erased. This cannot be undone.",
  cancel: "Cancel",
  eraseNow: "Erase",
  withdrawNow: "Withdraw and erase",
  consent: "Your consent",
  policy: "Privacy policy",
  version: (number: number | string) => `version ${number}`,
  agreed: "Agreed on",
  adult: "14 or older",
  program: "Program",
  settings: "Settings",
  window: "Window size",
  windowSize: (width: number, height: number) => `${width} × ${height}`,
  noWindow: "not stored yet",
  yes: "yes",
  no: "no",
  counters: "Pictures read",
  nothingCounted: "Nothing counted yet.",
  notCounted: "Counting is off. You can turn it on in “Settings”.",
  files: "Where it is stored",
  noFile: "does not exist",
} as const;

export const PRIVACY = {
  lead: "Your pictures are read by this program, on this computer. It sends nothing, and stores no picture or text unless you save it. Below is what it is doing right now, updated every second.",
  loading: "Checking …",
  network: "Internet connections",
  pictures: "Pictures in memory",
  noPictures: "None.",
  somePictures: (number: number, size: string) =>
    `${count(number, "picture")}, ${size}. “Clear” removes ${number === 1 ? "it" : "them"}.`,
  workers: "Reading processes",
  readersNow: (busy: number, idle: number) => {
    const working = busy === 0 ? "None running" : `${busy} running`;
    const waiting = idle === 0 ? "" : `, ${idle} waiting for a picture`;
    return `${working}${waiting}. Each process ends with its picture.`;
  },
  files: "Files it writes on its own",
  onlyFiles: "Only the files below. They never contain a picture or its text.",
} as const;

export const SETTINGS = {
  theme: "Theme",
  lines: "Line breaks",
  engine: "Text recognition",
  copyAtOnce: "Copy automatically",
  copyAtOnceHint: "Copies the text to the clipboard as soon as a picture is read.",
  privateCopy: "Private copy",
  privateCopyHint:
    "Keeps copied text out of clipboard history and cloud clipboards, where the system supports it.",
  count: "Count pictures",
  countHint:
    "Counts how many pictures are read each month, on this computer only. You can see, correct and erase the numbers under “Your data”.",
} as const;

export const POLICY = {
  version: "Version",
  option: (number: number, day: string) => `${number} (${day})`,
  updated: (number: number, day: string) => `Version ${number}, last updated ${day}`,
  heading: (number: number, day: string) => `Version ${number}, ${day}`,
  changes: "What changed in this version",
} as const;
