import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { done, type Outcome } from '#app/domain/refusal.ts';
import type { ProcedureContext } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

/** A request as it was shown, and what the employer reads about it. */
export type Answer = ShownRequest & { message: string };

export const answerSchema = object({ ...shownRequest, message: shortText(600) });

/** Ends a request without a change to the posting: the employer is told why, and the mail goes out once. */
export async function answerRequest(
  context: ProcedureContext,
  { message, ...shown }: Answer,
  {
    event,
    state,
    mail,
  }: {
    event: 'return' | 'reject';
    state: Extract<ChangeRequest['state'], 'returned' | 'rejected'>;
    mail: 'mail.changeReturned' | 'mail.changeRejected';
  },
): Promise<Outcome<null>> {
  const { stores, now, record, enqueue } = context;
  const request = await loadRequest(context, shown, event);
  await stores.changeRequests.update({ ...request, state, answer: message, decidedAt: now });
  record({
    subject: { type: 'change_request', id: request.id },
    detail: { kind: request.kind },
    personal: { message },
  });
  enqueue({
    kind: mail,
    payload: { requestId: request.id },
    dedupe: `${state === 'returned' ? 'changeReturned' : 'changeRejected'}:${request.id}:${request.version}`,
  });
  return done(null);
}
