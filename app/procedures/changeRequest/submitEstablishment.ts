import { done, refuse } from '#app/domain/refusal.ts';
import { changedFields } from '#app/forms/changed.ts';
import { establishmentChangeForm } from '#app/forms/establishment.ts';
import { refuseIfClosed } from '../account/access.ts';
import { defineProcedure } from '../procedure.ts';
import { object, version } from '../schemas.ts';
import { detailsWith, registeredTarget } from './establishment.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

type Input = ShownRequest & { establishmentVersion: number };

/** 事業所情報の変更の申込み: what was saved is handed in and waits for the counter. */
export const submitEstablishmentChange = defineProcedure<Input, { requestId: string }>({
  name: 'changeRequest.submitEstablishment',
  permission: 'changeRequest.ask',
  input: object({ ...shownRequest, establishmentVersion: version }),
  audit: 'changeRequest.asked',

  async run(context, input) {
    const { stores, now, record, enqueue } = context;
    const { establishmentVersion, ...shown } = input;
    const request = await loadRequest(context, shown, 'submit');
    const establishment = await registeredTarget(context, request.establishmentId, establishmentVersion);
    const closed = await refuseIfClosed(context, 'establishment-change', request.officeId);
    if (closed) return closed;
    const before = establishment.details;
    const after = detailsWith(request, establishment);
    const fields = changedFields(establishmentChangeForm, before, after);
    if (fields.length === 0) return refuse('establishment-unchanged');
    await stores.changeRequests.update({
      ...request,
      before,
      after,
      state: 'submitted',
      answer: null,
      decidedAt: null,
      waitingSince: now,
    });
    record({
      subject: { type: 'change_request', id: request.id },
      detail: { kind: request.kind, establishmentId: establishment.id, from: request.state, fields },
    });
    enqueue({
      kind: 'mail.changeReceived',
      payload: { requestId: request.id },
      dedupe: `changeReceived:${request.id}:${request.version}`,
    });
    return done({ requestId: request.id });
  },
});
