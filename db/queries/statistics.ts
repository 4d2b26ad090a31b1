import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Instant, startOfDay } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import { partsOf, type ReportPeriod } from '#app/domain/reportPeriod.ts';
import type {
  Counts,
  Handling,
  OfficeRecords,
  QueuedSince,
  ReasonCount,
  TemplateCount,
} from '#app/domain/statistics.ts';
import { fromJson } from '../rows.ts';
import { inScope } from '../stores/scope.ts';
import { toCount } from './page.ts';

/** The days or the instants of a period: from the first, before the second, as a column writes them. */
type Bounds = readonly [from: string, before: string];

/** The rows whose column lies in the period. */
const within = (query: Knex.QueryBuilder, column: string, [from, before]: Bounds): Knex.QueryBuilder =>
  query.where(column, '>=', from).where(column, '<', before);

type AcceptedRow = {
  applied_on: CalendarDate | null;
  accepted_on: CalendarDate;
  received_at: Instant | null;
  accepted_at: Instant | null;
};
type DecidedRow = { received_at: Instant; decided_at: Instant };
type QueuedRow = { state: PostingState; waiting_since: Instant | null };

const hoursBetween = (from: Instant, until: Instant): number =>
  (Date.parse(until) - Date.parse(from)) / 3_600_000;

const dayOf = (instant: Instant): CalendarDate => businessDate(new Date(instant));

/** The day in Japan of a day, or of the hour of an instant: Japan is whole hours from UTC. */
const dayOfMoment = (moment: string): CalendarDate =>
  moment.includes('T') ? dayOf(`${moment}:00:00.000Z`) : moment;

/** What an office's records hold about a period; counted in SQL, of each case two columns. */
export async function officeRecords(
  knex: Knex,
  actor: StaffActor,
  period: ReportPeriod,
  today: CalendarDate,
): Promise<OfficeRecords> {
  const parts = partsOf(period);
  const partOf = (day: CalendarDate): number => parts.findIndex(({ until }) => day <= until);
  const next = addDays(period.until, 1);
  const days: Bounds = [period.from, next];
  const instants: Bounds = [startOfDay(period.from), startOfDay(next)];
  const at = (table: string) =>
    knex(table).where(
      inScope(scopeOf(actor), { office: `${table}.office_id`, establishment: `${table}.establishment_id` }),
    );
  /** How many rows lie in each month: counted by day or hour, because a month in Japan begins at 15:00 UTC. */
  async function tally(query: Knex.QueryBuilder, column: string, bounds: Bounds): Promise<Counts> {
    const moment = knex.raw('substr(??, 1, 13)', [column]);
    const rows: { moment: string; count: unknown }[] = await within(query, column, bounds)
      .select({ moment })
      .count('* as count')
      .groupBy('moment');
    const counts = parts.map(() => 0);
    for (const row of rows) {
      const part = partOf(dayOfMoment(row.moment));
      counts[part] = (counts[part] ?? 0) + toCount(row.count);
    }
    return counts;
  }
  const onDays = (query: Knex.QueryBuilder, column: string) => tally(query, column, days);
  const inTime = (query: Knex.QueryBuilder, column: string) => tally(query, column, instants);
  const ofPostings = (table: string) => at('posting').join(table, `${table}.posting_id`, 'posting.id');
  const returns = () => ofPostings('posting_return').whereNull('posting_return.withdrawn_at');

  /** When each posting accepted in the period came in and was accepted; the log knows the minute. */
  async function acceptances(): Promise<Handling[]> {
    const logged = (action: string) =>
      knex('audit_entry')
        .whereRaw('audit_entry.subject_id = posting.id')
        .where({ subject_type: 'posting', action });
    const rows: AcceptedRow[] = await within(at('posting'), 'accepted_on', days)
      .select('applied_on', 'accepted_on')
      .select({
        received_at: logged('posting.submitted').min('at'),
        accepted_at: logged('posting.accepted').max('at'),
      });
    return rows.map((row) => ({
      part: partOf(row.accepted_on),
      from: row.applied_on ?? row.accepted_on,
      until: row.accepted_on,
      hours:
        row.received_at === null || row.accepted_at === null
          ? null
          : hoursBetween(row.received_at, row.accepted_at),
    }));
  }

  /** When each row decided in the period came in and was decided. */
  async function decisions(query: Knex.QueryBuilder, received: string): Promise<Handling[]> {
    const rows: DecidedRow[] = await within(query, 'decided_at', instants)
      .whereNotNull(received)
      .select({ received_at: received })
      .select('decided_at');
    return rows.map((row) => {
      const until = dayOf(row.decided_at);
      const hours = hoursBetween(row.received_at, row.decided_at);
      return { part: partOf(until), from: dayOf(row.received_at), until, hours };
    });
  }

  const changes = (state: string) => at('change_request').where({ state });
  return {
    postings: {
      received: await onDays(at('posting'), 'applied_on'),
      ends: {
        accepted: await onDays(at('posting'), 'accepted_on'),
        returned: await inTime(returns(), 'posting_return.returned_at'),
        refused: await inTime(
          ofPostings('posting_refusal').where({ settlement: 'confirmed' }),
          'posting_refusal.settled_at',
        ),
      },
      handled: await acceptances(),
    },
    changes: {
      received: await inTime(at('change_request').whereNot({ state: 'draft' }), 'waiting_since'),
      ends: {
        accepted: await inTime(changes('accepted'), 'decided_at'),
        returned: await inTime(changes('returned'), 'decided_at'),
        rejected: await inTime(changes('rejected'), 'decided_at'),
      },
      handled: await decisions(
        at('change_request').whereIn('state', ['accepted', 'returned', 'rejected']),
        'waiting_since',
      ),
    },
    images: {
      received: await inTime(at('image'), 'uploaded_at'),
      ends: {
        published: await inTime(at('image').where({ reasons: '[]', message: null }), 'decided_at'),
        returned: await inTime(
          at('image').where((any) => {
            any.whereNot({ reasons: '[]' }).orWhereNotNull('message');
          }),
          'decided_at',
        ),
      },
      handled: await decisions(at('image'), 'uploaded_at'),
    },
    reasons: await reasonCounts(within(returns(), 'posting_return.returned_at', instants)),
    templates: await templateCounts(within(returns(), 'posting_return.returned_at', instants)),
    visits: {
      registered: await onDays(at('visit'), 'visited_on'),
      late: await onDays(at('visit').whereNotNull('late_reason'), 'visited_on'),
    },
    restrictions: {
      begun: await onDays(at('restriction'), 'begun_on'),
      released: await onDays(at('restriction').whereNull('transfer_id'), 'released_on'),
    },
    now: {
      queue: await queuedSince(at('posting'), today),
      overdueVisits: await countOf(
        at('posting').where({ state: 'awaiting_visit' }).where('due_date', '<', today),
      ),
      restricted: await countOf(at('restriction').whereNull('released_on')),
    },
  };
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count('* as count');
  return toCount(row?.count);
}

/** How often each reason stands in them; a 差戻し has several. */
async function reasonCounts(returns: Knex.QueryBuilder): Promise<ReasonCount[]> {
  const rows: { reasons: string; count: unknown }[] = await returns
    .select('posting_return.reasons')
    .count('* as count')
    .groupBy('posting_return.reasons');
  const counts = new Map<string, number>();
  for (const { reasons, count } of rows)
    for (const code of fromJson<string[]>(reasons))
      counts.set(code, (counts.get(code) ?? 0) + toCount(count));
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** In how many of them the words of each 定型文 of the office stand, as they stand now. */
async function templateCounts(returns: Knex.QueryBuilder): Promise<TemplateCount[]> {
  const rows = await returns
    .join('reason_template', 'reason_template.office_id', 'posting.office_id')
    .where('reason_template.kind', 'return')
    // Whether a text contains another, in the one form that both databases read.
    .whereRaw("replace(posting_return.message, reason_template.body, '') <> posting_return.message")
    .select('reason_template.id', 'reason_template.title', 'reason_template.retired_at')
    .count('* as count')
    .groupBy('reason_template.id', 'reason_template.title', 'reason_template.retired_at')
    .orderBy('reason_template.id');
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    retired: row.retired_at !== null,
    count: toCount(row.count),
  }));
}

async function queuedSince(postings: Knex.QueryBuilder, today: CalendarDate): Promise<QueuedSince[]> {
  const rows: QueuedRow[] = await postings
    .whereIn('state', [...stateGroups.queue])
    .select('state', 'waiting_since');
  return rows.map((row) => ({
    state: row.state,
    since: row.waiting_since === null ? today : dayOf(row.waiting_since),
  }));
}
