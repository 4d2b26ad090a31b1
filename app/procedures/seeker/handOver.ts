import { done, refuse } from '#app/domain/refusal.ts';
import type { FormValues } from '#app/forms/field.ts';
import { seekerHandOverFields } from '#app/forms/jobSeeker.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import { contentOf, problemsOf, seekerKeysOf } from './support.ts';

type Input = {
  /** 求職番号 of somebody whom the office has registered. */
  number: string;
  values: FormValues;
};

/**
 * The public part of a job seeker and whether there is a 求職者マイページ, as the seekers' own system has them: all of it
 * anew each time. Who the seeker is stays what the office has registered.
 */
export const handOverSeeker = defineProcedure<Input, null>({
  name: 'seeker.handOver',
  permission: 'seeker.handOver',
  input: object({ number: { type: 'string', maxLength: 14 }, values: schemaOf(seekerHandOverFields) }),
  audit: 'seeker.handedOver',

  async run({ scope, stores, now, record }, { number, values }) {
    const seeker = notFoundUnless(await stores.jobSeekers.findByNumber(scope, number));
    const whole = { ...seeker.person, ...seeker.profile, ...values };
    const fields = problemsOf(whole);
    if (fields.length > 0) return refuse('fields-wrong', { fields });
    const content = contentOf(whole);
    await stores.jobSeekers.update({ ...seeker, ...content, updatedAt: now }, seekerKeysOf(content));
    record({
      subject: { type: 'job_seeker', id: seeker.id },
      detail: {
        number,
        wasPublic: seeker.isPublic,
        isPublic: content.isPublic,
        hasMypage: content.hasMypage,
      },
      personal: { before: { ...seeker.profile }, values },
    });
    return done(null);
  },
});
