import type { Posting } from '#app/domain/posting.ts';

/** The name of the ticks: which postings are registered in one visit. */
export const POSTINGS = 'postings';

/** A posting at the version the page showed, as the value of its tick box. */
export const shownValue = ({ id, version }: Pick<Posting, 'id' | 'version'>): string => `${id}@${version}`;

/** The ticked postings of a posted form; what is not one of our values is refused by the procedure's schema. */
export const shownPostings = (values: readonly string[]): { postingId: string; version: number }[] =>
  values.map((value) => {
    const [postingId = '', version = ''] = value.split('@', 2);
    return { postingId, version: /^\d{1,9}$/.test(version) ? Number(version) : -1 };
  });
