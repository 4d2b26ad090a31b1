import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

type Input = ShownRequest & {
  /** What the employer reads. */
  message: string;
};

/** 不承認 of a request: the posting stays as it is, and the employer reads why. */
export const rejectRequest = defineProcedure<Input, null>({
  name: 'changeRequest.reject',
  permission: 'changeRequest.decide',
  input: object({ ...shownRequest, message: shortText(600) }),
  audit: 'changeRequest.rejected',

  async run(context, input) {
    const { stores, now, record, enqueue } = context;
    const request = await loadRequest(context, input, 'reject');
    await stores.changeRequests.update({
      ...request,
      state: 'rejected',
      answer: input.message,
      decidedAt: now,
    });
    record({
      subject: { type: 'change_request', id: request.id },
      detail: { kind: request.kind },
      personal: { message: input.message },
    });
    enqueue({
      kind: 'mail.changeRejected',
      payload: { requestId: request.id },
      dedupe: `changeRejected:${request.id}:${request.version}`,
    });
    return done(null);
  },
});
