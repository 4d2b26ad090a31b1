import { formatSeekerNumber } from '#app/domain/ids.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { FormValues } from '#app/forms/field.ts';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { schemaOf } from '#app/forms/schema.ts';
import type { Office } from '#db/stores/offices.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object } from '../schemas.ts';
import { contentOf, problemsOf, type SeekerContent, seekerKeysOf } from './support.ts';

type Input = {
  values: FormValues;
  /** The counter has found that a seeker with the same name and birthday is another person. */
  otherPerson: boolean;
};

/** 求職者の登録 at the office in charge. */
export const registerSeeker = defineProcedure<Input, { seekerId: string; number: string }>({
  name: 'seeker.register',
  permission: 'seeker.edit',
  input: object({ values: schemaOf(seekerForm), otherPerson: { type: 'boolean' } }),
  audit: 'seeker.registered',

  async run(context, { values, otherPerson }) {
    const { actor, stores } = context;
    if (actor.kind !== 'staff') throw new Error('Only staff register at the counter.');
    const office = notFoundUnless(await stores.offices.find(actor.officeId));
    const fields = problemsOf(values);
    if (fields.length > 0) return refuse('fields-wrong', { fields });
    const content = contentOf(values);
    const same = await sameAs(context, office.id, content, null);
    if (same.length > 0 && !otherPerson)
      return refuse('seeker-known', { params: { numbers: same.map(({ number }) => number).join('、') } });
    const seeker = await insertSeeker(context, office, content);
    context.record({
      subject: { type: 'job_seeker', id: seeker.seekerId },
      detail: { number: seeker.number, isPublic: content.isPublic, sameAs: same.map(({ id }) => id) },
      personal: { values },
    });
    return done(seeker);
  },
});

/** Registrations of an office with the same name and birthday. */
export async function sameAs(
  { stores }: Pick<ProcedureContext, 'stores'>,
  officeId: string,
  content: SeekerContent,
  exceptId: string | null,
) {
  if (content.bornOn === null) return [];
  const found = await stores.jobSeekers.sameNameAndBirthday(
    seekerKeysOf(content).kana,
    content.bornOn,
    exceptId,
  );
  return found.filter((one) => one.officeId === officeId);
}

/** A new seeker of an office, with a number of its own. */
export async function insertSeeker(
  context: ProcedureContext,
  office: Pick<Office, 'id' | 'code'>,
  content: SeekerContent,
): Promise<{ seekerId: string; number: string }> {
  const { stores, now, newId } = context;
  const number = formatSeekerNumber(office.code, await stores.jobSeekers.nextSerial(office.id));
  const id = newId();
  await stores.jobSeekers.insert(
    {
      id,
      officeId: office.id,
      number,
      inquiryNumber: await freshInquiryNumber(context),
      ...content,
      version: 1,
      createdAt: now,
      updatedAt: now,
    },
    seekerKeysOf(content),
  );
  return { seekerId: id, number };
}

/** A number that says nothing of the person, of the office or of when somebody came. */
async function freshInquiryNumber({
  stores,
  secrets,
}: Pick<ProcedureContext, 'stores' | 'secrets'>): Promise<string> {
  const number = secrets.newInquiryNumber();
  return (await stores.jobSeekers.inquiryNumberTaken(number))
    ? freshInquiryNumber({ stores, secrets })
    : number;
}
