import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { AuditAnchor } from '#app/domain/retention.ts';

/** The last signed head of the chain, which is of the whole installation. */
export async function lastAnchor(
  knex: Knex,
  _actor: StaffActor,
): Promise<Omit<AuditAnchor, 'signature'> | null> {
  return (await knex('audit_anchor').orderBy('seq', 'desc').first('seq', 'hash', 'at')) ?? null;
}
