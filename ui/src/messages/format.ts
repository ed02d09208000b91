/** Numbers, sizes, dates and names as parts of a text. */

/** The language of all words here. */
const LANGUAGE = "en";
const PLURAL_RULES = new Intl.PluralRules(LANGUAGE);
const NUMBERS = new Intl.NumberFormat(LANGUAGE);

/** A phrase in each form that the plural rules of the language ask for; `#` stands for the number. */
export type PluralForms = Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
>;

/** `1 line`, `12 lines`, `1,200 lines` of `{ one: "# line", other: "# lines" }`. */
export function plural(number: number, forms: PluralForms): string {
  const form = forms[PLURAL_RULES.select(number)] ?? forms.other;
  return form.replace("#", NUMBERS.format(number));
}

/** A name in quotation marks, isolated so that its writing direction cannot reorder the text. */
export function quoted(name: string): string {
  return `“\u2068${shortened(name)}\u2069”`;
}

/** A long name without its middle; the ending stays. */
function shortened(name: string): string {
  const characters = Array.from(name);
  const [longest, ending] = [64, 16];
  if (characters.length <= longest) return name;
  const beginning = characters.slice(0, longest - ending - 1).join("");
  return `${beginning}…${characters.slice(-ending).join("")}`;
}

/** `812 bytes`, `1.5 MB`. */
export function bytes(number: number): string {
  if (number < 1000) return plural(number, { one: "# byte", other: "# bytes" });
  if (number < 1_000_000) return `${(number / 1000).toFixed(1)} kB`;
  return `${(number / 1_000_000).toFixed(1)} MB`;
}

/** `24 November 2026` for `2026-11-24` and longer dates. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.slice(0, 10).split("-").map(Number);
  if (!year || !month || !dayOfMonth) return date;
  const names = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toLocaleDateString("en-GB", names);
}

/** `24 November 2026, 09:30 UTC` for `2026-11-24T09:30:00Z`. */
export function moment(at: string): string {
  return /^[\d-]{10}T[\d:]{5}/.test(at) ? `${day(at)}, ${at.slice(11, 16)} UTC` : at;
}

/** `November 2026` for `2026-11`. */
export function month(of: string): string {
  return day(`${of}-01`).replace(/^1 /, "");
}
