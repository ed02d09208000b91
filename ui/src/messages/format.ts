/** Numbers, sizes, dates and names as parts of a text, in the way of a language. */

/** A phrase in each form that the plural rules of the language ask for; `#` stands for the number. */
export type PluralForms<Form extends Intl.LDMLPluralRule> = Readonly<Record<Form, string>>;

export interface Formats {
  /** `1,200`. */
  readonly number: (number: number) => string;
  /** `50%` for 50. */
  readonly percent: (percent: number) => string;
  /** `812 bytes`, `1.5 MB`. */
  readonly bytes: (number: number) => string;
  /** `24 November 2026` for `2026-11-24` and longer dates. */
  readonly day: (date: string) => string;
  /** `24 November 2026, 09:30 UTC` for `2026-11-24T09:30:00Z`. */
  readonly moment: (at: string) => string;
  /** `November 2026` for `2026-11`. */
  readonly month: (of: string) => string;
  /** A name in quotation marks, isolated so that its writing direction cannot reorder the text. */
  readonly quoted: (name: string) => string;
}

/** `1 line`, `12 lines`, `1,200 lines` of `{ one: "# line", other: "# lines" }`. */
export type Counter<Form extends Intl.LDMLPluralRule> = (
  forms: PluralForms<Form>,
) => (number: number) => string;

/** What a language writes its own way and `Intl` does not know. */
export interface Spelling<Form extends Intl.LDMLPluralRule> {
  /** The plural forms of this are those that everything needs that is counted. */
  readonly bytes: PluralForms<Form>;
  /** Before and after a name. */
  readonly quotes: readonly [string, string];
}

/** The formats of a language, `en-GB` or `pl`, and how it counts. */
export function formatsOf<Form extends Intl.LDMLPluralRule>(
  language: string,
  { bytes, quotes }: Spelling<Form>,
): { readonly FORMATS: Formats; readonly counter: Counter<Form> } {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: "percent" });
  const withUnit = (unit: string) =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit,
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  const [kilobytes, megabytes] = [withUnit("kilobyte"), withUnit("megabyte")];
  const dateWith = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    return (date: string) => {
      const [year, month, dayOfMonth] = date.slice(0, 10).split("-").map(Number);
      if (!year || !month || !dayOfMonth) return date;
      return format.format(new Date(Date.UTC(year, month - 1, dayOfMonth)));
    };
  };
  const counter: Counter<Form> = (forms) => (number) => {
    const known: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
    // Some languages have one more form for whole millions, which nothing here reaches.
    const form = known[rules.select(number)] ?? known.other ?? known.many ?? "#";
    return form.replace("#", numbers.format(number));
  };
  const inWords = counter(bytes);
  const day = dateWith({ day: "numeric", month: "long", year: "numeric" });
  const monthAndYear = dateWith({ month: "long", year: "numeric" });
  const FORMATS: Formats = {
    number: (number) => numbers.format(number),
    percent: (percent) => percents.format(percent / 100),
    bytes: (number) => {
      if (number < 1000) return inWords(number);
      if (number < 1_000_000) return kilobytes.format(number / 1000);
      return megabytes.format(number / 1_000_000);
    },
    day,
    moment: (at) => (/^[\d-]{10}T[\d:]{5}/.test(at) ? `${day(at)}, ${at.slice(11, 16)} UTC` : at),
    month: (of) => monthAndYear(`${of}-01`),
    quoted: (name) => `${quotes[0]}\u2068${shortened(name)}\u2069${quotes[1]}`,
  };
  return { FORMATS, counter };
}

/** A long name without its middle; the ending stays. */
function shortened(name: string): string {
  const characters = Array.from(name);
  const [longest, ending] = [64, 16];
  if (characters.length <= longest) return name;
  const beginning = characters.slice(0, longest - ending - 1).join("");
  return `${beginning}…${characters.slice(-ending).join("")}`;
}
