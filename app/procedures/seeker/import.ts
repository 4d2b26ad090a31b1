import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { FormValues } from '#app/forms/field.ts';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { schemaOf } from '#app/forms/schema.ts';
import type { Office } from '#db/stores/offices.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object } from '../schemas.ts';
import { insertSeeker } from './register.ts';
import { contentOf, problemsOf, seekerKeysOf } from './support.ts';

/** A row as the preview showed it: a new seeker, or the one with this number at this version. */
export type ImportedSeeker = { number: string | null; version: number | null; values: FormValues };

type Input = { rows: readonly ImportedSeeker[] };

/** As many as one transaction writes without holding up the counter. */
export const mostImported = 200;

/** CSVでの登録: all rows or none; rows that change nothing are left alone. */
export const importSeekers = defineProcedure<Input, { added: number; changed: number }>({
  name: 'seeker.import',
  permission: 'seeker.edit',
  input: object({
    rows: {
      type: 'array',
      minItems: 1,
      maxItems: mostImported,
      items: object({
        number: { type: ['string', 'null'], maxLength: 14 },
        version: { type: ['integer', 'null'], minimum: 1 },
        values: schemaOf(seekerForm),
      }),
    },
  }),
  audit: 'seeker.imported',

  async run(context, { rows }) {
    const fields = rows.flatMap(({ values }) => problemsOf(values));
    if (fields.length > 0) return refuse('fields-wrong', { fields });
    const { actor, stores } = context;
    if (actor.kind !== 'staff') throw new Error('Only staff import job seekers.');
    const office = notFoundUnless(await stores.offices.find(actor.officeId));
    const found = await seekersOf(context, rows);
    if (rows.some(({ number, version }, index) => number !== null && found[index]?.version !== version))
      return refuse('seekers-changed');
    const counts = { added: 0, changed: 0 };
    for (const [index, row] of rows.entries()) {
      const seeker = found[index];
      if (seeker && isSame(seeker, row.values)) continue;
      await importRow(context, office, seeker, row);
      counts[seeker ? 'changed' : 'added'] += 1;
    }
    return counts.added + counts.changed === 0 ? refuse('seekers-known') : done(counts);
  },
});

async function importRow(
  context: ProcedureContext,
  office: Office,
  seeker: JobSeeker | undefined,
  { values }: ImportedSeeker,
): Promise<void> {
  const { stores, now, record } = context;
  const content = contentOf(values);
  if (seeker)
    await stores.jobSeekers.update({ ...seeker, ...content, updatedAt: now }, seekerKeysOf(content));
  const { seekerId } = seeker ? { seekerId: seeker.id } : await insertSeeker(context, office, content);
  record({
    subject: { type: 'job_seeker', id: seekerId },
    detail: { isNew: !seeker, isPublic: content.isPublic },
    personal: { values },
  });
}

const seekersOf = async (
  { scope, stores }: Pick<ProcedureContext, 'scope' | 'stores'>,
  rows: readonly ImportedSeeker[],
): Promise<readonly (JobSeeker | undefined)[]> => {
  const found: (JobSeeker | undefined)[] = [];
  for (const { number } of rows)
    found.push(number === null ? undefined : await stores.jobSeekers.findByNumber(scope, number));
  return found;
};

/** Whether these values are what is registered already. */
export const isSame = (seeker: Pick<JobSeeker, 'person' | 'profile'>, values: FormValues): boolean =>
  Object.entries({ ...seeker.person, ...seeker.profile }).every(
    ([name, value]) => (values[name] ?? null) === value,
  );
