import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { toCount } from './page.ts';

export type TodayPosting = {
  id: string;
  jobTitle: string | null;
  establishmentName: string;
  dueDate: CalendarDate | null;
  waitingSince: Instant | null;
};

/** A box of the page: how many there are, and the first of them. */
export type TodayBox = { total: number; first: readonly TodayPosting[] };

export type StaffToday = {
  dueToday: TodayBox;
  overdue: TodayBox;
  /** 確認待ち, the oldest first. */
  waiting: TodayBox;
  /** Refusals that the actor may settle: proposed by somebody else. */
  refusals: TodayBox;
  nextDueDays: readonly { date: CalendarDate; count: number }[];
};

const shownInBox = 5;

type Row = {
  id: string;
  job_title: string | null;
  due_date: string | null;
  waiting_since: string | null;
  name: string;
};

/** 今日: what needs somebody at the actor's office now. */
export async function staffToday(knex: Knex, actor: StaffActor, today: CalendarDate): Promise<StaffToday> {
  const postings = (state: string): Knex.QueryBuilder =>
    knex('posting')
      .join('establishment', 'establishment.id', 'posting.establishment_id')
      .where(
        inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
      )
      .where('posting.state', state);
  const awaiting = () => postings('awaiting_visit');

  const boxOf = async (matching: () => Knex.QueryBuilder, order: string): Promise<TodayBox> => {
    const [counted] = await matching().count('* as total');
    const rows: Row[] = await matching()
      .orderBy([{ column: `posting.${order}` }, { column: 'posting.id' }])
      .limit(shownInBox)
      .select(
        'posting.id',
        'posting.job_title',
        'posting.due_date',
        'posting.waiting_since',
        'establishment.name',
      );
    return {
      total: toCount(counted?.total),
      first: rows.map((row) => ({
        id: row.id,
        jobTitle: row.job_title,
        establishmentName: row.name,
        dueDate: row.due_date,
        waitingSince: row.waiting_since,
      })),
    };
  };

  const days: { due_date: string; count: unknown }[] = await awaiting()
    .where('due_date', '>', today)
    .groupBy('due_date')
    .orderBy('due_date')
    .limit(shownInBox)
    .select('due_date')
    .count('* as count');
  return {
    dueToday: await boxOf(() => awaiting().where('due_date', today), 'waiting_since'),
    overdue: await boxOf(() => awaiting().where('due_date', '<', today), 'due_date'),
    waiting: await boxOf(() => postings('under_review'), 'waiting_since'),
    refusals: await boxOf(
      () =>
        postings('refusal_proposed').whereNotExists(
          knex('posting_refusal')
            .whereRaw('posting_refusal.posting_id = posting.id')
            .whereNull('settlement')
            .where('proposed_by', actor.id),
        ),
      'waiting_since',
    ),
    nextDueDays: days.map((row) => ({ date: row.due_date, count: toCount(row.count) })),
  };
}
