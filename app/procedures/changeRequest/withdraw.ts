import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

/** 申込みの取下げ: possible until the counter has decided, also where the feature is closed meanwhile. */
export const withdrawRequest = defineProcedure<ShownRequest, null>({
  name: 'changeRequest.withdraw',
  permission: 'changeRequest.ask',
  input: object(shownRequest),
  audit: 'changeRequest.withdrawn',

  async run(context, input) {
    const request = await loadRequest(context, input, 'withdraw');
    await context.stores.changeRequests.update({ ...request, state: 'withdrawn' });
    context.record({
      subject: { type: 'change_request', id: request.id },
      detail: { kind: request.kind, from: request.state },
    });
    return done(null);
  },
});
