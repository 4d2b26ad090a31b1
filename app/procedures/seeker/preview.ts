import type { JobSeeker, KnownSeeker } from '#app/domain/jobSeeker.ts';
import type { ReadSeeker, SeekerFileProblem } from '#app/forms/jobSeekerCsv.ts';
import { isSame } from './import.ts';
import { contentOf, problemsOf, seekerKeysOf } from './support.ts';

/** What entering a row would do. */
export type SeekerPreview = {
  line: number;
  number: string | null;
  version: number | null;
  name: string;
  occupation: string;
  isPublic: boolean;
  what: 'added' | 'changed' | 'same';
  /** Numbers of registrations with the same name and birthday as a new one; '' for none. */
  sameAs: string;
};

/** What only the records can find wrong with the rows of a file. */
export const problemsOfRows = (
  rows: readonly ReadSeeker[],
  found: readonly Pick<JobSeeker, 'number'>[],
): SeekerFileProblem[] =>
  rows.flatMap(({ line, number, values }) => [
    ...(number === null || found.some((one) => one.number === number)
      ? []
      : [{ line, code: 'no-such-seeker' as const, read: number }]),
    ...problemsOf(values).map((error) => ({ line, code: 'field' as const, error })),
  ]);

/** The folded kana of those rows that would be new. */
export const newKana = (rows: readonly ReadSeeker[]): string[] =>
  rows.filter(({ number }) => number === null).map(({ values }) => seekerKeysOf(contentOf(values)).kana);

export const previewOf = (
  rows: readonly ReadSeeker[],
  found: readonly JobSeeker[],
  known: readonly KnownSeeker[],
): SeekerPreview[] =>
  rows.map(({ line, number, values }) => {
    const seeker = found.find((one) => one.number === number);
    const content = contentOf(values);
    const { kana } = seekerKeysOf(content);
    const same = known.filter((one) => one.kana === kana && one.bornOn === content.bornOn);
    return {
      line,
      number,
      version: seeker?.version ?? null,
      name: content.name,
      occupation: String(content.profile.wished_occupation ?? ''),
      isPublic: content.isPublic,
      what: seeker === undefined ? 'added' : isSame(seeker, values) ? 'same' : 'changed',
      sameAs: seeker === undefined ? same.map((one) => one.number).join('、') : '',
    };
  });
