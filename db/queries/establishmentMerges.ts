import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { MergeSide, MovedTable } from '#app/domain/merge.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentMergeStore } from '../stores/establishmentMerges.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { referralStore } from '../stores/referrals.ts';
import { inScope } from '../stores/scope.ts';

export type ComparedEstablishment = {
  establishment: Establishment;
  side: MergeSide;
  /** How many rows hang on it, by table. */
  counts: Readonly<Record<MovedTable, number>>;
  accounts: readonly string[];
  unregistered: number;
};

/** Two records of the actor's office side by side; null where one of them is out of reach. */
export async function comparedEstablishments(
  knex: Knex,
  actor: StaffActor,
  ids: readonly [string, string],
): Promise<readonly [ComparedEstablishment, ComparedEstablishment] | null> {
  const compared = async (id: string): Promise<ComparedEstablishment | null> => {
    const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
    if (establishment === undefined) return null;
    const merges = establishmentMergeStore(knex);
    const missing = await referralStore(knex).unregisteredOf(id);
    return {
      establishment,
      side: await merges.sideOf(establishment),
      counts: await merges.countsOf(id),
      accounts: await knex('account')
        .where({ establishment_id: id, closed_on: null })
        .orderBy('created_at')
        .pluck('email'),
      unregistered: missing.reduce((sum, { unregistered }) => sum + unregistered, 0),
    };
  };
  const [one, other] = [await compared(ids[0]), await compared(ids[1])];
  return one === null || other === null ? null : [one, other];
}

/** A pointer of 統合, as the two cards show it: the record at its other end. */
export type ShownMerge = { id: string; name: string; number: string | null; by: string; at: Instant };

/** Where a record of the actor's office was merged into, and what was merged into it, the newest first. */
export async function mergesOf(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
): Promise<{ into: ShownMerge | null; from: readonly ShownMerge[] }> {
  const scope = inScope(scopeOf(actor), { office: 'e.office_id', establishment: 'e.id' });
  const shown = (end: 'kept_id' | 'merged_id'): Knex.QueryBuilder =>
    knex('establishment_merge as m')
      .join('establishment as e', 'e.id', `m.${end}`)
      .join('staff as s', 's.id', 'm.merged_by')
      .where(scope)
      .orderBy('m.merged_at', 'desc')
      .select('e.id', 'e.name', 'e.number', 's.name as by', 'm.merged_at as at');
  const into = await shown('kept_id').where('m.merged_id', establishmentId).first();
  return { into: into ?? null, from: await shown('merged_id').where('m.kept_id', establishmentId) };
}

/** The record that is kept of this one: itself, or the one it was merged into. */
export async function keptEstablishment(knex: Knex, actor: StaffActor, id: string): Promise<string> {
  const { into } = await mergesOf(knex, actor, id);
  return into?.id ?? id;
}
