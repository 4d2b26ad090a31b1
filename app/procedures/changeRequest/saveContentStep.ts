import { done, refuse } from '#app/domain/refusal.ts';
import type { FormValues } from '#app/forms/field.ts';
import { stepOf } from '#app/forms/posting.ts';
import { readFields, typedTextOf } from '#app/forms/read.ts';
import { refuseIfClosed } from '../account/access.ts';
import { stepValues } from '../posting/saveStep.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import { loadRequest, type ShownRequest, shownRequest } from './support.ts';

type Input = ShownRequest & {
  step: number;
  /** The step's fields: values where they could be read, else the text as typed. */
  values: FormValues;
  /** 次へ進む: only without wrong fields. 一時保存 keeps whatever is there. */
  proceed: boolean;
};

/** One of the eight steps of the copy is saved; the content checks follow when the whole is handed in. */
export const saveContentStep = defineProcedure<Input, null>({
  name: 'changeRequest.saveContentStep',
  permission: 'changeRequest.ask',
  input: object({
    ...shownRequest,
    step: { type: 'integer', minimum: 1, maximum: 8 },
    values: stepValues,
    proceed: { type: 'boolean' },
  }),
  audit: 'changeRequest.stepSaved',

  async run(context, input) {
    const request = await loadRequest(context, input, 'submit');
    const closed = await refuseIfClosed(context, 'posting-change', request.officeId);
    if (closed) return closed;
    const { fields } = notFoundUnless(stepOf(input.step));
    const step = Object.fromEntries(fields.map(({ name }) => [name, input.values[name] ?? null]));
    const after = { ...request.after, ...step };
    const { errors } = readFields(fields, typedTextOf(fields, after), after);
    if (input.proceed && errors.length > 0) return refuse('fields-wrong', { fields: errors });
    await context.stores.changeRequests.update({ ...request, after });
    context.record({
      subject: { type: 'change_request', id: request.id },
      detail: { step: input.step, proceed: input.proceed },
    });
    return done(null);
  },
});
