import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf, toCount } from './page.ts';

export type OverdueEmployer = {
  establishmentId: string;
  name: string;
  phone: string;
  overdue: number;
  unregistered: number;
  oldest: CalendarDate;
  /** The restriction in force; null when there is none. */
  restrictionId: string | null;
};

type Row = Omit<OverdueEmployer, 'overdue' | 'unregistered'> & { overdue: unknown; unregistered: unknown };

/** Establishments of the actor's office that miss results, the one nearest to a restriction first. */
export async function overdueEmployers(
  knex: Knex,
  actor: StaffActor,
  { page, overdueBefore }: { page: number; overdueBefore: CalendarDate },
): Promise<Page<OverdueEmployer>> {
  const missing = () =>
    knex('referral')
      .where(
        inScope(scopeOf(actor), { office: 'referral.office_id', establishment: 'referral.establishment_id' }),
      )
      .where('referral.state', 'referred');
  const counted = knex.from(missing().distinct('referral.establishment_id').as('employer'));
  const list = missing()
    .join('establishment', 'establishment.id', 'referral.establishment_id')
    .leftJoin('restriction', (on) => {
      on.on('restriction.establishment_id', 'establishment.id').andOnNull('restriction.released_on');
    })
    .groupBy('establishment.id', 'establishment.name', 'establishment.phone', 'restriction.id')
    .select(
      'establishment.id as establishmentId',
      'establishment.name',
      'establishment.phone',
      'restriction.id as restrictionId',
    )
    .select(knex.raw('sum(case when referral.referred_on < ? then 1 else 0 end) as overdue', [overdueBefore]))
    .count({ unregistered: '*' })
    .min({ oldest: 'referral.referred_on' })
    .orderBy([{ column: 'overdue', order: 'desc' }, { column: 'oldest' }, { column: 'establishmentId' }]);
  const found = await pageOf<Row>(counted, list, page);
  return {
    ...found,
    rows: found.rows.map((row) => ({
      ...row,
      overdue: toCount(row.overdue),
      unregistered: toCount(row.unregistered),
    })),
  };
}
