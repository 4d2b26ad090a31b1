import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

export type SeekerValues = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** 求職者 as far as employers meet them: who it is, kept apart from what employers may search. */
export type JobSeeker = {
  id: string;
  /** 担当するハローワーク (leaflet: 「当該求職者を担当するハローワーク」) */
  officeId: string;
  /** 求職番号, 5-8 */
  number: string;
  /**
   * お問い合わせ番号, nine digits: what employers see of the seeker instead of the 求職番号, which stands beside the name on
   * a 紹介状 and would say who it is.
   */
  inquiryNumber: string;
  name: string;
  nameKana: string;
  bornOn: CalendarDate | null;
  phone: string | null;
  /** All values of the personal part of the form (app/forms/jobSeeker.ts); never shown to an employer before 紹介. */
  person: SeekerValues;
  /** 求職者マイページ: messages can be exchanged only with those who have one. */
  hasMypage: boolean;
  /** Asked to be found by employers (leaflet: 「求職情報を求人者にPR(公開)することを希望している方々」). */
  isPublic: boolean;
  /** All values of the public part; whether anybody sees them is `isPublic`. */
  profile: SeekerValues;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

/** What tells one person from another of the same name. */
export type KnownSeeker = { kana: string; bornOn: CalendarDate | null; number: string };

/** Texts of the public part, by field name. */
const publicTexts = (profile: SeekerValues): [string, string][] =>
  Object.entries(profile).flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value.normalize('NFKC').replace(/[\s-]/g, '')]] : [],
  );

/**
 * The first field of the public part that says who it is (leaflet: 「氏名、連絡先などの個人が特定される情報を除く」): the
 * name, an e-mail address, or the own telephone number. null when none does.
 */
export function fieldThatIdentifies({
  name,
  nameKana,
  phone,
  profile,
}: Pick<JobSeeker, 'name' | 'nameKana' | 'phone' | 'profile'>): string | null {
  const folded = [name, nameKana].map((one) => one.normalize('NFKC').replace(/\s/g, ''));
  const words = [...folded, ...(phone === null ? [] : [phone])].filter((word) => word.length > 1);
  const found = publicTexts(profile).find(
    ([, text]) => words.some((word) => text.includes(word)) || /[\w.+]@[\w.]/.test(text),
  );
  return found?.[0] ?? null;
}
