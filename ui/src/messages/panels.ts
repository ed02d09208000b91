/** The words of the panels. */
import { count } from "./format";
import { FOOTER } from "./workspace";

export const PANELS = {
  data: "Your data",
  privacy: FOOTER.privacy,
  settings: "Settings",
  shortcuts: "Shortcuts",
  policy: "Privacy policy",
} as const;

export const PANEL = { back: "Back" } as const;

export const DATA = {
  loading: "Looking …",
  lead: "This is all that is held about you, on this computer alone. Pictures and texts are never among it.",
  rights: "What you can do",
  correct: "Change settings",
  correctHint: "Settings are changed on their own screen, numbers further down on this one.",
  export: "Export",
  exportHint: "Writes all of what is below into one file of your choice (JSON).",
  erase: "Erase",
  eraseHint: "Erases settings and counters. Your consent stays.",
  withdraw: "Withdraw consent",
  withdrawHint: "Erases everything, wipes what is open, and goes back to the first screen.",
  eraseTitle: "Erase settings and counters?",
  eraseText:
    "Settings go back to how they were at first, counters are gone. This cannot be undone.",
  withdrawTitle: "Withdraw your consent?",
  withdrawText:
    "Readings end, open pictures and texts are wiped, and every file named below is erased. This cannot be undone.",
  cancel: "Keep everything",
  eraseNow: "Erase",
  withdrawNow: "Withdraw and erase",
  consent: "Your consent",
  policy: "Privacy policy",
  version: (number: number | string) => `version ${number}`,
  agreed: "Agreed",
  adult: "14 or older",
  program: "Program",
  settings: "Settings",
  window: "Size of the window",
  windowSize: (width: number, height: number) => `${width} × ${height}`,
  noWindow: "not kept yet",
  yes: "yes",
  no: "no",
  counters: "Pictures read",
  nothingCounted: "Nothing counted yet.",
  notCounted: "Not counted; you can switch counting on in the settings.",
  files: "Where it lies",
  noFile: "does not exist",
} as const;

export const PRIVACY = {
  lead: "Pictures are read by this program, on this computer. Nothing is sent, and nothing is kept. Below is what it does right now, measured again every second while you look.",
  loading: "Measuring …",
  network: "Internet connections",
  pictures: "Pictures in memory",
  noPictures: "None.",
  somePictures: (number: number, size: string) =>
    `${count(number, "picture")}, ${size}. Clear wipes them.`,
  readers: "Reading processes",
  readersNow: (busy: number, idle: number) => {
    const working = busy === 0 ? "None at work" : `${busy} at work`;
    const waiting = idle === 0 ? "" : `, ${idle} waiting for a picture`;
    return `${working}${waiting}. Each ends with its picture.`;
  },
  files: "Files it writes by itself",
  onlyFiles: "Only these; never a picture, never a text.",
} as const;

export const SETTINGS = {
  theme: "Colours",
  lines: "Lines of the text",
  linesShort: "Lines",
  copyAtOnce: "Copy at once",
  copyAtOnceHint: "Text goes to the clipboard as soon as a picture is read.",
  privateCopy: "Private copy",
  privateCopyHint:
    "Copied text is kept out of clipboard histories and cloud clipboards, where the system can do so.",
  count: "Count pictures",
  countHint:
    "Counts how many pictures are read each month, on this computer alone. You can see, correct and erase the numbers under Your data.",
} as const;

export const POLICY = {
  version: "Version",
  option: (number: number, day: string) => `${number} (${day})`,
  updated: (number: number, day: string) => `Version ${number}, last updated ${day}`,
  heading: (number: number, day: string) => `Version ${number}, ${day}`,
  changes: "What changed in this version",
} as const;
