import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { changedFields } from '#app/forms/changed.ts';
import { establishmentChangeForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { refuseIfClosed } from '../account/access.ts';
import { defineProcedure } from '../procedure.ts';
import { object, version } from '../schemas.ts';
import { registeredTarget } from './establishment.ts';

type Input = {
  /** Of the establishment as it was shown. */
  version: number;
  /** The fields an employer may ask to have changed (app/forms/establishment.ts). */
  values: FormValues;
};

/**
 * 事業所情報の変更, as it is to be: a draft, or the returned request corrected. What is registered stays in force until
 * the counter accepts.
 */
export const saveEstablishmentChange = defineProcedure<Input, { requestId: string }>({
  name: 'changeRequest.saveEstablishment',
  permission: 'changeRequest.ask',
  input: object({ version, values: schemaOf(establishmentChangeForm) }),
  audit: 'changeRequest.establishmentDrafted',

  async run(context, input) {
    const { actor, stores, now, newId, record } = context;
    if (actor.kind !== 'employer') throw new Error('Only an employer asks for a change.');
    const {
      id: establishmentId,
      officeId,
      details,
    } = await registeredTarget(context, actor.establishmentId ?? '', input.version);
    const closed = await refuseIfClosed(context, 'establishment-change', officeId);
    if (closed) return closed;
    const open = await stores.changeRequests.openOfEstablishment(establishmentId);
    if (open?.state === 'submitted') return refuse('establishment-change-open');
    const after = { ...details, ...input.values };
    if (changedFields(establishmentChangeForm, details, after).length === 0)
      return refuse('establishment-unchanged');

    const request: ChangeRequest = {
      ...(open ?? {
        id: newId(),
        kind: 'establishment',
        establishmentId,
        officeId,
        accountId: actor.accountId,
        postingId: null,
        state: 'draft',
        stopReason: null,
        stopOn: null,
        answer: null,
        decidedAt: null,
        waitingSince: null,
        version: 1,
        createdAt: now,
      }),
      before: details,
      after,
    };
    if (open) await stores.changeRequests.update(request);
    else if (!(await stores.changeRequests.insert(request))) return refuse('establishment-change-open');
    record({
      subject: { type: 'change_request', id: request.id },
      detail: { kind: request.kind, establishmentId, goesOn: open !== undefined },
    });
    return done({ requestId: request.id });
  },
});
