/** Made-up policies, about as long as the real one, and the real translations. */
import type { Language } from "../src/bindings/Language";
import type { Policy } from "../src/bindings/Policy";
import type { PolicyText } from "../src/bindings/PolicyText";

const FILES = import.meta.glob<PolicyText>("../../src-tauri/policy/*/1.json", {
  eager: true,
  import: "default",
});
const TRANSLATIONS = Object.fromEntries(
  Object.entries(FILES).map(([path, text]) => [path.split("/").at(-2) as Language, text]),
) as Policy["translations"];

const TITLES = [
  "What is used",
  "What for",
  "Where it lies and how it is guarded",
  "Who gets it",
  "Cookies",
  "Your rights",
  "Children",
  "Changes",
  "Contact",
];

export function policy(number: number, significant: boolean, changes: string[]): Policy {
  return {
    number,
    date: `2026-${String(9 + number).padStart(2, "0")}-24`,
    significant,
    translations: TRANSLATIONS,
    changes,
    promise: [
      "Your pictures are read on this computer and are sent nowhere.",
      "A picture is in memory only while it is read and shown, and is wiped when you clear it.",
      "Nothing that you read is written to the disk, unless you save it yourself.",
      "There is no account, no advertisement, no counting of what you do.",
      "You can see, take along and erase everything that is held, at any time.",
    ],
    sections: TITLES.map((title, index) => ({
      title: `${index + 1}. ${title}`,
      paragraphs: [
        "The pictures that you open, paste or drop are used for one thing: to find the text in them. They stay on this computer.",
        "Nothing else is collected. The program has no connection to the internet, and the system is asked to refuse it one.",
      ],
    })),
  };
}
