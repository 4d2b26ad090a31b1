import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { stateGroups } from '#app/domain/posting.ts';
import type { QueueKind } from '#app/domain/queue.ts';
import { inScope } from '../../stores/scope.ts';
import { checkedPostings } from '../extraChecks.ts';
import { noText, type QueueSource } from './source.ts';

type QueueState = (typeof stateGroups.queue)[number];

/** A due date only counts until the visit is made. */
const dueKey = "coalesce(case when posting.visited_on is null then posting.due_date end, '9999-12-31')";

/** The due date, or the day of a check that staff added where that is earlier. */
const earliest = `(select case when min(extra_check.due_on) < ${dueKey} then min(extra_check.due_on) else ${dueKey} end from extra_check where extra_check.posting_id = posting.id and extra_check.settled_at is null)`;

const columns = {
  id: 'posting.id',
  establishmentId: 'posting.establishment_id',
  postingId: noText,
  state: 'posting.state',
  dueKey,
  since: 'posting.waiting_since',
  title: 'posting.job_title',
  number: 'posting.number',
  images: '0',
};

const postings = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  knex('posting').where(
    inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
  );

/**
 * Postings in these states. Each state is a source of its own, in the order of its index; the few with a check that
 * staff added are due on another day than the index says, and are put in order by themselves.
 */
const postingsIn = (kind: QueueKind, states: readonly QueueState[]): QueueSource[] => [
  ...states.map((state) => ({
    kind,
    waiting: (knex: Knex, actor: StaffActor) =>
      postings(knex, actor)
        .where('posting.state', state)
        .whereNotIn('posting.id', checkedPostings(knex, actor)),
    columns,
  })),
  {
    kind,
    waiting: (knex, actor) =>
      postings(knex, actor)
        .whereIn('posting.state', [...states])
        .whereIn('posting.id', checkedPostings(knex, actor)),
    columns: { ...columns, dueKey: earliest },
  },
];

/** 新規: postings to decide, also those sent again, and refusals to settle. */
export const newPostings = postingsIn('new', ['under_review', 'refusal_proposed']);

/** 本登録待ち: postings whose employer still has to come. */
export const awaitedVisits = postingsIn('visit', ['awaiting_visit']);
