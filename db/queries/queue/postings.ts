import { scopeOf } from '#app/domain/permissions.ts';
import type { stateGroups } from '#app/domain/posting.ts';
import type { QueueKind } from '#app/domain/queue.ts';
import { inScope } from '../../stores/scope.ts';
import type { QueueSource } from './source.ts';

/** A due date only counts until the visit is made. */
const due = 'case when posting.visited_on is null then posting.due_date end';

const postingsIn = (kind: QueueKind, state: (typeof stateGroups.queue)[number]): QueueSource => ({
  kind,
  waiting: (knex, actor) =>
    knex('posting')
      .where(
        inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
      )
      .where('posting.state', state),
  columns: {
    id: 'posting.id',
    establishmentId: 'posting.establishment_id',
    state: 'posting.state',
    due,
    dueKey: `coalesce(${due}, '9999-12-31')`,
    since: 'posting.waiting_since',
    title: 'posting.job_title',
    number: 'posting.number',
    images: '0',
  },
});

/** 新規: postings to decide, also those sent again, and refusals to settle. */
export const newPostings = [postingsIn('new', 'under_review'), postingsIn('new', 'refusal_proposed')];

/** 本登録待ち: postings whose employer still has to come. */
export const awaitedVisits = [postingsIn('visit', 'awaiting_visit')];
