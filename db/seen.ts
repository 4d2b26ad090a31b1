import type { Knex } from 'knex';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { startOfDay } from '#app/domain/clock.ts';

/** Whose looks: those of one member of staff or one employer's account, or everybody's; and on which days, in Japan. */
export type Looks = { actorId: string | null; from: CalendarDate | null; to: CalendarDate | null };

/** How many looks there were and how many different people and employers they reached. */
export type Seen = {
  views: number;
  /** Job seekers, on pages of their own and on lists of an employer's applicants. */
  seekers: number;
  establishments: number;
  accounts: number;
  /** Records that are not there any more: who they were is told by nobody, but they count. */
  gone: number;
};

/** Screens that show every applicant of the establishment they are recorded under. */
const applicantLists = ['applicant.list', 'applicant.results', 'referral.unregistered'];

/** Counts from the view log how many people a breach has reached, at most: a list counts with everybody on it. */
export async function countSeen(knex: Knex, { actorId, from, to }: Looks): Promise<Seen> {
  const looks = () => {
    const query = knex('view_log');
    if (actorId !== null) query.where('actor_id', actorId);
    if (from !== null) query.where('at', '>=', startOfDay(from));
    if (to !== null) query.where('at', '<', startOfDay(addDays(to, 1)));
    return query;
  };
  const subjects = () => looks().select('subject_id');
  const under = (table: string, column: string) => knex(table).whereIn('id', subjects()).select(column);
  const count = async (query: Knex.QueryBuilder): Promise<number> => {
    const row = await knex.from(query.as('found')).count('* as count').first();
    return Number(row?.count ?? 0);
  };

  const seekers = under('job_seeker', 'id').union([
    under('referral', 'seeker_id'),
    knex('referral')
      .whereIn('establishment_id', subjects().whereIn('screen', applicantLists))
      .select('seeker_id'),
  ]);
  const owned = ['account', 'posting', 'change_request', 'image', 'restriction', 'referral'];
  const establishments = under('establishment', 'id').union(
    owned.map((table) => under(table, 'establishment_id').whereNotNull('establishment_id')),
  );
  const known = ['job_seeker', 'establishment', 'verdict', ...owned];
  const gone = looks().distinct('subject_id');
  for (const table of known) gone.whereNotIn('subject_id', knex(table).select('id'));
  return {
    views: await count(looks()),
    seekers: await count(seekers),
    establishments: await count(establishments),
    accounts: await count(under('account', 'id')),
    gone: await count(gone),
  };
}
