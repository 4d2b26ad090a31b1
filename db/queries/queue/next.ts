import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { businessDate, type Instant } from '#app/domain/clock.ts';
import { may } from '#app/domain/permissions.ts';
import { type QueueItem, type QueueKind, type QueuePlace, typeOfKind } from '#app/domain/queue.ts';
import { holdsOn } from '../holds.ts';
import { assignmentOf, liveClaim } from './filter.ts';
import { servedSources } from './registry.ts';
import { inQueueOrder, type QueueSource } from './source.ts';

/**
 * 次の1件 in the order of the queue, or of one of its tabs; null when there is none. Passed over is what a colleague
 * reviews or was given, what is on hold, and a refusal that the actor may not settle: somebody else has to.
 * @param except the item that is open now
 * @param known the sources that have items, where somebody has just counted them
 */
export async function nextInQueue(
  knex: Knex,
  actor: StaffActor,
  now: Instant,
  {
    kind = null,
    except = null,
    known,
  }: { kind?: QueueKind | null; except?: QueueItem | null; known?: readonly QueueSource[] } = {},
): Promise<QueuePlace | null> {
  const served = servedSources(kind);
  const sources =
    known === undefined
      ? await withItems(knex, actor, served)
      : served.filter((source) => known.includes(source));
  const [first, ...others] = sources.map((source) =>
    knex.from(firstOf(knex, source, actor, now, except).as('arm')).select('*'),
  );
  if (first === undefined) return null;
  const item: QueuePlace | undefined = await knex
    .from(first.unionAll(others).as('item'))
    .orderBy(['item.due_key', 'item.since', 'item.id'])
    .first(
      'item.kind',
      'item.id',
      'item.establishment_id as establishmentId',
      'item.posting_id as postingId',
    );
  return item ?? null;
}

/** The sources that have anything at all: which of them is next costs a statement for each. */
async function withItems(
  knex: Knex,
  actor: StaffActor,
  sources: readonly QueueSource[],
): Promise<QueueSource[]> {
  const [first, ...others] = sources.map((source, place) => {
    // In the order of its index, so that nobody looks for one from end to end.
    const one = inQueueOrder(knex, source.waiting(knex, actor), source).limit(1);
    return knex
      .from(one.select({ place: knex.raw('cast(? as integer)', [place]) }).as('arm'))
      .select('place');
  });
  if (first === undefined) return [];
  const found: { place: number }[] = await first.unionAll(others);
  return sources.filter((_, place) => found.some((row) => row.place === place));
}

function firstOf(
  knex: Knex,
  source: QueueSource,
  actor: StaffActor,
  now: Instant,
  except: QueueItem | null,
): Knex.QueryBuilder {
  const { columns, kind } = source;
  const rows = source
    .waiting(knex, actor)
    .whereNotExists(assignmentOf(knex, source).whereNot('review_assignment.staff_id', actor.id));
  if (except !== null) leaveOut(rows, source, except);
  if (typeOfKind[kind] === 'posting')
    rows
      .whereNotExists(liveClaim(knex, source, now).whereNot('review_claim.staff_id', actor.id))
      .whereNotExists(holdsOn(knex, businessDate(new Date(now))));
  if (kind === 'new') rows.where(settleable(knex, actor));
  return inQueueOrder(knex, rows, source)
    .limit(1)
    .select({
      kind: knex.raw('cast(? as text)', [kind]),
      id: columns.id,
      due_key: knex.raw(columns.dueKey),
      since: columns.since,
      establishment_id: columns.establishmentId,
      posting_id: knex.raw(columns.postingId),
    });
}

/** One posting may have moved to another kind since it was opened, and its checks are on the page that is open. */
function leaveOut(rows: Knex.QueryBuilder, { kind, columns }: QueueSource, except: QueueItem): void {
  const [type, open] = [typeOfKind[kind], typeOfKind[except.kind]];
  if (except.kind === kind || (type !== null && type === open)) rows.whereNot(columns.id, except.id);
  if (open === 'posting' && kind === 'check')
    rows.where((about) => about.whereNull(columns.postingId).orWhereNot(columns.postingId, except.id));
}

/** Refusals are settled by supervisors, and not by who proposed them. */
const settleable = (knex: Knex, actor: StaffActor) => (rows: Knex.QueryBuilder) => {
  if (!may(actor, 'posting.settleRefusal')) rows.whereNot('posting.state', 'refusal_proposed');
  else
    rows.whereNotExists(
      knex('posting_refusal')
        .whereRaw('posting_refusal.posting_id = posting.id')
        .whereNull('settlement')
        .where('proposed_by', actor.id),
    );
};
