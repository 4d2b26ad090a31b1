import { done, refuse } from '#app/domain/refusal.ts';
import type { FormValues } from '#app/forms/field.ts';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, version } from '../schemas.ts';
import { contentOf, problemsOf, seekerKeysOf } from './support.ts';

type Input = { seekerId: string; version: number; values: FormValues };

/** 求職者の登録の変更, also of whether the public part may be searched. */
export const updateSeeker = defineProcedure<Input, null>({
  name: 'seeker.update',
  permission: 'seeker.edit',
  input: object({ seekerId: recordId, version, values: schemaOf(seekerForm) }),
  audit: 'seeker.updated',

  async run({ scope, stores, now, record }, input) {
    const seeker = notFoundUnless(await stores.jobSeekers.find(scope, input.seekerId));
    if (seeker.version !== input.version) throw new Conflict({ type: 'job_seeker', id: seeker.id });
    const fields = problemsOf(input.values);
    if (fields.length > 0) return refuse('fields-wrong', { fields });
    const content = contentOf(input.values);
    await stores.jobSeekers.update({ ...seeker, ...content, updatedAt: now }, seekerKeysOf(content));
    record({
      subject: { type: 'job_seeker', id: seeker.id },
      detail: { wasPublic: seeker.isPublic, isPublic: content.isPublic },
      personal: { before: { ...seeker.person, ...seeker.profile }, values: input.values },
    });
    return done(null);
  },
});
