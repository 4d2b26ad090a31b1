import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import { changeRequestStore } from '../stores/changeRequests.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';

export type MypageChange = {
  request: ChangeRequest;
  /** null where the establishment itself is to be changed. */
  posting: Posting | null;
  office: Office;
};

/** One change request of the employer with what it is about; undefined outside the actor's reach. */
export async function mypageChange(
  knex: Knex,
  actor: EmployerActor,
  id: string,
): Promise<MypageChange | undefined> {
  const scope = scopeOf(actor);
  const request = await changeRequestStore(knex).find(scope, id);
  if (request === undefined) return undefined;
  const posting = request.postingId === null ? null : await postingStore(knex).find(scope, request.postingId);
  const office = await officeStore(knex).find(request.officeId);
  return posting === undefined || office === undefined ? undefined : { request, posting, office };
}

/** What was asked for a posting of the employer, newest first. */
export const changesOfPosting = (
  knex: Knex,
  actor: EmployerActor,
  postingId: string,
): Promise<ChangeRequest[]> => changeRequestStore(knex).ofPosting(scopeOf(actor), postingId);

/** What was asked for about the establishment itself, newest first. */
export const changesOfEstablishment = (knex: Knex, actor: EmployerActor): Promise<ChangeRequest[]> =>
  changeRequestStore(knex).ofEstablishment(scopeOf(actor), actor.establishmentId ?? '');
