import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { inScope } from '../stores/scope.ts';
import { containing } from './like.ts';
import { type Page, pageOf, toCount } from './page.ts';

export type QueueState = (typeof stateGroups.queue)[number];

/** Which part of the queue: the same words stand in the address of the page. */
export type QueueFilter = {
  state: QueueState | null;
  /** Of postings that wait for a visit: due today, past due, or still in time. */
  due: 'today' | 'overdue' | 'ahead' | null;
  /** Part of the folded name of the establishment, or of its number, or of the job title as typed; null for all. */
  search: { key: string; text: string; digits: string | null } | null;
  /** By what, and which way; by default due first, then what has waited longest. */
  sort?: QueueSort;
  page: number;
};

/** The columns the queue is sorted by. */
export const queueSorts = ['due', 'state', 'posting', 'establishment', 'since'] as const;
export type QueueSort = { by: (typeof queueSorts)[number]; down: boolean };

/** Why a visit is needed, as the stored verdict says: the chip 確認理由. */
export type QueueReason = { rule: string; title: string };

/** A rule version that has come into force while the posting waits, and what it says otherwise. */
export type Rejudgement = { ruleSet: string; version: string; before: string; after: string };

export type QueuedPosting = {
  id: string;
  state: PostingState;
  number: string | null;
  jobTitle: string | null;
  establishmentId: string;
  establishmentName: string;
  establishmentState: 'provisional' | 'registered';
  /** 来庁期限 while the visit is still to come. */
  dueDate: CalendarDate | null;
  waitingSince: Instant | null;
  reasons: readonly QueueReason[];
  /** Rule sets whose latest verdict on the posting is a judgement anew. */
  rejudged: readonly Rejudgement[];
};

export type ReviewQueue = Page<QueuedPosting> & {
  /** Under the other filters, how many there are of each state. */
  counts: Record<QueueState | 'all', number>;
};

/** A due date only counts until the visit is made. */
const openDueDate = 'case when posting.visited_on is null then posting.due_date end';

type Row = {
  id: string;
  state: PostingState;
  number: string | null;
  job_title: string | null;
  establishment_id: string;
  name: string;
  establishment_state: QueuedPosting['establishmentState'];
  due: string | null;
  waiting_since: string | null;
};

/** The rows a filter leaves, without its state. */
function matching(
  knex: Knex,
  actor: StaffActor,
  { due, search }: Pick<QueueFilter, 'due' | 'search'>,
  today: CalendarDate,
) {
  const scoped = inScope(scopeOf(actor), {
    office: 'posting.office_id',
    establishment: 'posting.establishment_id',
  });
  const query = knex('posting')
    .join('establishment', 'establishment.id', 'posting.establishment_id')
    .where(scoped)
    .whereIn('posting.state', [...stateGroups.queue]);
  if (due === 'today') query.whereRaw(`${openDueDate} = ?`, [today]);
  if (due === 'overdue') query.whereRaw(`${openDueDate} < ?`, [today]);
  if (due === 'ahead') query.whereRaw(`${openDueDate} > ?`, [today]);
  if (search !== null)
    query.where((any) => {
      any
        .whereRaw("establishment.search_name like ? escape '\\'", [containing(search.key)])
        .orWhereRaw("establishment.search_kana like ? escape '\\'", [containing(search.key)])
        .orWhereRaw("posting.job_title like ? escape '\\'", [containing(search.text)]);
      if (search.digits !== null)
        any.orWhereRaw("replace(establishment.number, '-', '') like ? escape '\\'", [
          containing(search.digits),
        ]);
    });
  return query;
}

/** Due first, what is not due after that, then what has waited longest. */
const inQueueOrder = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.orderByRaw(
    `case when ${openDueDate} is null then 1 else 0 end, ${openDueDate}, posting.waiting_since, posting.id`,
  );

/** How each column sorts, up and down; rows without a value stand last either way. */
const sortClauses: Readonly<Record<QueueSort['by'], readonly [up: string, down: string]>> = {
  due: [
    `case when ${openDueDate} is null then 1 else 0 end, ${openDueDate}`,
    `case when ${openDueDate} is null then 1 else 0 end, ${openDueDate} desc`,
  ],
  state: [
    'case when posting.state is null then 1 else 0 end, posting.state',
    'case when posting.state is null then 1 else 0 end, posting.state desc',
  ],
  posting: [
    'case when posting.job_title is null then 1 else 0 end, posting.job_title',
    'case when posting.job_title is null then 1 else 0 end, posting.job_title desc',
  ],
  establishment: [
    'case when establishment.search_kana is null then 1 else 0 end, establishment.search_kana',
    'case when establishment.search_kana is null then 1 else 0 end, establishment.search_kana desc',
  ],
  since: [
    'case when posting.waiting_since is null then 1 else 0 end, posting.waiting_since',
    'case when posting.waiting_since is null then 1 else 0 end, posting.waiting_since desc',
  ],
};

const inOrderOf = (query: Knex.QueryBuilder, { by, down }: QueueSort): Knex.QueryBuilder =>
  inQueueOrder(query.orderByRaw(sortClauses[by][down ? 1 : 0]));

/** The reasons of the latest stored visit verdict of each posting. */
async function visitReasons(knex: Knex, ids: readonly string[]): Promise<Map<string, QueueReason[]>> {
  const rows = await knex('verdict')
    .where({ subject_type: 'posting', rule_set: 'eligibility/visit-required' })
    .whereIn('subject_id', [...ids])
    .orderBy(['decided_at', 'id'])
    .select('subject_id', 'verdict');
  return new Map(
    rows.map((row) => [
      row.subject_id,
      fromJson<Verdict>(row.verdict).reasons.map(({ rule, title }) => ({ rule, title })),
    ]),
  );
}

/** What new rule versions say otherwise of each posting, as its latest verdicts stand. */
async function rejudgements(knex: Knex, ids: readonly string[]): Promise<Map<string, Rejudgement[]>> {
  const rows: {
    subject_id: string;
    rule_set: string;
    version: string;
    outcome: string;
    occasion: string;
  }[] = await knex('verdict')
    .where({ subject_type: 'posting' })
    .whereIn('subject_id', [...ids])
    .orderBy(['decided_at', 'id'])
    .select('subject_id', 'rule_set', 'version', 'outcome', 'occasion');
  const found = new Map<string, Map<string, Rejudgement>>();
  const outcomes = new Map<string, string>();
  for (const { subject_id, rule_set, version, outcome, occasion } of rows) {
    const key = `${subject_id} ${rule_set}`;
    const ofPosting = found.get(subject_id) ?? new Map<string, Rejudgement>();
    if (occasion === 'rejudge')
      ofPosting.set(rule_set, {
        ruleSet: rule_set,
        version,
        before: outcomes.get(key) ?? outcome,
        after: outcome,
      });
    else ofPosting.delete(rule_set);
    found.set(subject_id, ofPosting);
    outcomes.set(key, outcome);
  }
  return new Map([...found].map(([id, bySet]) => [id, [...bySet.values()]]));
}

/** 審査の一覧 of the actor's office: what waits for the counter, due first, then the oldest. */
export async function reviewQueue(
  knex: Knex,
  actor: StaffActor,
  filter: QueueFilter,
  today: CalendarDate,
): Promise<ReviewQueue> {
  const ofState = () => {
    const query = matching(knex, actor, filter, today);
    return filter.state === null ? query : query.where('posting.state', filter.state);
  };
  const list = ofState().select(
    'posting.id',
    'posting.state',
    'posting.number',
    'posting.job_title',
    'posting.establishment_id',
    'posting.waiting_since',
    'establishment.name',
    'establishment.state as establishment_state',
    knex.raw(`${openDueDate} as due`),
  );
  const found = await pageOf<Row>(
    ofState(),
    filter.sort === undefined ? inQueueOrder(list) : inOrderOf(list, filter.sort),
    filter.page,
  );
  const ids = found.rows.map((row) => row.id);
  const [reasons, rejudged] = [await visitReasons(knex, ids), await rejudgements(knex, ids)];
  const counted: { state: QueueState; count: unknown }[] = await matching(knex, actor, filter, today)
    .groupBy('posting.state')
    .select('posting.state')
    .count('* as count');
  const countOf = (state: QueueState) => toCount(counted.find((row) => row.state === state)?.count);
  const counts = {
    awaiting_visit: countOf('awaiting_visit'),
    under_review: countOf('under_review'),
    refusal_proposed: countOf('refusal_proposed'),
  };
  return {
    ...found,
    rows: found.rows.map((row) => ({
      id: row.id,
      state: row.state,
      number: row.number,
      jobTitle: row.job_title,
      establishmentId: row.establishment_id,
      establishmentName: row.name,
      establishmentState: row.establishment_state,
      dueDate: row.due,
      waitingSince: row.waiting_since,
      reasons: reasons.get(row.id) ?? [],
      rejudged: rejudged.get(row.id) ?? [],
    })),
    counts: { ...counts, all: counts.awaiting_visit + counts.under_review + counts.refusal_proposed },
  };
}

/**
 * 次の1件: what to decide next, or null. What somebody else is reviewing is passed over, and a supervisor's own
 * proposals wait for another supervisor.
 * @param except the posting that is open now
 */
export async function nextReview(
  knex: Knex,
  actor: StaffActor,
  now: Instant,
  { state = 'under_review', except = '' }: { state?: QueueState; except?: string } = {},
): Promise<string | null> {
  const all = matching(knex, actor, { due: null, search: null }, businessDate(new Date(now)))
    .where('posting.state', state)
    .whereNot('posting.id', except)
    .whereNotExists(
      knex('review_claim')
        .whereRaw('review_claim.posting_id = posting.id')
        .where('expires_at', '>', now)
        .whereNot('staff_id', actor.id),
    )
    .whereNotExists(
      knex('posting_refusal')
        .whereRaw('posting_refusal.posting_id = posting.id')
        .whereNull('settlement')
        .where('proposed_by', actor.id),
    );
  const row = await inQueueOrder(all.select('posting.id')).first();
  return row?.id ?? null;
}
