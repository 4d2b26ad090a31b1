import type { Conversion, Field } from '#app/forms/field.ts';

/** Words that stand beside every field (ux.md §1.2, §1.6). */
export const fieldWords = {
  required: '※必須',
  optional: '※任意',
  errorMark: '＊',
  nothingEntered: '記入なし',
  nothingChosen: '選んでください',
  showPassword: 'パスワードを表示する',
  /** 「あと 120 文字」 under a text with a limit; over-long text may be typed and is counted. */
  lengthLeft: (left: number): string => (left >= 0 ? `あと${left}文字` : `${-left}文字超えています`),
} as const;

/** A conversion made for the user, told as a status and never as an error. */
export const conversionText = (conversion: Conversion, field: Field): string =>
  `${field.label}の書き方を直しました：${conversion.from} → ${conversion.to}`;
