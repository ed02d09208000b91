/** What a translation has to have. */
import type { ENGLISH } from "./english";

/** The words of a language: those of English, with other texts. */
export type Language = Translated<typeof ENGLISH>;

type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Arguments) => infer Result
    ? (...args: Arguments) => Result
    : { readonly [Key in keyof T]: Translated<T[Key]> };
