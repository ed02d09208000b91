/** The words of the panels. */
import { COUNTED, FORMATS } from "./counted";

export const PANELS = {
  data: "Your data",
  privacy: "Privacy",
  settings: "Settings",
  help: "Help",
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
  noFile: "does not exist yet",
  memoryFolder: "Display engine",
  inMemory: "in memory, erased on exit",
} as const;

export const PRIVACY = {
  lead: "Your pictures are read by this program, on this computer. It sends nothing, and stores no picture or text unless you save it. Below is what it is doing right now, updated every second.",
  loading: "Checking …",
  network: "Internet connections",
  pictures: "Pictures in memory",
  noPictures: "None.",
  somePictures: (number: number, size: string) =>
    `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
  workers: "Reading",
  readersNow: (busy: number, idle: number) => {
    const working = busy === 0 ? "Nothing is being read." : COUNTED.picturesBeingRead(busy);
    const waiting = idle === 0 ? "" : " The next one can start at once.";
    return `${working}${waiting} Each picture is read by a process of its own, which ends with it.`;
  },
  files: "Files it writes on its own",
  onlyFiles: "Only those below. They never contain a picture or its text.",
} as const;

export const SETTINGS = {
  language: "Language",
  systemLanguage: "Same as system",
  theme: "Theme",
  lines: "Line breaks",
  engine: "Text recognition",
  engineHint:
    "Try the alternative when a text is read badly. Other pictures take longer with it. The setting applies to new pictures; open a picture again to apply it.",
  textSize: "Text size",
  textSizeHint: "Also with Ctrl and the mouse wheel over the text.",
  percent: FORMATS.percent,
  smaller: "Smaller text",
  larger: "Larger text",
  usual: "Reset",
  keepOnTop: "Keep on top",
  keepOnTopHint: "The window stays above other windows, where the desktop allows it.",
  autostart: "Start at login",
  autostartHint: "The program starts when you log in; in the tray, if it stays there.",
  copyAtOnce: "Copy automatically",
  copyAtOnceHint: "Copies the text to the clipboard as soon as a picture is read.",
  privateCopy: "Private copy",
  privateCopyHint:
    "Asks the clipboard history of your system (such as Win+V or Klipper) not to keep what you copy here, and not to send it to other devices. You can paste it as usual.",
  markEntities: "Mark links and numbers",
  markEntitiesHint:
    "Links, mail addresses, phone numbers, IBANs and card numbers are underlined, and can be copied with one click. None is opened.",
  redact: "Redact what is copied and saved",
  redactHint:
    "Card numbers, IBANs, mail addresses and phone numbers become ████. Not found are names, street addresses, dates, other numbers, and numbers that were read wrongly, go on in the next line or are copied in part. The picture does not change. Check the text before you pass it on. On Linux, the middle mouse button pastes selected text unredacted.",
  count: "Count pictures",
  countHint:
    "Counts how many pictures are read each month, on this computer only. You can see, correct and erase the numbers under “Your data”.",
} as const;

export const HELP = {
  lead: "Reads the text in your pictures, on this computer only. Nothing is sent anywhere.",
  howTo: "How to",
  add: "Add a picture",
  addHow: "Open it, drop it on the window, or copy it and paste it here.",
  capture: "Capture from the screen",
  captureHow:
    "Press “Capture” and drag over the text. It is copied, or opens in the window if you chose that in the settings.",
  captureAnywhere: "In any program:",
  check: "Check the text",
  checkHow: "Words that may be wrong are marked. Go from one to the next.",
  copy: "Copy the text",
  copyHow: "All of it, or what you selected in the text or on the picture.",
  menus: "More",
  menusHow: "Right-click a picture, the text or an entry of the list.",
  licences: "Licences",
  licenceText: [
    "ImageToText is free software. You may use it under the MIT License or the Apache License 2.0, as you choose.",
    "It contains free software by others, under licences that allow this. The display engine of your system draws the window and has a licence of its own.",
  ],
} as const;

export const POLICY = {
  translated:
    "This text is a translation. Where it differs from the English one, that one applies.",
  version: "Version",
  option: (number: number, day: string) => `${number} (${day})`,
  updated: (number: number, day: string) => `Version ${number}, last updated ${day}`,
  heading: (number: number, day: string) => `Version ${number}, ${day}`,
  changes: "What changed in this version",
} as const;
