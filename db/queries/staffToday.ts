import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { lastOpened, type OpenedRecord } from './lastOpened.ts';
import { toCount } from './page.ts';
import { queueCounts, totalOf } from './queue/counts.ts';
import { type QueueFilter, unfiltered } from './queue/filter.ts';
import { type QueueRow, queueRows } from './queue/rows.ts';

/** A box of the page: how many there are, and the first of them. */
export type TodayBox<Row> = { total: number; first: readonly Row[] };

export type TodayVisit = { establishmentId: string; name: string; at: Instant };
export type TodayRestriction = {
  establishmentId: string;
  name: string;
  begunOn: CalendarDate;
  releasedOn: CalendarDate | null;
};

export type StaffToday = {
  dueToday: TodayBox<QueueRow>;
  overdue: TodayBox<QueueRow>;
  /** What the actor reviews at this moment. */
  claimed: TodayBox<QueueRow>;
  /** What was given to the actor. */
  assigned: TodayBox<QueueRow>;
  /** 保留 whose day has come: postings that nobody has decided since. */
  resumed: TodayBox<QueueRow>;
  /** Refusals that the actor may settle: proposed by somebody else. */
  refusals: TodayBox<{ id: string; jobTitle: string | null; name: string }>;
  /** Visits registered today. */
  visited: TodayBox<TodayVisit>;
  /** Visits still to come, the earliest due date first. */
  expected: TodayBox<QueueRow>;
  /** 利用制限 that began lately. */
  restrictions: TodayBox<TodayRestriction>;
  /** What the actor opened last, the latest first. */
  opened: readonly OpenedRecord[];
  /** The next day on which something is due. */
  nextDue: { date: CalendarDate; count: number } | null;
};

const shownInBox = 5;

/** Restrictions are new for so many days. A figure of the house. */
const newForDays = 7;

/** 今日: what needs somebody at the actor's office now, and what is the actor's own. */
export async function staffToday(
  knex: Knex,
  actor: StaffActor,
  today: CalendarDate,
  now: Instant,
): Promise<StaffToday> {
  const moment = { actor, today, now };
  const queued = async (filter: Partial<QueueFilter>): Promise<TodayBox<QueueRow>> => {
    const whole = { ...unfiltered, ...filter };
    const counts = await queueCounts(knex, whole, moment);
    return {
      total: whole.kind === null ? totalOf(counts) : counts[whole.kind],
      first: await queueRows(knex, whole, moment, { limit: shownInBox }),
    };
  };
  return {
    dueToday: await queued({ due: 'today' }),
    overdue: await queued({ due: 'overdue' }),
    claimed: await queued({ holder: 'claimed' }),
    assigned: await queued({ holder: 'assigned' }),
    resumed: await queued({ only: 'resumed' }),
    refusals: await refusalsToSettle(knex, actor),
    visited: await visitsOf(knex, actor, today),
    expected: await queued({ kind: 'visit', due: 'ahead' }),
    restrictions: await restrictionsSince(knex, actor, addDays(today, -newForDays)),
    opened: await lastOpened(knex, actor, shownInBox),
    nextDue: await nextDueDay(knex, moment),
  };
}

/** The rows of a box out of two queries over the same records. */
async function boxOf<Row>(
  matching: () => Knex.QueryBuilder,
  shown: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<TodayBox<Row>> {
  const [counted] = await matching().count('* as total');
  const first: Row[] = await shown(matching()).limit(shownInBox);
  return { total: toCount(counted?.total), first };
}

const refusalsToSettle = (knex: Knex, actor: StaffActor): Promise<StaffToday['refusals']> =>
  boxOf(
    () =>
      knex('posting')
        .join('establishment', 'establishment.id', 'posting.establishment_id')
        .where(
          inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
        )
        .where('posting.state', 'refusal_proposed')
        .whereNotExists(
          knex('posting_refusal')
            .whereRaw('posting_refusal.posting_id = posting.id')
            .whereNull('settlement')
            .where('proposed_by', actor.id),
        ),
    (rows) =>
      rows
        .orderBy(['posting.waiting_since', 'posting.id'])
        .select('posting.id', 'posting.job_title as jobTitle', 'establishment.name'),
  );

const visitsOf = (knex: Knex, actor: StaffActor, today: CalendarDate): Promise<StaffToday['visited']> =>
  boxOf(
    () =>
      knex('visit')
        .join('establishment', 'establishment.id', 'visit.establishment_id')
        .where(
          inScope(scopeOf(actor), { office: 'visit.office_id', establishment: 'visit.establishment_id' }),
        )
        .where('visit.visited_on', today),
    (rows) =>
      rows
        .orderBy([
          { column: 'visit.registered_at', order: 'desc' },
          { column: 'visit.id', order: 'desc' },
        ])
        .select(
          'visit.establishment_id as establishmentId',
          'establishment.name',
          'visit.registered_at as at',
        ),
  );

const restrictionsSince = (
  knex: Knex,
  actor: StaffActor,
  day: CalendarDate,
): Promise<StaffToday['restrictions']> =>
  boxOf(
    () =>
      knex('restriction')
        .join('establishment', 'establishment.id', 'restriction.establishment_id')
        .where(
          inScope(scopeOf(actor), {
            office: 'restriction.office_id',
            establishment: 'restriction.establishment_id',
          }),
        )
        .where('restriction.begun_on', '>', day),
    (rows) =>
      rows
        .orderBy([
          { column: 'restriction.begun_on', order: 'desc' },
          { column: 'restriction.id', order: 'desc' },
        ])
        .select(
          'restriction.establishment_id as establishmentId',
          'establishment.name',
          'restriction.begun_on as begunOn',
          'restriction.released_on as releasedOn',
        ),
  );

async function nextDueDay(
  knex: Knex,
  moment: { actor: StaffActor; today: CalendarDate; now: Instant },
): Promise<StaffToday['nextDue']> {
  const [first] = await queueRows(knex, { ...unfiltered, due: 'ahead' }, moment, { limit: 1 });
  if (first?.due === undefined || first.due === null) return null;
  const onThatDay = { ...moment, today: first.due };
  return {
    date: first.due,
    count: totalOf(await queueCounts(knex, { ...unfiltered, due: 'today' }, onThatDay)),
  };
}
