import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { type ChangeRequest, openChangeStates, type PostingVersion } from '#app/domain/changeRequest.ts';
import type { Scope } from '#app/domain/permissions.ts';
import { fromJson, toJson } from '../rows.ts';
import { counted } from './keyset.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  kind: ChangeRequest['kind'];
  establishment_id: string;
  office_id: string;
  account_id: string;
  posting_id: string | null;
  state: ChangeRequest['state'];
  before: string;
  after: string;
  stop_reason: string | null;
  stop_on: string | null;
  answer: string | null;
  decided_at: string | null;
  waiting_since: string | null;
  version: number;
  created_at: string;
};

export const changeRequestFrom = (row: Row): ChangeRequest => ({
  id: row.id,
  kind: row.kind,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  accountId: row.account_id,
  postingId: row.posting_id,
  state: row.state,
  before: fromJson(row.before),
  after: fromJson(row.after),
  stopReason: row.stop_reason,
  stopOn: row.stop_on,
  answer: row.answer,
  decidedAt: row.decided_at,
  waitingSince: row.waiting_since,
  version: row.version,
  createdAt: row.created_at,
});

const rowFrom = (request: ChangeRequest): Row => ({
  id: request.id,
  kind: request.kind,
  establishment_id: request.establishmentId,
  office_id: request.officeId,
  account_id: request.accountId,
  posting_id: request.postingId,
  state: request.state,
  before: toJson(request.before),
  after: toJson(request.after),
  stop_reason: request.stopReason,
  stop_on: request.stopOn,
  answer: request.answer,
  decided_at: request.decidedAt,
  waiting_since: request.waitingSince,
  version: request.version,
  created_at: request.createdAt,
});

export type DueStop = { postingId: string; version: number; requestId: string };

export type ChangeRequestStore = {
  find(scope: Scope, id: string): Promise<ChangeRequest | undefined>;
  /** false where the target has an open request already, also one made at this moment. */
  insert(request: ChangeRequest): Promise<boolean>;
  /** Throws StaleRecord when the version has moved on. */
  update(request: ChangeRequest): Promise<void>;
  /** The one open request about a posting. */
  openOfPosting(postingId: string): Promise<ChangeRequest | undefined>;
  /** The one open request about the establishment itself. */
  openOfEstablishment(establishmentId: string): Promise<ChangeRequest | undefined>;
  /** Requests about the establishment itself within reach, newest first, at most 20. */
  ofEstablishment(scope: Scope, establishmentId: string): Promise<ChangeRequest[]>;
  /** All requests about a posting within reach, newest first. */
  ofPosting(scope: Scope, postingId: string): Promise<ChangeRequest[]>;
  /** The establishment's requests of one account become those of another. */
  handOver(establishmentId: string, from: string, to: string): Promise<void>;
  /** Keeps content that a change replaces. */
  keepVersion(version: PostingVersion): Promise<void>;
  /** Content replaced so far, newest first. */
  versionsOf(postingId: string): Promise<PostingVersion[]>;
  /** Valid postings whose accepted 募集停止 has come by `today`, in the order of the requests, after `after`. */
  dueStops(today: CalendarDate, after: DueStop | null, limit: number): Promise<DueStop[]>;
  countDueStops(today: CalendarDate): Promise<number>;
};

export function changeRequestStore(knex: Knex): ChangeRequestStore {
  const stopsBy = (today: CalendarDate) =>
    knex('change_request')
      .join('posting', 'posting.id', 'change_request.posting_id')
      .where({
        'change_request.kind': 'stop',
        'change_request.state': 'accepted',
        'posting.state': 'valid',
      })
      .where('change_request.stop_on', '<=', today);
  return {
    find: async (scope, id) => {
      const row = await knex<Row>('change_request').where({ id }).where(inScope(scope)).first();
      return row && changeRequestFrom(row);
    },
    insert: async (request) => {
      await knex('change_request').insert(rowFrom(request)).onConflict().ignore();
      return (await knex('change_request').where({ id: request.id }).first('id')) !== undefined;
    },
    update: (request) => {
      const { id, version, ...columns } = rowFrom(request);
      return updateVersion(knex, 'change_request', { id, version }, columns);
    },
    openOfPosting: async (postingId) => {
      const row = await knex<Row>('change_request')
        .where({ posting_id: postingId })
        .whereIn('state', [...openChangeStates])
        .first();
      return row && changeRequestFrom(row);
    },
    openOfEstablishment: async (establishmentId) => {
      const row = await knex<Row>('change_request')
        .where({ establishment_id: establishmentId, posting_id: null })
        .whereIn('state', [...openChangeStates])
        .first();
      return row && changeRequestFrom(row);
    },
    ofEstablishment: async (scope, establishmentId) => {
      const rows = await knex<Row>('change_request')
        .where({ establishment_id: establishmentId, posting_id: null })
        .where(inScope(scope))
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(20);
      return rows.map(changeRequestFrom);
    },
    ofPosting: async (scope, postingId) => {
      const rows = await knex<Row>('change_request')
        .where({ posting_id: postingId })
        .where(inScope(scope))
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      return rows.map(changeRequestFrom);
    },
    handOver: async (establishmentId, from, to) => {
      await knex('change_request')
        .where({ establishment_id: establishmentId, account_id: from })
        .update({ account_id: to, version: knex.raw('version + 1') });
    },
    keepVersion: async ({ id, postingId, requestId, content, replacedAt }) => {
      await knex('posting_version').insert({
        id,
        posting_id: postingId,
        request_id: requestId,
        content: toJson(content),
        replaced_at: replacedAt,
      });
    },
    versionsOf: async (postingId) => {
      const rows = await knex('posting_version')
        .where({ posting_id: postingId })
        .orderBy('replaced_at', 'desc');
      return rows.map((row) => ({
        id: row.id,
        postingId: row.posting_id,
        requestId: row.request_id,
        content: fromJson(row.content),
        replacedAt: row.replaced_at,
      }));
    },
    dueStops: (today, after, limit) =>
      stopsBy(today)
        .where('change_request.id', '>', after?.requestId ?? '')
        .orderBy('change_request.id')
        .limit(limit)
        .select('posting.id as postingId', 'posting.version', 'change_request.id as requestId'),
    countDueStops: (today) => counted(stopsBy(today)),
  };
}
