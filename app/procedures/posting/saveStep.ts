import { stateGroups } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { FormValues } from '#app/forms/field.ts';
import { postingSteps, stepOf } from '#app/forms/posting.ts';
import { readFields, typedTextOf } from '#app/forms/read.ts';
import type { JsonSchema } from '#app/forms/validate.ts';
import { refuseIfClosed } from '../account/access.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { confirmedRules, object, type ShownPosting, shownPosting } from '../schemas.ts';
import { judgeContent } from './judgement.ts';
import { contentRecordsOf, contentRefusal, readContent, withContent } from './support.ts';

type Input = ShownPosting & {
  step: number;
  /** The step's fields: values where they could be read, else the text as typed. */
  values: FormValues;
  /** 次へ進む: only without red errors and with orange ones confirmed. 一時保存 keeps whatever is there. */
  proceed: boolean;
  confirmed: readonly string[];
};

/** Values of one step: read where they could be, else the text as typed. */
export const stepValues: JsonSchema = {
  type: 'object',
  maxProperties: 120,
  propertyNames: { pattern: '^[a-z][a-z0-9_]{0,60}$' },
  additionalProperties: {
    anyOf: [
      { type: 'string', maxLength: 4000 },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'null' },
      { type: 'array', maxItems: 40, items: { type: 'string', maxLength: 100 } },
    ],
  },
};

/** One of the eight steps of the application (domain.md §2.3) is saved; the other steps stay as they are. */
export const saveStep = defineProcedure<Input, { version: number }>({
  name: 'posting.saveStep',
  permission: 'posting.draft',
  input: object({
    ...shownPosting,
    step: { type: 'integer', minimum: 1, maximum: 8 },
    values: stepValues,
    proceed: { type: 'boolean' },
    confirmed: confirmedRules,
  }),
  audit: 'posting.stepSaved',

  async run(context, input) {
    const { scope, stores, rules, today, now, record } = context;
    const posting = notFoundUnless(await stores.postings.find(scope, input.postingId));
    const editable: readonly string[] = stateGroups.editable;
    if (posting.version !== input.version || !editable.includes(posting.state))
      throw new Conflict({ type: 'posting', id: posting.id });

    const closed = await refuseIfClosed(context, 'posting-apply', posting.officeId);
    if (closed) return closed;

    const { fields } = notFoundUnless(stepOf(input.step));
    const step = Object.fromEntries(fields.map((field) => [field.name, input.values[field.name] ?? null]));
    const changed = withContent(posting, { ...posting.content, ...step });

    if (input.proceed) {
      const { errors } = readFields(fields, typedTextOf(fields, changed.content), changed.content);
      if (errors.length > 0) return refuse('fields-wrong', { fields: errors });
      // Text of another step that could not be read is kept as typed, and counts as not filled in.
      const { values } = readContent(changed.content);
      const records = await contentRecordsOf(context, posting, values);
      const verdict = await judgeContent(rules, values, records, today);
      const refusal = contentRefusal(reasonsOfStep(verdict, input.step), input.confirmed);
      if (refusal) return refusal;
    }
    await stores.postings.update({
      ...changed,
      stepsDone: input.proceed ? Math.max(posting.stepsDone, input.step) : posting.stepsDone,
      updatedAt: now,
    });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { step: input.step, proceed: input.proceed },
    });
    return done({ version: posting.version + 1 });
  },
});

const stepByField = new Map(
  postingSteps.flatMap((section, index) => section.fields.map((field) => [field.name, index + 1] as const)),
);

/** A reason belongs to the last step its fields stand on: earlier, what it looks at has not been asked yet. */
export const reasonsOfStep = (verdict: Verdict, step: number): Verdict => ({
  ...verdict,
  reasons: verdict.reasons.filter(
    (reason) => Math.max(0, ...(reason.fields ?? []).map((field) => stepByField.get(field) ?? 0)) === step,
  ),
});
