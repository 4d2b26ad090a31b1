import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { changedFields } from '#app/forms/changed.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { replaceDetails } from '../establishment/support.ts';
import { defineProcedure } from '../procedure.ts';
import { object, version } from '../schemas.ts';
import { correctedSince, detailsWith, registeredTarget } from './establishment.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

type Input = ShownRequest & {
  /** Of the establishment as it was shown beside the request: a correction made meanwhile is a conflict. */
  establishmentVersion: number;
};

/** 事業所情報の変更の受理: what was asked for is registered, and what it replaces is kept, in the same transaction. */
export const acceptEstablishmentChange = defineProcedure<Input, null>({
  name: 'changeRequest.acceptEstablishment',
  permission: 'changeRequest.decide',
  input: object({ ...shownRequest, establishmentVersion: version }),
  audit: 'changeRequest.accepted',

  async run(context, { establishmentVersion, ...shown }) {
    const { actor, stores, now, record, enqueue } = context;
    const request = await loadRequest(context, shown, 'accept');
    const establishment = await registeredTarget(context, request.establishmentId, establishmentVersion);
    const details = detailsWith(request, establishment);
    const before = establishment.details;
    await stores.changeRequests.update({
      ...request,
      before,
      after: details,
      state: 'accepted',
      decidedAt: now,
    });
    await replaceDetails(context, establishment, details, {
      cause: 'request',
      requestId: request.id,
      reason: null,
      replacedBy: actorId(actor),
    });
    const detail = {
      kind: request.kind,
      fields: changedFields(establishmentForm, before, details),
      overwritten: correctedSince(request, establishment).overwritten,
    };
    record({ subject: { type: 'change_request', id: request.id }, detail });
    record({
      subject: { type: 'establishment', id: establishment.id },
      detail: { ...detail, requestId: request.id },
      personal: { before, values: details },
    });
    enqueue({
      kind: 'mail.changeAccepted',
      payload: { requestId: request.id },
      dedupe: `changeAccepted:${request.id}`,
    });
    return done(null);
  },
});
