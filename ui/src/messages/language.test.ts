// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ENGLISH } from "./english";
import { formatsOf } from "./format";
import { chooseLanguage, type Language } from "./language";

/** English with another name: stands for a translation. */
const other = (title: string): Language => ({ ...ENGLISH, BROKEN: { title } });
const languages = { en: ENGLISH, de: other("de"), pt: other("pt"), "pt-BR": other("pt-BR") };
const chosen = (...preferred: string[]) => chooseLanguage(preferred, languages);

describe("the language", () => {
  test("is the first one of the person's that there is", () => {
    expect(chosen("de-AT", "en")).toBe(languages.de);
    expect(chosen("ja", "de")).toBe(languages.de);
    expect(chosen("pt-BR")).toBe(languages["pt-BR"]);
    expect(chosen("pt-PT")).toBe(languages.pt);
  });

  test("is English when there is none of them", () => {
    expect(chosen("ja", "zh-CN")).toBe(ENGLISH);
    expect(chosen()).toBe(ENGLISH);
  });
});

test("plural forms, numbers and dates are those of the language", () => {
  const polish = formatsOf("pl", { one: "# bajt", few: "# bajty", other: "# bajtów" });
  expect([1, 2, 5, 22, 112].map(polish.bytes)).toEqual([
    "1 bajt",
    "2 bajty",
    "5 bajtów",
    "22 bajty",
    "112 bajtów",
  ]);
  expect(polish.bytes(1_500_000)).toBe("1,5 MB");
  expect(polish.day("2026-11-24")).toBe("24 listopada 2026");
  const german = formatsOf("de", { one: "# Byte", other: "# Byte" });
  expect(german.month("2026-11")).toBe("November 2026");
  expect(german.plural(12_000, { other: "# Zeilen" })).toBe("12.000 Zeilen");
});

test("no text is empty, and none has a form of a number left", () => {
  const texts = textsOf(ENGLISH);
  expect(texts.length).toBeGreaterThan(150);
  for (const text of texts) expect(text).toMatch(/^[^#]+$/);
});

/** All texts of a language that are not functions, at any depth. */
function textsOf(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words !== "object" || words === null) return [];
  return Object.values(words).flatMap(textsOf);
}
