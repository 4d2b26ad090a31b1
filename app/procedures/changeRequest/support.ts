import { type ChangeEvent, type ChangeRequest, canChangeMove } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { done, type Outcome, type Refusal, refuse } from '#app/domain/refusal.ts';
import type { Feature } from '#app/domain/verdict.ts';
import { refuseIfClosed } from '../account/access.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { recordId, type ShownPosting, version } from '../schemas.ts';
import { refusalToAsk } from './judgement.ts';

/** The request as it was shown: which, and at which version. */
export const shownRequest = { requestId: recordId, version };
export type ShownRequest = { requestId: string; version: number };

/** The request as the actor may see it, still at the version that was shown. */
export async function loadRequest(
  { stores, scope }: Pick<ProcedureContext, 'stores' | 'scope'>,
  shown: ShownRequest,
  event: ChangeEvent,
): Promise<ChangeRequest> {
  const request = notFoundUnless(await stores.changeRequests.find(scope, shown.requestId));
  if (request.version !== shown.version || !canChangeMove(event, request.state))
    throw new Conflict({ type: 'change_request', id: request.id });
  return request;
}

/** The posting a request is about, still valid today. */
export async function validTarget(
  { stores, scope, today }: Pick<ProcedureContext, 'stores' | 'scope' | 'today'>,
  postingId: string | null,
): Promise<Posting> {
  const posting = notFoundUnless(await stores.postings.find(scope, postingId ?? ''));
  if (posting.state !== 'valid' || posting.validUntil === null || posting.validUntil < today)
    throw new Conflict({ type: 'posting', id: posting.id });
  return posting;
}

/** A valid posting of the employer that something is asked for, with what was asked before; or why not. */
export async function postingToAskFor(
  context: ProcedureContext,
  shown: ShownPosting,
  kind: ChangeRequest['kind'],
  feature: Feature,
): Promise<Refusal | { ok: true; posting: Posting; open: ChangeRequest | undefined }> {
  const { scope, stores, rules, today } = context;
  const posting = await validTarget(context, shown.postingId);
  if (posting.version !== shown.version) throw new Conflict({ type: 'posting', id: posting.id });
  const closed = await refuseIfClosed(context, feature, posting.officeId);
  if (closed) return closed;
  const earlier = await stores.changeRequests.ofPosting(scope, posting.id);
  const refusal = refusalToAsk(kind, posting, earlier, rules, today);
  if (refusal) return refusal;
  return { ok: true, posting, open: earlier.find(({ state }) => state === 'returned' || state === 'draft') };
}

type Asked = Pick<ChangeRequest, 'kind' | 'stopReason' | 'stopOn'>;

/** Hands a request in: a new one, or the returned one corrected. */
export async function handInRequest(
  { actor, stores, now, newId, record, enqueue }: ProcedureContext,
  posting: Posting,
  returned: ChangeRequest | undefined,
  asked: Asked,
): Promise<Outcome<{ requestId: string }>> {
  if (actor.kind !== 'employer') throw new Error('Only an employer asks for a change.');
  const request: ChangeRequest = {
    ...(returned ?? {
      before: {},
      after: {},
      id: newId(),
      establishmentId: posting.establishmentId,
      officeId: posting.officeId,
      accountId: actor.accountId,
      postingId: posting.id,
      version: 1,
      createdAt: now,
    }),
    ...asked,
    state: 'submitted',
    answer: null,
    decidedAt: null,
    waitingSince: now,
  };
  if (returned) await stores.changeRequests.update(request);
  else if (!(await stores.changeRequests.insert(request))) return refuse('change-open');
  record({
    subject: { type: 'change_request', id: request.id },
    detail: {
      kind: request.kind,
      postingId: posting.id,
      from: returned?.state ?? null,
      stopOn: request.stopOn,
    },
    personal: { stopReason: request.stopReason },
  });
  enqueue({
    kind: 'mail.changeReceived',
    payload: { requestId: request.id },
    dedupe: `changeReceived:${request.id}:${request.version}`,
  });
  return done({ requestId: request.id });
}
