import type { JsonSchema } from '#app/forms/validate.ts';
import { notFoundUnless, type ProcedureContext } from './procedure.ts';
import { recordId } from './schemas.ts';

/** What staff write about: a posting, or an establishment where `postingId` is null. */
export type Subject = { establishmentId: string; postingId: string | null };

export const subjectSchema: Record<keyof Subject, JsonSchema> = {
  establishmentId: recordId,
  postingId: { anyOf: [recordId, { type: 'null' }] },
};

/**
 * The same with its office, within the actor's reach.
 * @throws NotFound for a posting of another establishment and for an employer's draft, which is theirs alone
 */
export async function subjectInReach(
  { scope, stores }: Pick<ProcedureContext, 'scope' | 'stores'>,
  { establishmentId, postingId }: Subject,
): Promise<Subject & { officeId: string }> {
  const establishment = notFoundUnless(await stores.establishments.find(scope, establishmentId));
  if (postingId === null) return { officeId: establishment.officeId, establishmentId, postingId };
  const posting = notFoundUnless(await stores.postings.find(scope, postingId));
  const known = posting.establishmentId === establishmentId && posting.state !== 'draft';
  return { officeId: notFoundUnless(known ? posting.officeId : null), establishmentId, postingId };
}
