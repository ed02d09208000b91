/** Numbers, sizes, dates and names as parts of a text, in the way of a language. */

/** A phrase in each form that the plural rules of the language ask for; `#` stands for the number. */
export type PluralForms = Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
>;

export interface Formats {
  /** `1 line`, `12 lines`, `1,200 lines` of `{ one: "# line", other: "# lines" }`. */
  readonly plural: (number: number, forms: PluralForms) => string;
  /** `812 bytes`, `1.5 MB`. */
  readonly bytes: (number: number) => string;
  /** `24 November 2026` for `2026-11-24` and longer dates. */
  readonly day: (date: string) => string;
  /** `24 November 2026, 09:30 UTC` for `2026-11-24T09:30:00Z`. */
  readonly moment: (at: string) => string;
  /** `November 2026` for `2026-11`. */
  readonly month: (of: string) => string;
}

/** The formats of a language: `en-GB`, `pl`. */
export function formatsOf(language: string, bytesInWords: PluralForms): Formats {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const oneDigit = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const dateWith = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    return (date: string) => {
      const [year, month, dayOfMonth] = date.slice(0, 10).split("-").map(Number);
      if (!year || !month || !dayOfMonth) return date;
      return format.format(new Date(Date.UTC(year, month - 1, dayOfMonth)));
    };
  };
  const plural = (number: number, forms: PluralForms) =>
    (forms[rules.select(number)] ?? forms.other).replace("#", numbers.format(number));
  const day = dateWith({ day: "numeric", month: "long", year: "numeric" });
  const monthAndYear = dateWith({ month: "long", year: "numeric" });
  return {
    plural,
    bytes: (number) => {
      if (number < 1000) return plural(number, bytesInWords);
      if (number < 1_000_000) return `${oneDigit.format(number / 1000)} kB`;
      return `${oneDigit.format(number / 1_000_000)} MB`;
    },
    day,
    moment: (at) => (/^[\d-]{10}T[\d:]{5}/.test(at) ? `${day(at)}, ${at.slice(11, 16)} UTC` : at),
    month: (of) => monthAndYear(`${of}-01`),
  };
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
