import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

type Input = ShownRequest & {
  /** What the employer reads. */
  message: string;
};

/** 差戻し of a request: the employer reads what to correct and sends it again, or withdraws it. */
export const returnRequest = defineProcedure<Input, null>({
  name: 'changeRequest.return',
  permission: 'changeRequest.decide',
  input: object({ ...shownRequest, message: shortText(600) }),
  audit: 'changeRequest.returned',

  async run(context, input) {
    const { stores, now, record, enqueue } = context;
    const request = await loadRequest(context, input, 'return');
    await stores.changeRequests.update({
      ...request,
      state: 'returned',
      answer: input.message,
      decidedAt: now,
    });
    record({
      subject: { type: 'change_request', id: request.id },
      detail: { kind: request.kind },
      personal: { message: input.message },
    });
    enqueue({
      kind: 'mail.changeReturned',
      payload: { requestId: request.id },
      dedupe: `changeReturned:${request.id}:${request.version}`,
    });
    return done(null);
  },
});
