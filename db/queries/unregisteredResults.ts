import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { type ReferralRow, referralRows } from './referralRows.ts';

/** More rows than any employer is read out; the list says when it was cut. */
const mostRows = 500;

export type UnregisteredResults = {
  establishment: Pick<Establishment, 'id' | 'name' | 'number' | 'phone'>;
  office: Pick<Office, 'name' | 'phone'>;
  rows: readonly ReferralRow[];
  /** There are more than the list shows. */
  cut: boolean;
};

/** 未登録一覧 of an establishment of the actor's office, the oldest first; null otherwise. */
export async function unregisteredResults(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
): Promise<UnregisteredResults | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), establishmentId);
  const office = establishment && (await officeStore(knex).find(establishment.officeId));
  if (!establishment || !office) return null;
  const rows: ReferralRow[] = await referralRows(knex('referral'))
    .where('referral.establishment_id', establishmentId)
    .where('referral.state', 'referred')
    .orderBy(['referral.referred_on', 'referral.number'])
    .limit(mostRows + 1);
  const { id, name, number, phone } = establishment;
  return {
    establishment: { id, name, number, phone },
    office: { name: office.name, phone: office.phone },
    rows: rows.slice(0, mostRows),
    cut: rows.length > mostRows,
  };
}
