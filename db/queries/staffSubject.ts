import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingStore } from '../stores/postings.ts';

/** What a メモ or an added 確認 is about. */
export type StaffSubject = {
  establishment: { id: string; name: string };
  posting: { id: string; jobTitle: string | null } | null;
};

/** An establishment; null outside the actor's reach. */
export async function establishmentSubject(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<StaffSubject | null> {
  const found = await establishmentStore(knex).find(scopeOf(actor), id);
  return found === undefined ? null : { establishment: { id, name: found.name }, posting: null };
}

/** A posting with its establishment; null outside the actor's reach and for drafts. */
export async function postingSubject(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<StaffSubject | null> {
  const posting = await postingStore(knex).find(scopeOf(actor), id);
  if (posting === undefined || posting.state === 'draft') return null;
  const subject = await establishmentSubject(knex, actor, posting.establishmentId);
  return subject === null ? null : { ...subject, posting: { id, jobTitle: posting.jobTitle } };
}
