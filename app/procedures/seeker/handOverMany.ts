import { actorId } from '#app/domain/actor.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import { done, type FieldError, refuse } from '#app/domain/refusal.ts';
import type { FormValues } from '#app/forms/field.ts';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { schemaOf } from '#app/forms/schema.ts';
import type { Office } from '#db/stores/offices.ts';
import { Conflict, defineProcedure, type ProcedureContext } from '../procedure.ts';
import { object, optionalText, shortText } from '../schemas.ts';
import { isSame } from './import.ts';
import { insertSeeker, sameAs } from './register.ts';
import { contentOf, problemsOf, seekerKeysOf } from './support.ts';

/** A job seeker as another system has them. */
export type HandedSeeker = {
  /** The number by which that system calls them; the same number is the same seeker ever after. */
  reference: string;
  /** 求職番号, to join a number to somebody whom the office registered before. */
  number: string | null;
  /** The same name and birthday as somebody else's, and another person. */
  otherPerson: boolean;
  values: FormValues;
};

type Input = { office: string | null; seekers: readonly HandedSeeker[] };

/** As it is answered, in the order of the rows. */
export type HandedOver = { reference: string; number: string; outcome: 'added' | 'changed' | 'unchanged' };

/** As many as one transaction writes without holding up the counter. */
export const mostHandedOver = 50;

/**
 * Job seekers from their own system, whole records: new ones are registered, known ones changed, the same again changes
 * nothing. All rows or none; what is wrong is told row by row, as `seekers.3.seeker_name`.
 */
export const handOverSeekers = defineProcedure<Input, readonly HandedOver[]>({
  name: 'seeker.handOverMany',
  permission: 'seeker.handOver',
  input: object({
    office: optionalText(5),
    seekers: {
      type: 'array',
      minItems: 1,
      maxItems: mostHandedOver,
      items: object({
        reference: shortText(64),
        number: optionalText(14),
        otherPerson: { type: 'boolean' },
        values: schemaOf(seekerForm),
      }),
    },
  }),
  audit: 'seeker.handedOver',

  async run(context, { office: code, seekers }) {
    const office = await officeOf(context, code);
    if (office === undefined)
      return refuse('fields-wrong', { fields: [{ field: 'office', code: 'not-a-choice' }] });
    const known: (JobSeeker | undefined)[] = [];
    const problems: FieldError[] = [];
    for (const [index, row] of seekers.entries()) {
      const { seeker, wrong } = await judged(context, office, row);
      const again = seekers.findIndex(({ reference }) => reference === row.reference) < index;
      known.push(seeker);
      for (const { field, code: what } of again ? [{ field: 'reference', code: 'taken' }] : wrong)
        problems.push({ field: `seekers.${index}.${field}`, code: what });
    }
    if (problems.length > 0) return refuse('fields-wrong', { fields: problems });
    const answers: HandedOver[] = [];
    for (const [index, row] of seekers.entries())
      answers.push(await handOver(context, office, row, known[index]));
    return done(answers);
  },
});

/** The office whose seekers they are: the partner's own, or the one that is named where it speaks for all. */
async function officeOf(
  { actor, stores }: ProcedureContext,
  code: string | null,
): Promise<Office | undefined> {
  if (actor.kind !== 'partner') throw new Error('Only a partner hands over.');
  if (actor.officeId === null) return code === null ? undefined : stores.offices.findByCode(code);
  const own = await stores.offices.find(actor.officeId);
  return code === null || own?.code === code ? own : undefined;
}

/** Whom a row is about, if somebody is registered, and what of it cannot be taken. */
async function judged(
  context: ProcedureContext,
  office: Office,
  { reference, number, otherPerson, values }: HandedSeeker,
): Promise<{ seeker: JobSeeker | undefined; wrong: readonly FieldError[] }> {
  const { actor, scope, stores } = context;
  const wrong = [...problemsOf(values)];
  const linked = await stores.partnerSeekers.seekerOf(actorId(actor), reference);
  const seeker =
    linked !== undefined
      ? await stores.jobSeekers.find(scope, linked)
      : number === null
        ? undefined
        : await stores.jobSeekers.findByNumber(scope, number);
  if (number !== null && seeker?.number !== number) wrong.push({ field: 'number', code: 'not-a-choice' });
  if (linked !== undefined && seeker === undefined) wrong.push({ field: 'reference', code: 'not-a-choice' });
  if (linked === undefined && seeker !== undefined) {
    const called = await stores.partnerSeekers.referenceOf(actorId(actor), seeker.id);
    if (called !== undefined) wrong.push({ field: 'number', code: 'taken' });
  }
  if (seeker === undefined && !otherPerson) {
    const same = await sameAs(context, office.id, contentOf(values), null);
    if (same.length > 0) wrong.push({ field: 'other_person', code: 'required' });
  }
  return { seeker, wrong };
}

async function handOver(
  context: ProcedureContext,
  office: Office,
  { reference, values }: HandedSeeker,
  seeker: JobSeeker | undefined,
): Promise<HandedOver> {
  const { actor, stores, now, record } = context;
  const content = contentOf(values);
  const unchanged = seeker !== undefined && isSame(seeker, values);
  if (seeker !== undefined && !unchanged)
    await stores.jobSeekers.update({ ...seeker, ...content, updatedAt: now }, seekerKeysOf(content));
  const { seekerId, number } =
    seeker === undefined
      ? await insertSeeker(context, office, content)
      : { seekerId: seeker.id, number: seeker.number };
  const link = { partnerId: actorId(actor), reference, seekerId };
  const linked = await stores.partnerSeekers.seekerOf(link.partnerId, reference);
  if (linked === undefined && !(await stores.partnerSeekers.insert(link)))
    throw new Conflict({ type: 'job_seeker', id: seekerId });
  const outcome = seeker === undefined ? 'added' : unchanged ? 'unchanged' : 'changed';
  record({
    subject: { type: 'job_seeker', id: seekerId },
    detail: { number, outcome, isPublic: content.isPublic, hasMypage: content.hasMypage },
    personal: outcome === 'unchanged' ? {} : { before: seeker?.profile ?? null, values },
  });
  return { reference, number, outcome };
}
