import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import { fromJson } from '../rows.ts';
import { containing } from './like.ts';
import { type Page, pageOf } from './page.ts';

/**
 * 求職情報検索: the one place that says what an employer sees of a job seeker (leaflet: 「氏名、連絡先などの個人が特定される
 * 情報を除く」). What is not named in this file is never read for an employer; a new field of the form stays unseen until
 * it is named here.
 */
export const shownProfileFields = [
  'wished_occupation',
  'wished_prefecture',
  'wished_place',
  'wished_employment_form',
  'wished_work_time',
  'wage_basis',
  'wished_wage',
  'work_experience',
  'held_licences',
  'knowledge',
  'appeal',
] as const;

export type PublicSeeker = {
  /** Nine digits. */
  inquiryNumber: string;
  profile: Readonly<Record<(typeof shownProfileFields)[number], string | number | null>>;
};

/** The same with お問い合わせ先ハローワーク. */
export type PublicSeekerCard = PublicSeeker & { office: { name: string; phone: string } };

const shownColumns = ['inquiry_number', 'profile'] as const;

type Row = { inquiry_number: string; profile: string };

function publicSeekerFrom(row: Row): PublicSeeker {
  const values = fromJson<Record<string, unknown>>(row.profile);
  const shown = shownProfileFields.map((name) => {
    const value = values[name];
    return [name, typeof value === 'string' || typeof value === 'number' ? value : null];
  });
  return { inquiryNumber: row.inquiry_number, profile: Object.fromEntries(shown) };
}

/** What is looked for; texts are folded (forms/normalise searchKey), null asks for everything. */
export type PublicSeekerTerms = {
  occupation: string | null;
  prefecture: string | null;
  place: string | null;
  experience: string | null;
  licences: string | null;
  /** Those who wish it and those who wish any. */
  employmentForm: string | null;
  workTime: string | null;
  /** Each of them somewhere in the public part. */
  words: readonly string[];
};

/** Written out, because SQLite takes a partial index only where it reads the flag in the statement itself. */
const isPublic = 'is_public = 1';

/** Seekers of every office who asked to be found and fit, those registered or changed last first. */
export async function publicSeekers(
  knex: Knex,
  _actor: EmployerActor,
  terms: PublicSeekerTerms,
  page: number,
): Promise<Page<PublicSeeker>> {
  const matching = () => {
    const query = knex('job_seeker').whereRaw(isPublic);
    if (terms.prefecture !== null) query.where('wished_prefecture', terms.prefecture);
    if (terms.employmentForm !== null) query.whereIn('employment_form', [terms.employmentForm, 'any']);
    if (terms.workTime !== null) query.whereIn('work_time', [terms.workTime, 'any']);
    for (const [column, text] of [
      ['search_occupation', terms.occupation],
      ['search_place', terms.place],
      ['search_experience', terms.experience],
      ['search_licences', terms.licences],
      ...terms.words.map((word) => ['search_profile', word] as const),
    ] as const)
      if (text !== null) query.whereRaw("?? like ? escape '\\'", [column, containing(text)]);
    return query;
  };
  const newest = [
    { column: 'updated_at', order: 'desc' },
    { column: 'id', order: 'desc' },
  ] as const;
  const list = matching()
    .orderBy([...newest])
    .select(...shownColumns);
  const found = await pageOf<Row>(matching(), list, page);
  return { ...found, rows: found.rows.map(publicSeekerFrom) };
}

/** One of them with the office to consult; null where nobody with this number asked to be found. */
export async function publicSeeker(
  knex: Knex,
  _actor: EmployerActor,
  inquiryNumber: string,
): Promise<PublicSeekerCard | null> {
  const row = await knex('job_seeker')
    .join('office', 'office.id', 'job_seeker.office_id')
    .whereRaw(isPublic)
    .where({ inquiry_number: inquiryNumber })
    .first(...shownColumns, 'office.name as officeName', 'office.phone as officePhone');
  if (row === undefined) return null;
  return { ...publicSeekerFrom(row), office: { name: row.officeName, phone: row.officePhone } };
}
