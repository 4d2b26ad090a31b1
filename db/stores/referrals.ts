import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Scope } from '#app/domain/permissions.ts';
import type { Referral } from '#app/domain/referral.ts';
import { fromFlag, toFlag } from '../rows.ts';
import { counted } from './keyset.ts';
import { inScope } from './scope.ts';
import { nextSerial } from './serial.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  number: string;
  posting_id: string;
  establishment_id: string;
  office_id: string;
  referring_office_id: string;
  seeker_id: string;
  referred_on: string;
  referred_by: string;
  phoned: number;
  state: Referral['state'];
  interview_on: string | null;
  interview_at: string | null;
  interview_place: string | null;
  contact_name: string | null;
  note: string | null;
  settled_on: string | null;
  settled_by: string | null;
  channel: Referral['channel'];
  conditions_differed: number | null;
  conditions_note: string | null;
  cancel_reason: string | null;
  notice_sent_on: string | null;
  version: number;
  created_at: string;
};

export const referralFrom = (row: Row): Referral => ({
  id: row.id,
  number: row.number,
  postingId: row.posting_id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  referringOfficeId: row.referring_office_id,
  seekerId: row.seeker_id,
  referredOn: row.referred_on,
  referredBy: row.referred_by,
  phoned: fromFlag(row.phoned),
  state: row.state,
  interview: {
    on: row.interview_on,
    at: row.interview_at,
    place: row.interview_place,
    contact: row.contact_name,
  },
  note: row.note,
  settled:
    row.settled_on === null || row.settled_by === null ? null : { on: row.settled_on, by: row.settled_by },
  channel: row.channel,
  conditionsDiffered: row.conditions_differed === null ? null : fromFlag(row.conditions_differed),
  conditionsNote: row.conditions_note,
  cancelReason: row.cancel_reason,
  noticeSentOn: row.notice_sent_on,
  version: row.version,
  createdAt: row.created_at,
});

const rowFrom = (referral: Referral): Row => ({
  id: referral.id,
  number: referral.number,
  posting_id: referral.postingId,
  establishment_id: referral.establishmentId,
  office_id: referral.officeId,
  referring_office_id: referral.referringOfficeId,
  seeker_id: referral.seekerId,
  referred_on: referral.referredOn,
  referred_by: referral.referredBy,
  phoned: toFlag(referral.phoned),
  state: referral.state,
  interview_on: referral.interview.on,
  interview_at: referral.interview.at,
  interview_place: referral.interview.place,
  contact_name: referral.interview.contact,
  note: referral.note,
  settled_on: referral.settled?.on ?? null,
  settled_by: referral.settled?.by ?? null,
  channel: referral.channel,
  conditions_differed: referral.conditionsDiffered === null ? null : toFlag(referral.conditionsDiffered),
  conditions_note: referral.conditionsNote,
  cancel_reason: referral.cancelReason,
  notice_sent_on: referral.noticeSentOn,
  version: referral.version,
  created_at: referral.createdAt,
});

/** The actor's reach: the office of the posting and the office that has referred; an employer its own; who speaks for job seekers those that were referred by their office. */
export const referralsInScope = (scope: Scope) => (query: Knex.QueryBuilder) => {
  if (scope.kind === 'office')
    query.where((either) =>
      either
        .where('referral.office_id', scope.officeId)
        .orWhere('referral.referring_office_id', scope.officeId),
    );
  else if (scope.kind === 'seekersOf') query.where('referral.referring_office_id', scope.officeId);
  else
    query.where(inScope(scope, { office: 'referral.office_id', establishment: 'referral.establishment_id' }));
};

/** Without those whose employer was erased: they stay with the job seeker only. */
export const ofEmployers = (query: Knex.QueryBuilder): void => {
  query.whereNotNull('referral.establishment_id');
};

export type Unregistered = { referredOn: CalendarDate; unregistered: number };

/** Where a sweep of notices stands: the order is that of its index. */
export type NoticePlace = { id: string; referredOn: CalendarDate };

/** Written out, because SQLite takes a partial index only where it reads the state in the statement itself. */
const unregistered = "state = 'referred'";

/** Which results count as missing, how many are one too few, and the day promises are judged by. */
export type Overdue = { day: CalendarDate; most: number; today: CalendarDate };

/** Referrals whose employer was erased are not found. */
export type ReferralStore = {
  find(scope: Scope, id: string): Promise<Referral | undefined>;
  findByNumber(scope: Scope, number: string): Promise<Referral | undefined>;
  /** false where the seeker has been referred to the posting already, also at this moment. */
  insert(referral: Referral): Promise<boolean>;
  /** The referral of a seeker to a posting that was not cancelled; at most one. */
  between(seekerId: string, postingId: string): Promise<Referral | undefined>;
  /** Throws StaleRecord when the version has moved on. */
  update(referral: Referral): Promise<void>;
  /** How many results of the establishment are missing, by the day of referral, oldest first. */
  unregisteredOf(establishmentId: string): Promise<Unregistered[]>;
  /**
   * Referrals before `day` that have neither a result nor had their notice, of establishments with an open MyPage, in
   * order, after `after`; empty texts begin.
   */
  notNoticed(day: CalendarDate, after: NoticePlace, limit: number): Promise<NoticePlace[]>;
  countNotNoticed(day: CalendarDate): Promise<number>;
  /**
   * Registered establishments that miss more than `most` results of referrals before `day`, are not restricted and have promised
   * nothing for a day from `today` on, in order of their ids, after `after`; '' begins.
   */
  overdueEstablishments(overdue: Overdue, after: string, limit: number): Promise<string[]>;
  countOverdueEstablishments(overdue: Overdue): Promise<number>;
  nextSerial(officeId: string): Promise<number>;
};

export function referralStore(knex: Knex): ReferralStore {
  const findBy = async (scope: Scope, where: Partial<Row>) => {
    const row = await knex<Row>('referral')
      .where(where)
      .where(referralsInScope(scope))
      .where(ofEmployers)
      .first();
    return row && referralFrom(row);
  };
  const toNotice = (day: CalendarDate) =>
    knex('referral')
      .whereRaw(unregistered)
      .whereNull('notice_sent_on')
      .where('referred_on', '<', day)
      .whereExists(
        knex('account')
          .whereRaw('account.establishment_id = referral.establishment_id')
          .where({ 'account.state': 'active' })
          .whereNull('account.withdrawn_on')
          .whereNull('account.closed_on'),
      );
  const overdue = ({ day, most, today }: Overdue) =>
    knex('referral')
      .whereRaw(unregistered)
      .where('referred_on', '<', day)
      .whereExists(
        knex('establishment')
          .whereRaw('establishment.id = referral.establishment_id')
          .where('establishment.state', 'registered'),
      )
      .whereNotExists(
        knex('restriction')
          .whereRaw('restriction.establishment_id = referral.establishment_id')
          .where((either) => either.whereNull('released_on').orWhere('promised_on', '>=', today)),
      )
      .groupBy('establishment_id')
      .havingRaw('count(*) > ?', [most]);
  return {
    find: (scope, id) => findBy(scope, { id }),
    findByNumber: (scope, number) => findBy(scope, { number }),
    insert: async (referral) => {
      await knex('referral').insert(rowFrom(referral)).onConflict().ignore();
      return (await knex('referral').where({ id: referral.id }).first('id')) !== undefined;
    },
    between: async (seekerId, postingId) => {
      const row = await knex<Row>('referral')
        .where({ seeker_id: seekerId, posting_id: postingId })
        .whereNot('state', 'cancelled')
        .first();
      return row && referralFrom(row);
    },
    update: (referral) => {
      const { id, version, ...columns } = rowFrom(referral);
      return updateVersion(knex, 'referral', { id, version }, columns);
    },
    unregisteredOf: async (establishmentId) => {
      const rows: { referred_on: string; count: unknown }[] = await knex('referral')
        .where({ establishment_id: establishmentId })
        .whereRaw(unregistered)
        .groupBy('referred_on')
        .orderBy('referred_on')
        .select('referred_on')
        .count({ count: '*' });
      return rows.map((row) => ({ referredOn: row.referred_on, unregistered: Number(row.count) }));
    },
    notNoticed: (day, after, limit) =>
      toNotice(day)
        .where('referred_on', '>=', after.referredOn)
        .where((later) => later.where('referred_on', '>', after.referredOn).orWhere('id', '>', after.id))
        .orderBy(['referred_on', 'id'])
        .limit(limit)
        .select('id', 'referred_on as referredOn'),
    countNotNoticed: (day) => counted(toNotice(day)),
    overdueEstablishments: (which, after, limit) =>
      overdue(which)
        .where('establishment_id', '>', after)
        .orderBy('establishment_id')
        .limit(limit)
        .pluck('establishment_id'),
    countOverdueEstablishments: (which) =>
      counted(knex.from(overdue(which).select('establishment_id').as('overdue'))),
    nextSerial: (officeId) => nextSerial(knex, 'referral_number', officeId),
  };
}
