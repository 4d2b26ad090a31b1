import type { Knex } from 'knex';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { Scope } from '#app/domain/permissions.ts';
import {
  descriptionOf,
  type Posting,
  type PostingDescription,
  type PostingRefusal,
  type PostingReturn,
  stateGroups,
  visitStates,
} from '#app/domain/posting.ts';
import { fromFlag, fromJson, toFlag, toJson } from '../rows.ts';
import { counted, type Dated, laterThan } from './keyset.ts';
import { inScope } from './scope.ts';
import { nextSerial } from './serial.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string;
  office_id: string;
  account_id: string | null;
  state: Posting['state'];
  via: Posting['via'];
  content: string;
  steps_done: number;
  kinds: string;
  contract: Posting['contract'];
  job_title: string | null;
  applied_on: string | null;
  waiting_since: string | null;
  due_date: string | null;
  visited_on: string | null;
  office_demand: number;
  number: string | null;
  accepted_on: string | null;
  valid_until: string | null;
  invalidated_on: string | null;
  version: number;
  created_at: string;
  updated_at: string;
};

export const postingFrom = (row: Row): Posting => ({
  id: row.id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  accountId: row.account_id,
  state: row.state,
  via: row.via,
  content: fromJson(row.content),
  stepsDone: row.steps_done,
  kinds: fromJson(row.kinds),
  contract: row.contract,
  jobTitle: row.job_title,
  appliedOn: row.applied_on,
  waitingSince: row.waiting_since,
  dueDate: row.due_date,
  visitedOn: row.visited_on,
  officeDemand: fromFlag(row.office_demand),
  number: row.number,
  acceptedOn: row.accepted_on,
  validUntil: row.valid_until,
  invalidatedOn: row.invalidated_on,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const rowFrom = (posting: Posting): Row => ({
  id: posting.id,
  establishment_id: posting.establishmentId,
  office_id: posting.officeId,
  account_id: posting.accountId,
  state: posting.state,
  via: posting.via,
  content: toJson(posting.content),
  steps_done: posting.stepsDone,
  kinds: toJson(posting.kinds),
  contract: posting.contract,
  job_title: posting.jobTitle,
  applied_on: posting.appliedOn,
  waiting_since: posting.waitingSince,
  due_date: posting.dueDate,
  visited_on: posting.visitedOn,
  office_demand: toFlag(posting.officeDemand),
  number: posting.number,
  accepted_on: posting.acceptedOn,
  valid_until: posting.validUntil,
  invalidated_on: posting.invalidatedOn,
  version: posting.version,
  created_at: posting.createdAt,
  updated_at: posting.updatedAt,
});

/** One earlier application of an establishment, as the visit rules look at it. */
export type PastApplication = Pick<Posting, 'via' | 'kinds' | 'contract'> & {
  appliedOn: CalendarDate;
  accepted: boolean;
};

/** What decides whether a MyPage that nobody uses is kept (leaflet 「求人無効日から5年以内に…」). */
export type RetentionCounts = {
  /** The latest 求人無効日 of the establishment; null when no posting has become invalid. */
  lastInvalidOn: CalendarDate | null;
  /** Applications for postings after that day. */
  appliedAfterLastInvalid: number;
};

/** What a sweep needs to know of a posting: the day it is about, and the version it was found at. */
export type DatedPosting = Dated & { version: number };

export type PostingStore = {
  find(scope: Scope, id: string): Promise<Posting | undefined>;
  /** The posting with that 求人番号, of any office: every office refers to it. */
  findByNumber(number: string): Promise<Posting | undefined>;
  insert(posting: Posting): Promise<void>;
  /** Saves every column where the version is still `posting.version`; throws StaleRecord otherwise. */
  update(posting: Posting): Promise<void>;
  removeDraft(posting: Posting): Promise<void>;
  /** Submitted postings of the establishment other than `exceptId`, oldest first. */
  history(establishmentId: string, exceptId: string | null): Promise<PastApplication[]>;
  /** The establishment's other postings that are valid or waiting for the counter or the employer. */
  liveOthers(establishmentId: string, exceptId: string): Promise<PostingDescription[]>;
  /** The establishment's postings of one account become those of another. */
  handOver(establishmentId: string, from: string, to: string): Promise<void>;
  awaitingVisitOf(establishmentId: string): Promise<Posting[]>;
  /** Every posting of the establishment that is valid or applied for. */
  openOf(establishmentId: string): Promise<Posting[]>;
  /** Ids of postings of any office that wait for the counter, in order, after the one with id `after`; '' begins. */
  waiting(after: string, limit: number): Promise<string[]>;
  /** How many postings of the establishment are 有効中 on a day: accepted, and their validity has not ended. */
  countValid(establishmentId: string, on: CalendarDate): Promise<number>;
  /** As the records stand on a day; a validity that has ended counts from the day after, recorded as invalid or not. */
  retentionCounts(establishmentId: string, on: CalendarDate): Promise<RetentionCounts>;
  /** Postings that are still valid although their validity ended before that day, by its end, after `after`. */
  endedBefore(day: CalendarDate, after: DatedPosting | null, limit: number): Promise<DatedPosting[]>;
  countEndedBefore(day: CalendarDate): Promise<number>;
  /** Postings of any office whose 来庁期限 was before that day and still runs, by that date, after `after`. */
  dueBefore(day: CalendarDate, after: DatedPosting | null, limit: number): Promise<DatedPosting[]>;
  countDueBefore(day: CalendarDate): Promise<number>;
  /** The next 8-digit serial of the office; gaps are possible, reuse is not. */
  nextSerial(officeId: string): Promise<number>;
  insertReturn(record: PostingReturn): Promise<void>;
  answerReturns(postingId: string, answeredAt: string): Promise<void>;
  /** 取消し of whatever 差戻し is open. */
  withdrawReturns(postingId: string, withdrawnAt: string): Promise<void>;
  insertRefusal(record: PostingRefusal): Promise<void>;
  openRefusal(postingId: string): Promise<PostingRefusal | undefined>;
  settleRefusal(record: PostingRefusal): Promise<void>;
};

const refusalFrom = (row: Record<string, string | null>): PostingRefusal =>
  ({
    id: row.id,
    postingId: row.posting_id,
    ground: row.ground,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    settledBy: row.settled_by,
    settledAt: row.settled_at,
    settlement: row.settlement,
  }) as PostingRefusal;

export function postingStore(knex: Knex): PostingStore {
  const ended = (day: CalendarDate) =>
    knex('posting').where({ state: 'valid' }).where('valid_until', '<', day);
  const overdue = (day: CalendarDate) =>
    knex('posting')
      .whereIn('state', [...visitStates])
      .whereNull('visited_on')
      .where('due_date', '<', day);
  return {
    find: async (scope, id) => {
      const row = await knex<Row>('posting').where({ id }).where(inScope(scope)).first();
      return row && postingFrom(row);
    },
    findByNumber: async (number) => {
      const row = await knex<Row>('posting').where({ number }).first();
      return row && postingFrom(row);
    },
    insert: async (posting) => {
      await knex('posting').insert(rowFrom(posting));
    },
    update: (posting) => {
      const { id, version, ...columns } = rowFrom(posting);
      return updateVersion(knex, 'posting', { id, version }, columns);
    },
    removeDraft: async (posting) => {
      await knex('posting').where({ id: posting.id, version: posting.version, state: 'draft' }).delete();
    },
    history: async (establishmentId, exceptId) => {
      const rows = await knex<Row>('posting')
        .where({ establishment_id: establishmentId })
        .whereNotNull('applied_on')
        .whereNot('id', exceptId ?? '')
        .orderBy(['applied_on', 'id'])
        .select('applied_on', 'via', 'kinds', 'contract', 'accepted_on');
      return rows.map((row) => ({
        appliedOn: row.applied_on as CalendarDate,
        via: row.via,
        kinds: fromJson(row.kinds),
        contract: row.contract,
        accepted: row.accepted_on !== null,
      }));
    },
    liveOthers: async (establishmentId, exceptId) => {
      const rows = await knex<Row>('posting')
        .where({ establishment_id: establishmentId })
        .whereIn('state', [...stateGroups.applied, ...stateGroups.valid])
        .whereNot('id', exceptId)
        .orderBy('id')
        .select('content');
      return rows.map(({ content }) => descriptionOf(fromJson(content)));
    },
    waiting: (after, limit) =>
      knex<Row>('posting')
        .whereIn('state', [...stateGroups.queue])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .pluck('id'),
    handOver: async (establishmentId, from, to) => {
      await knex('posting')
        .where({ establishment_id: establishmentId, account_id: from })
        .update({ account_id: to, version: knex.raw('version + 1') });
    },
    awaitingVisitOf: async (establishmentId) => {
      const rows = await knex<Row>('posting')
        .where({ establishment_id: establishmentId, state: 'awaiting_visit' })
        .orderBy(['due_date', 'id']);
      return rows.map(postingFrom);
    },
    openOf: async (establishmentId) => {
      const rows = await knex<Row>('posting')
        .where({ establishment_id: establishmentId })
        .whereIn('state', [...stateGroups.applied, ...stateGroups.valid])
        .orderBy('id');
      return rows.map(postingFrom);
    },
    countValid: async (establishmentId, on) => {
      const row = await knex('posting')
        .where({ establishment_id: establishmentId, state: 'valid' })
        .where('valid_until', '>=', on)
        .count({ count: '*' })
        .first();
      return Number(row?.count ?? 0);
    },
    retentionCounts: async (establishmentId, on) => {
      const ofEstablishment = () => knex('posting').where({ establishment_id: establishmentId });
      const recorded = await ofEstablishment()
        .where('invalidated_on', '<=', on)
        .max({ day: 'invalidated_on' })
        .first();
      const ended = await ofEstablishment()
        .where({ state: 'valid' })
        .where('valid_until', '<', on)
        .max({ day: 'valid_until' })
        .first();
      const days: CalendarDate[] = [recorded?.day, ended?.day && addDays(ended.day, 1)].filter(Boolean);
      const lastInvalidOn = days.toSorted().at(-1) ?? null;
      if (lastInvalidOn === null) return { lastInvalidOn, appliedAfterLastInvalid: 0 };
      const applied = await ofEstablishment()
        .where('applied_on', '>', lastInvalidOn)
        .where('applied_on', '<=', on)
        .count({ count: '*' })
        .first();
      return { lastInvalidOn, appliedAfterLastInvalid: Number(applied?.count ?? 0) };
    },
    endedBefore: (day, after, limit) =>
      ended(day)
        .modify(laterThan('valid_until', after))
        .orderBy(['valid_until', 'id'])
        .limit(limit)
        .select('id', 'version', 'valid_until as day'),
    countEndedBefore: (day) => counted(ended(day)),
    dueBefore: (day, after, limit) =>
      overdue(day)
        .modify(laterThan('due_date', after))
        .orderBy(['due_date', 'id'])
        .limit(limit)
        .select('id', 'version', 'due_date as day'),
    countDueBefore: (day) => counted(overdue(day)),
    nextSerial: (officeId) => nextSerial(knex, 'posting_number', officeId),
    insertReturn: async (record) => {
      await knex('posting_return').insert({
        id: record.id,
        posting_id: record.postingId,
        reasons: toJson(record.reasons),
        fields: toJson(record.fields),
        message: record.message,
        returned_by: record.returnedBy,
        returned_at: record.returnedAt,
        answered_at: record.answeredAt,
      });
    },
    answerReturns: async (postingId, answeredAt) => {
      await knex('posting_return')
        .where({ posting_id: postingId })
        .whereNull('answered_at')
        .whereNull('withdrawn_at')
        .update({ answered_at: answeredAt });
    },
    withdrawReturns: async (postingId, withdrawnAt) => {
      await knex('posting_return')
        .where({ posting_id: postingId })
        .whereNull('answered_at')
        .whereNull('withdrawn_at')
        .update({ withdrawn_at: withdrawnAt });
    },
    insertRefusal: async (record) => {
      await knex('posting_refusal').insert({
        id: record.id,
        posting_id: record.postingId,
        ground: record.ground,
        reason: record.reason,
        proposed_by: record.proposedBy,
        proposed_at: record.proposedAt,
      });
    },
    openRefusal: async (postingId) => {
      const row = await knex('posting_refusal')
        .where({ posting_id: postingId })
        .whereNull('settlement')
        .orderBy('proposed_at', 'desc')
        .first();
      return row && refusalFrom(row);
    },
    settleRefusal: async (record) => {
      await knex('posting_refusal').where({ id: record.id }).whereNull('settlement').update({
        settled_by: record.settledBy,
        settled_at: record.settledAt,
        settlement: record.settlement,
      });
    },
  };
}
