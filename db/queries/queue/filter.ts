import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type QueueKind, typeOfKind } from '#app/domain/queue.ts';
import { endedHoldsOn, holdsOn } from '../holds.ts';
import { containing } from '../like.ts';
import { noDueKey, type QueueSource } from './source.ts';

export const queueDues = ['overdue', 'today', 'ahead'] as const;

export const queueOnlys = ['held', 'resumed'] as const;

/** Which part of the queue: the same words stand in the address of the page. */
export type QueueFilter = {
  kind: QueueKind | null;
  /** Due today, past due, or still in time; null for all, also for what is not due at all. */
  due: (typeof queueDues)[number] | null;
  /** 担当: what the actor reviews now, what was given to them, either of these, or what is nobody's. */
  holder: 'claimed' | 'assigned' | 'mine' | 'none' | null;
  /** 保留: postings on hold, or those whose day has come and that nobody has decided since; null for all. */
  only?: (typeof queueOnlys)[number] | null;
  /** Part of the folded name of the establishment, or of its number, or of the job title as typed; null for all. */
  search: { key: string; text: string; digits: string | null } | null;
};

export const unfiltered: QueueFilter = { kind: null, due: null, holder: null, search: null };

/** When and by whom the queue is read. */
export type QueueMoment = { actor: StaffActor; today: CalendarDate; now: Instant };

/** The rows of a source with what a list shows. */
export const described = (knex: Knex, source: QueueSource, actor: StaffActor): Knex.QueryBuilder => {
  const rows = source.waiting(knex, actor);
  return (source.described?.(rows) ?? rows).join(
    'establishment',
    'establishment.id',
    source.columns.establishmentId,
  );
};

/** Claims that hold at `now`, on the posting of the row. */
export const liveClaim = (knex: Knex, source: QueueSource, now: Instant): Knex.QueryBuilder =>
  knex('review_claim')
    .where('review_claim.posting_id', knex.ref(source.columns.id))
    .where('review_claim.expires_at', '>', now);

/** The 担当 of the row. */
export const assignmentOf = (knex: Knex, source: QueueSource): Knex.QueryBuilder =>
  knex('review_assignment')
    .where('review_assignment.item_type', typeOfKind[source.kind] ?? '')
    .where('review_assignment.item_id', knex.ref(source.columns.id));

/** Leaves of the rows of a source what the filter asks for, but for the kind. The search needs `described` rows. */
export function filtered(
  knex: Knex,
  source: QueueSource,
  rows: Knex.QueryBuilder,
  { due, holder, only = null, search }: Omit<QueueFilter, 'kind'>,
  { actor, today, now }: QueueMoment,
): Knex.QueryBuilder {
  const { columns } = source;
  const dueKey = knex.raw(columns.dueKey);
  if (due === 'today') rows.whereRaw('? = ?', [dueKey, today]);
  if (due === 'overdue') rows.whereRaw('? < ?', [dueKey, today]);
  if (due === 'ahead') rows.whereRaw('? > ? and ? < ?', [dueKey, today, dueKey, noDueKey]);
  if (only !== null) onHold(knex, source, rows, only, today);
  if (holder !== null) heldBy(knex, source, rows, holder, { actor, now });
  if (search !== null)
    rows.where((any) => {
      any.whereRaw('1 = 0');
      // Of what is neither letter nor figure nothing is left to look for in a name.
      if (search.key !== '')
        any
          .orWhereRaw("establishment.search_name like ? escape '\\'", [containing(search.key)])
          .orWhereRaw("establishment.search_kana like ? escape '\\'", [containing(search.key)]);
      // A kind without postings has no job title.
      if (columns.title === 'posting.job_title')
        any.orWhereRaw("posting.job_title like ? escape '\\'", [containing(search.text)]);
      if (search.digits !== null)
        any.orWhereRaw("replace(establishment.number, '-', '') like ? escape '\\'", [
          containing(search.digits),
        ]);
    });
  return rows;
}

function onHold(
  knex: Knex,
  source: QueueSource,
  rows: Knex.QueryBuilder,
  only: NonNullable<QueueFilter['only']>,
  today: CalendarDate,
): void {
  if (typeOfKind[source.kind] !== 'posting') rows.whereRaw('1 = 0');
  else rows.whereExists(only === 'held' ? holdsOn(knex, today) : endedHoldsOn(knex, today));
}

function heldBy(
  knex: Knex,
  source: QueueSource,
  rows: Knex.QueryBuilder,
  holder: NonNullable<QueueFilter['holder']>,
  { actor, now }: Pick<QueueMoment, 'actor' | 'now'>,
): void {
  const type = typeOfKind[source.kind];
  if (holder === 'none') {
    if (type !== null) rows.whereNotExists(assignmentOf(knex, source));
    if (type === 'posting') rows.whereNotExists(liveClaim(knex, source, now));
    return;
  }
  const given = knex('review_assignment')
    .where({ staff_id: actor.id, item_type: type ?? '' })
    .select('item_id');
  const begun = knex('review_claim')
    .where({ staff_id: actor.id })
    .where('expires_at', '>', now)
    .select('posting_id');
  rows.where((any) => {
    any.whereRaw('1 = 0');
    if (holder !== 'claimed' && type !== null) any.orWhereIn(source.columns.id, given);
    if (holder !== 'assigned' && type === 'posting') any.orWhereIn(source.columns.id, begun);
  });
}
