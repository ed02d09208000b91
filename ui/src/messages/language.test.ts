// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { Language as Code } from "../bindings/Language";
import { ENGLISH } from "./english";
import { formatsOf } from "./format";
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from "./language";
import type { Language } from "./translated";

const CODES = Object.keys(LANGUAGES) as Code[];
const TRANSLATIONS = CODES.filter((code) => code !== "en");

describe("the language", () => {
  test("is the first one of the person's that there is", () => {
    expect(chooseLanguage(["de-AT", "en"])).toBe("de");
    expect(chooseLanguage(["ja", "pl"])).toBe("pl");
    expect(chooseLanguage(["pt-br"])).toBe("pt-BR");
    expect(chooseLanguage(["pt-PT", "en"])).toBe("pt-BR");
    expect(chooseLanguage(["en-GB", "de"])).toBe("en");
  });

  test("is English when there is none of them", () => {
    expect(chooseLanguage(["ja", "zh-CN"])).toBe("en");
    expect(chooseLanguage([])).toBe("en");
  });

  test("each has a name of its own", () => {
    expect(Object.keys(LANGUAGE_NAMES).sort()).toEqual([...CODES].sort());
    expect(new Set(Object.values(LANGUAGE_NAMES)).size).toBe(CODES.length);
  });
});

test("plural forms, numbers and dates are those of the language", () => {
  const { FORMATS, counter } = formatsOf("pl", {
    bytes: { one: "# bajt", few: "# bajty", many: "# bajtów" },
    quotes: ["„", "”"],
  });
  const [one, few, many] = ["1 bajt", "2 bajty", "5 bajtów"];
  expect([1, 2, 5].map(FORMATS.bytes)).toEqual([one, few, many]);
  expect([0, 12, 22, 112].map(FORMATS.bytes)).toEqual([
    "0 bajtów",
    "12 bajtów",
    "22 bajty",
    "112 bajtów",
  ]);
  expect(plain(FORMATS.bytes(1_500_000))).toBe("1,5 MB");
  expect(FORMATS.day("2026-11-24")).toBe("24 listopada 2026");
  expect(counter({ one: "# a", few: "# b", many: "# c" })(22)).toBe("22 b");
  expect(LANGUAGES.de.FORMATS.month("2026-11")).toBe("November 2026");
  expect(LANGUAGES.de.COUNTED.lines(12_000)).toBe("12.000 Zeilen");
  expect(plain(LANGUAGES.fr.FORMATS.bytes(1500))).toBe("1,5 ko");
  expect(plain(LANGUAGES.de.FORMATS.percent(120))).toBe("120 %");
});

/** The same in every language, or nearly: names, formats and words that languages share. */
const SHARED = new Set([
  "PROGRAM",
  "NOTICE.acknowledge",
  "PICTURE.ofPages",
  "PICTURE.percent",
  "SETTINGS.percent",
  "DATA.windowSize",
  "POLICY.option",
  "COPY_FORMATS.markdown",
  "COPY_FORMATS.csv",
  "COPY_FORMATS.json",
  "SAVE_FORMATS.alto",
  "SAVE_FORMATS.hocr",
  "SAVE_FORMATS.markdown",
  "SAVE_FORMATS.pageXml",
  "ENTITY_KINDS.iban",
  "REFUSED.line",
]);

/** Texts that are the same in English and in this language, because their words are. */
const ALIKE: Readonly<Partial<Record<Code, readonly string[]>>> = {
  de: [
    "COPY_FORMATS.text",
    "ENGINES.builtin",
    "ENTITY_KINDS.link",
    "MENUS.text",
    "POLICY.heading",
    "POLICY.version",
    "SAVE_FORMATS.text",
    "SHORTCUT_GROUPS.text",
    "TEXT.pane",
  ],
  es: ["DATA.no"],
  fr: [
    "CONSENT.fullVersion",
    "COUNTED.codes",
    "COUNTED.pages",
    "DATA.version",
    "ENGINES.builtin",
    "HELP.licences",
    "POLICY.heading",
    "POLICY.version",
    "TEXT.page",
  ],
  it: [
    "DATA.no",
    "ENGINES.builtin",
    "ENTITY_KINDS.link",
    "PANELS.privacy",
    "SHORTCUT_LABELS.privacy",
    "WORKSPACE.password",
  ],
  nl: [
    "COUNTED.codes",
    "ENTITY_KINDS.link",
    "PANELS.help",
    "PANELS.privacy",
    "SHORTCUT_LABELS.help",
    "SHORTCUT_LABELS.privacy",
  ],
  "pt-BR": ["ENTITY_KINDS.link"],
  pl: ["DATA.program", "ENTITY_KINDS.link", "SAVE_FORMATS.epub", "SHORTCUT_GROUPS.program"],
};

describe.each(TRANSLATIONS)("%s", (code) => {
  const words = textsOf(LANGUAGES[code]);
  const english = textsOf(ENGLISH);

  test("has every text, and none is empty", () => {
    expect([...words.keys()]).toEqual([...english.keys()]);
    expect(words.size).toBeGreaterThan(350);
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/undefined|NaN|\[object/u);
      if (!key.startsWith("COUNTED")) expect(text, key).not.toContain("#");
    }
  });

  test("names no two types of files alike", () => {
    const names = Object.values(LANGUAGES[code].SAVE_FORMATS);
    expect(new Set(names).size).toBe(names.length);
  });

  test("has a text of its own for each, but for a few", () => {
    const same = new Set(
      [...words]
        .filter(([key, text]) => text === english.get(key) && !key.startsWith("KEYS."))
        .map(([key]) => key.replace(/ \d+$/u, "")),
    );
    expect([...same].filter((key) => !SHARED.has(key)).sort()).toEqual(ALIKE[code] ?? []);
  });

  test("puts the same values into its texts as English", () => {
    for (const [key, text] of words) {
      // German has a key “Pos1”.
      if (key.startsWith("KEYS.")) continue;
      expect(valuesIn(text), key).toEqual(valuesIn(english.get(key) ?? ""));
    }
  });

  test("has every plural form that its rules ask for", () => {
    const rules = new Intl.PluralRules(code);
    const numbers = [0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 102, 1000];
    for (const [name, count] of Object.entries(LANGUAGES[code].COUNTED)) {
      for (const number of numbers) expect(count(number), name).toMatch(/\p{L}/u);
    }
    const formsOf = (count: (number: number) => string) =>
      new Set(numbers.map((number) => count(number).replace(/[\d.,\s]+/u, "# ")));
    const wanted = new Set(numbers.map((number) => rules.select(number)));
    expect(formsOf(LANGUAGES[code].COUNTED.lines).size).toBe(wanted.size);
    expect(formsOf(LANGUAGES[code].COUNTED.words).size).toBe(wanted.size);
  });

  test("ends its sentences as English does", () => {
    for (const [key, text] of words) {
      const stop = (of: string) => /[.!?…]$/u.exec(of.replace(/ …$/u, "…"))?.[0] ?? "";
      expect(stop(text), key).toBe(stop(english.get(key) ?? ""));
    }
  });

  test("has the buttons of a sentence by their names", () => {
    const { DATA, HELP, PANELS, COUNTED, WORKSPACE, SETTINGS } = LANGUAGES[code];
    expect(DATA.correctHint).toContain(PANELS.settings);
    expect(COUNTED.clearRemoves(1)).toContain(WORKSPACE.clear);
    // A language may inflect the name: the beginning is the same.
    expect(DATA.notCounted).toContain(PANELS.settings.slice(0, -1));
    expect(SETTINGS.countHint).toContain(PANELS.data.slice(0, 4));
    expect(HELP.licenceText).toHaveLength(ENGLISH.HELP.licenceText.length);
  });
});

test("a text that was not translated would be found", () => {
  const half: Language = { ...LANGUAGES.de, QUEUE: { list: ENGLISH.QUEUE.list } };
  expect(textsOf(half).get("QUEUE.list")).toBe(textsOf(ENGLISH).get("QUEUE.list"));
});

/**
 * All texts of a language by their place. A function is called with values that are found again in
 * what it returns, once for each of several numbers.
 */
function textsOf(words: unknown, place = ""): Map<string, string> {
  if (typeof words === "string") return new Map([[place, words]]);
  if (typeof words === "function") {
    if (place.startsWith("FORMATS")) return new Map();
    const call = words as (...values: unknown[]) => string;
    // Names where a name is wanted, numbers elsewhere; the second value is smaller than 100 in both.
    return new Map(
      [1, 3, 7].map((number) => {
        const isNamed = NAMED.test(place);
        const text = call(isNamed ? "NAME" : number, isNamed ? `PLACE` : 41, false);
        return [`${place} ${number}`, text];
      }),
    );
  }
  if (typeof words !== "object" || words === null) return new Map();
  return new Map(
    Object.entries(words).flatMap(([key, value]) => [
      ...textsOf(value, place === "" ? key : `${place}.${key}`),
    ]),
  );
}

/** The texts whose values are names. */
const NAMED =
  /unsupported$|unsupportedKind|damaged|unknownFormat|STORAGE|SAVE_|saved|exported|textSize$|WORKSPACE|TEXT\.of|REFUSED\.line|DATA\.version/u;

/** Names and numbers of a text, in any order: languages order their sentences in their own way. */
function valuesIn(text: string): string[] {
  return (text.match(/NAME|PLACE|\d+/gu) ?? []).sort();
}

/** With ordinary spaces in place of those that do not break. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/gu, " ");
}
