import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { changeRequestStore } from '../stores/changeRequests.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { verdictStore } from '../stores/verdicts.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export type ReviewedChange = {
  request: ChangeRequest;
  /** null where the establishment itself is to be changed. */
  posting: Posting | null;
  establishment: Establishment;
  office: Office;
  /** The latest stored verdict on the content as it is to be. */
  verdict: Verdict | null;
  timeline: readonly TimelineEntry[];
};

/** One change request and what a clerk needs to decide it; null outside the actor's reach and for drafts. */
export async function reviewChange(
  knex: Knex,
  actor: StaffActor,
  id: string,
): Promise<ReviewedChange | null> {
  const scope = scopeOf(actor);
  const request = await changeRequestStore(knex).find(scope, id);
  if (request === undefined || request.state === 'draft') return null;
  const posting = request.postingId === null ? null : await postingStore(knex).find(scope, request.postingId);
  const establishment = await establishmentStore(knex).find(scope, request.establishmentId);
  const office = await officeStore(knex).find(request.officeId);
  if (posting === undefined || establishment === undefined || office === undefined) return null;
  const timeline = await timelineOf(knex, [{ type: 'change_request', ids: [id] }]);
  const stored = await verdictStore(knex).latest({ type: 'change_request', id }, 'acceptance/posting');
  return { request, posting, establishment, office, verdict: stored?.verdict ?? null, timeline };
}
