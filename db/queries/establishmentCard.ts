import type { Knex } from 'knex';
import type { Account, AccountState } from '#app/domain/account.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { PostingState } from '#app/domain/posting.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { referralStore } from '../stores/referrals.ts';
import { restrictionStore } from '../stores/restrictions.ts';
import { inScope } from '../stores/scope.ts';
import { toCount } from './page.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export type CardAccount = {
  id: string;
  email: string;
  state: AccountState;
  openedBy: Account['openedBy'];
  openedOn: CalendarDate | null;
  suspendedOn: CalendarDate | null;
  withdrawnOn: CalendarDate | null;
  /** Until when the newest key that is neither used nor voided works; null when there is none. */
  keyUntil: Instant | null;
};

export type CardPosting = {
  id: string;
  state: PostingState;
  number: string | null;
  jobTitle: string | null;
  appliedOn: CalendarDate | null;
  dueDate: CalendarDate | null;
  validUntil: CalendarDate | null;
};

export type CardVisit = { id: string; visitedOn: CalendarDate; by: string; postings: number; late: boolean };

export type EstablishmentCard = {
  establishment: Establishment;
  accounts: readonly CardAccount[];
  /** Everything the employer has submitted, newest first; drafts are the employer's own. At most 100. */
  postings: readonly CardPosting[];
  visits: readonly CardVisit[];
  /** How many images are published, and how many wait for the office. */
  images: { published: number; waiting: number };
  openChange: Pick<ChangeRequest, 'id' | 'state'> | null;
  /** How many 選考結果 are missing, and the 利用制限 in force. */
  results: { unregistered: number; restrictionId: string | null };
  timeline: readonly TimelineEntry[];
};

/** Accounts of an establishment, the oldest first. A key counts while `now` is before its end. */
async function accountsOf(knex: Knex, establishmentId: string, now: Instant): Promise<CardAccount[]> {
  const rows = await knex('account')
    .where({ establishment_id: establishmentId })
    .orderBy(['created_at', 'id'])
    .select('id', 'email', 'state', 'opened_by', 'opened_on', 'suspended_on', 'withdrawn_on')
    .select({
      key_until: knex('verification_key')
        .whereRaw('verification_key.account_id = account.id')
        .whereNull('verification_key.email')
        .whereNull('used_at')
        .whereNull('voided_at')
        .where('expires_at', '>', now)
        .max('expires_at'),
    });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    state: row.state,
    openedBy: row.opened_by,
    openedOn: row.opened_on,
    suspendedOn: row.suspended_on,
    withdrawnOn: row.withdrawn_on,
    keyUntil: row.key_until,
  }));
}

async function postingsOf(knex: Knex, establishmentId: string): Promise<CardPosting[]> {
  const rows = await knex('posting')
    .where({ establishment_id: establishmentId })
    .whereNot('state', 'draft')
    .orderBy([{ column: 'applied_on', order: 'desc' }, { column: 'id' }])
    .limit(100)
    .select('id', 'state', 'number', 'job_title', 'applied_on', 'due_date', 'visited_on', 'valid_until');
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    number: row.number,
    jobTitle: row.job_title,
    appliedOn: row.applied_on,
    dueDate: row.visited_on === null ? row.due_date : null,
    validUntil: row.valid_until,
  }));
}

async function imagesOf(knex: Knex, establishmentId: string): Promise<EstablishmentCard['images']> {
  const countOf = (state: string) =>
    knex('image').where({ establishment_id: establishmentId, state }).count('*');
  const counts = await knex.select({ published: countOf('published'), waiting: countOf('waiting') }).first();
  return { published: toCount(counts?.published), waiting: toCount(counts?.waiting) };
}

async function resultsOf(knex: Knex, establishmentId: string): Promise<EstablishmentCard['results']> {
  const missing = await referralStore(knex).unregisteredOf(establishmentId);
  const restriction = await restrictionStore(knex).openOf(establishmentId);
  return {
    unregistered: missing.reduce((sum, { unregistered }) => sum + unregistered, 0),
    restrictionId: restriction?.id ?? null,
  };
}

async function visitsOf(knex: Knex, establishmentId: string): Promise<CardVisit[]> {
  const rows = await knex('visit')
    .leftJoin('staff', 'staff.id', 'visit.registered_by')
    .where({ establishment_id: establishmentId })
    .orderBy([{ column: 'visited_on', order: 'desc' }, { column: 'visit.id' }])
    .limit(20)
    .select('visit.id', 'visit.visited_on', 'visit.late_reason', 'staff.name')
    .select({
      postings: knex('visit_posting').whereRaw('visit_posting.visit_id = visit.id').count('*'),
    });
  return rows.map((row) => ({
    id: row.id,
    visitedOn: row.visited_on,
    by: row.name ?? '',
    postings: Number(row.postings),
    late: row.late_reason !== null,
  }));
}

/** 事業所カード: one page to answer a phone call; null outside the actor's reach. */
export async function establishmentCard(
  knex: Knex,
  actor: StaffActor,
  id: string,
  now: Instant,
): Promise<EstablishmentCard | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  return {
    establishment,
    accounts: await accountsOf(knex, id, now),
    postings: await postingsOf(knex, id),
    visits: await visitsOf(knex, id),
    images: await imagesOf(knex, id),
    openChange: await openChangeOf(knex, actor, id),
    results: await resultsOf(knex, id),
    timeline: await timelineOf(knex, [
      { type: 'establishment', ids: [id] },
      { type: 'extra_check', ids: knex('extra_check').where({ establishment_id: id }).select('id') },
      { type: 'account', ids: knex('account').where({ establishment_id: id }).select('id') },
      {
        type: 'posting',
        ids: knex('posting').where({ establishment_id: id }).whereNot('state', 'draft').select('id'),
      },
    ]),
  };
}

/** メールアドレス登録: the establishment with its accounts; null outside the actor's reach. */
export async function establishmentAccounts(
  knex: Knex,
  actor: StaffActor,
  id: string,
  now: Instant,
): Promise<Pick<EstablishmentCard, 'establishment' | 'accounts'> | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  return establishment === undefined ? null : { establishment, accounts: await accountsOf(knex, id, now) };
}

/** The stored record alone, for the page that completes its registration. */
export async function establishmentRecord(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<Establishment | null> {
  return (await establishmentStore(knex).find(scopeOf(actor), id)) ?? null;
}

/** The request about the establishment itself that is not settled, as far as the counter sees it: no drafts. */
export async function openChangeOf(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<Pick<ChangeRequest, 'id' | 'state'> | null> {
  const row = await knex('change_request')
    .where(inScope(scopeOf(actor)))
    .where({ establishment_id: id, posting_id: null })
    .whereIn('state', ['submitted', 'returned'])
    .first('id', 'state');
  return row ?? null;
}
