import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Restriction } from '#app/domain/restriction.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { referralStore, type Unregistered } from '../stores/referrals.ts';
import { restrictionFrom, restrictionStore } from '../stores/restrictions.ts';
import { verdictStore } from '../stores/verdicts.ts';
import { type Page, pageOf } from './page.ts';
import { type ReferralRow, referralRows } from './referralRows.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export type RestrictionCard = {
  restriction: Restriction;
  establishment: Pick<Establishment, 'id' | 'name' | 'phone' | 'number'> & { contact: string };
  /** Why, as it was judged that night. */
  verdict: Verdict | null;
  /** Missing results by the day of referral, oldest first. */
  missing: readonly Unregistered[];
  /** The overdue ones, oldest first. */
  overdue: Page<ReferralRow>;
  /** Every restriction of the establishment, the latest first, with the names of those who lifted it. */
  history: readonly (Restriction & { releasedBy: string | null })[];
  timeline: readonly TimelineEntry[];
};

/** One 利用制限 of the actor's office; null otherwise. */
export async function restrictionCard(
  knex: Knex,
  actor: StaffActor,
  id: string,
  { page, overdueBefore }: { page: number; overdueBefore: CalendarDate },
): Promise<RestrictionCard | null> {
  const scope = scopeOf(actor);
  const restriction = await restrictionStore(knex).find(scope, id);
  const establishment =
    restriction && (await establishmentStore(knex).find(scope, restriction.establishmentId));
  if (!restriction || !establishment) return null;
  const overdue = () =>
    knex('referral')
      .where('referral.establishment_id', establishment.id)
      .where('referral.state', 'referred')
      .where('referral.referred_on', '<', overdueBefore);
  const stored =
    restriction.verdictId === null ? undefined : await verdictStore(knex).find(restriction.verdictId);
  const history = await knex('restriction')
    .leftJoin('staff', 'staff.id', 'restriction.released_by')
    .where('restriction.establishment_id', establishment.id)
    .orderBy([
      { column: 'restriction.begun_on', order: 'desc' },
      { column: 'restriction.id', order: 'desc' },
    ])
    .limit(50)
    .select('restriction.*', 'staff.name as releasedBy');
  const { contact_department: department, contact_name: contact } = establishment.details;
  return {
    restriction,
    establishment: {
      id: establishment.id,
      name: establishment.name,
      phone: establishment.phone,
      number: establishment.number,
      contact: [department, contact].filter((word) => typeof word === 'string').join(' '),
    },
    verdict: stored?.verdict ?? null,
    missing: await referralStore(knex).unregisteredOf(establishment.id),
    overdue: await pageOf<ReferralRow>(
      overdue(),
      referralRows(overdue()).orderBy(['referral.referred_on', 'referral.number']),
      page,
    ),
    history: history.map((row) => ({ ...restrictionFrom(row), releasedBy: row.releasedBy })),
    timeline: await timelineOf(knex, [{ type: 'restriction', ids: [id] }]),
  };
}
