import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** In force, or lifted. */
export type RestrictionTab = 'open' | 'released';

export type RestrictionRow = {
  id: string;
  establishmentId: string;
  name: string;
  phone: string;
  begunOn: CalendarDate;
  releasedOn: CalendarDate | null;
  promisedOn: CalendarDate | null;
  /** Overdue results now. */
  overdue: number;
};

export type RestrictionList = Page<RestrictionRow> & { open: number };

/** 利用制限 of the actor's office: those in force the oldest first, lifted ones the latest first. */
export async function restrictionList(
  knex: Knex,
  actor: StaffActor,
  { tab, page, overdueBefore }: { tab: RestrictionTab; page: number; overdueBefore: CalendarDate },
): Promise<RestrictionList> {
  const all = () =>
    knex('restriction').where(
      inScope(scopeOf(actor), {
        office: 'restriction.office_id',
        establishment: 'restriction.establishment_id',
      }),
    );
  const open = () => all().whereNull('restriction.released_on');
  const matching = () => (tab === 'open' ? open() : all().whereNotNull('restriction.released_on'));
  const order = tab === 'open' ? 'asc' : 'desc';
  const list = matching()
    .join('establishment', 'establishment.id', 'restriction.establishment_id')
    .orderBy([
      { column: tab === 'open' ? 'restriction.begun_on' : 'restriction.released_on', order },
      { column: 'restriction.id', order },
    ])
    .select(
      'restriction.id',
      'establishment.id as establishmentId',
      'establishment.name',
      'establishment.phone',
      'restriction.begun_on as begunOn',
      'restriction.released_on as releasedOn',
      'restriction.promised_on as promisedOn',
    )
    .select({
      overdue: knex('referral')
        .whereRaw('referral.establishment_id = restriction.establishment_id')
        .where('referral.state', 'referred')
        .where('referral.referred_on', '<', overdueBefore)
        .count('*'),
    });
  const found = await pageOf<RestrictionRow>(matching(), list, page);
  return {
    ...found,
    rows: found.rows.map((row) => ({ ...row, overdue: toCount(row.overdue) })),
    open: toCount((await open().count({ count: '*' }).first())?.count),
  };
}
