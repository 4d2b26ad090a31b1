import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { referralResults } from '#app/domain/referral.ts';
import { ofEmployers, referralsInScope } from '../stores/referrals.ts';
import { type Page, pageOf, toCount } from './page.ts';
import { type ReferralRow, referralRows } from './referralRows.ts';

/** 未登録 of every age, 制限対象 among them, and what has ended. */
export type ReferralTab = 'unregistered' | 'overdue' | 'ended';

export type ReferralList = Page<ReferralRow> & { counts: Record<'unregistered' | 'overdue', number> };

/** Referrals to postings of the actor's office and by it: missing results the oldest first, ended ones the newest first. */
export async function referralList(
  knex: Knex,
  actor: StaffActor,
  { tab, page, overdueBefore }: { tab: ReferralTab; page: number; overdueBefore: CalendarDate },
): Promise<ReferralList> {
  const all = () =>
    knex('referral')
      .where(referralsInScope(scopeOf(actor)))
      .where(ofEmployers);
  const tabs: Record<ReferralTab, () => Knex.QueryBuilder> = {
    unregistered: () => all().where('referral.state', 'referred'),
    overdue: () =>
      all().where('referral.state', 'referred').where('referral.referred_on', '<', overdueBefore),
    ended: () => knex('referral').whereIn('referral.id', settledOf(knex, actor.officeId)),
  };
  const countOf = async (which: ReferralTab) =>
    toCount((await tabs[which]().count({ count: '*' }).first())?.count);
  const order = tab === 'ended' ? 'desc' : 'asc';
  const list = referralRows(tabs[tab]()).orderBy([
    { column: 'referral.referred_on', order },
    { column: 'referral.number', order },
  ]);
  return {
    ...(await pageOf<ReferralRow>(tabs[tab](), list, page)),
    counts: { unregistered: await countOf('unregistered'), overdue: await countOf('overdue') },
  };
}

/** Ids of what has ended, by each of the two ways an office is concerned: an index leads to each, and none to both. */
const settledOf = (knex: Knex, officeId: string): Knex.QueryBuilder => {
  const by = (column: 'office_id' | 'referring_office_id') =>
    knex('referral')
      .where(column, officeId)
      .whereIn('state', [...referralResults, 'cancelled'])
      .select('id');
  return by('office_id').union(by('referring_office_id'));
};
