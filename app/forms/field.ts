import type { FieldError } from '#app/domain/refusal.ts';

/** What a field holds; decides its input, how typed text is normalised, its JSON type and its display. */
export type FieldKind =
  | 'text' // one line, kept as typed
  | 'textarea' // several lines, kept as typed, code points counted
  | 'kana' // any kana → full-width katakana
  | 'integer' // any width, commas → number
  | 'yen' // the same, in yen
  | 'decimal' // any width, at most one decimal place → number
  | 'date' // the many ways of writing a date → YYYY-MM-DD
  | 'time' // 9:00, ９時, 0900 → HH:MM
  | 'choice' // one of
  | 'choices' // any of → list
  | 'confirm' // a tick box that must be or may be ticked → true/false
  | 'code' // letters, digits and hyphens of any width → half-width, no spaces
  | 'phone' // → digits
  | 'postal' // → seven digits
  | 'email' // → half-width, lower-case domain, at most 100
  | 'corporateNumber' // → 13 digits, check digit holds
  | 'establishmentNumber' // → 4-6-1
  | 'url' // → http(s) address
  | 'password'; // untouched, never echoed

export type Choice = { value: string; label: string; help?: string };

/** The value of a field once read: text, number, tick, list; null where nothing was typed. */
export type FieldValue = string | number | boolean | readonly string[] | null;
export type FormValues = Readonly<Record<string, FieldValue>>;

/** A condition on another field of the same form: "when `field` is one of `in`". */
export type When = { field: string; in: readonly (string | boolean)[] };

export type Field = {
  /** The identifier of domain.md §2.3, the name in the HTML form and in the stored record. */
  name: string;
  label: string;
  kind: FieldKind;
  /** true: always required; When: required then; absent: 任意. */
  required?: true | When;
  /** The field only means something then; otherwise it is stored as null and hidden by JavaScript. */
  shownWhen?: When;
  choices?: readonly Choice[];
  /** Code points for text, value bounds for numbers. */
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  unit?: string;
  /** Support text under the label. */
  help?: string;
  autocomplete?: string;
  /** 「このまま進む（理由）」: once that other field holds a reason, a check digit that does not fit passes. */
  overriddenBy?: string;
  /** Tells who the employer is: not on a 求人票 whose 公開希望 leaves out 事業所名等. */
  identifies?: true;
  /**
   * What becomes of the value when a past posting is used for a new one (転用): carried over, to be confirmed; or left
   * out, because it is said anew each time. Absent: carried over.
   */
  whenCopied?: 'confirm' | 'leave-out';
  /** Personal data: goes to the audit's separate store and to the erasure map. */
  personal?: true;
};

/** A group of fields under one legend. */
export type Section = { id: string; title: string; help?: string; fields: readonly Field[] };

export type FormDefinition = { id: string; title: string; sections: readonly Section[] };

/** What was typed, field by field, exactly as it came in: shown again whenever something is wrong. */
export type TypedText = Readonly<Record<string, string | readonly string[]>>;

/** A conversion made for the user, told as a status and not as an error ("全角を半角に直しました"). */
export type Conversion = { field: string; from: string; to: string };

export type ReadResult = {
  values: FormValues;
  typed: TypedText;
  errors: readonly FieldError[];
  conversions: readonly Conversion[];
};

export const fieldsOf = (form: FormDefinition): readonly Field[] =>
  form.sections.flatMap((section) => section.fields);
