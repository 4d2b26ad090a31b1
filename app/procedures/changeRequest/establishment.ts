import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { changedFields, withChanges } from '#app/forms/changed.ts';
import { establishmentChangeForm, establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';

/** The registered establishment a request is about, still at the version that was shown. */
export async function registeredTarget(
  { stores, scope }: Pick<ProcedureContext, 'stores' | 'scope'>,
  id: string,
  shownVersion: number,
): Promise<Establishment> {
  const establishment = notFoundUnless(await stores.establishments.find(scope, id));
  if (establishment.state !== 'registered' || establishment.version !== shownVersion)
    throw new Conflict({ type: 'establishment', id });
  return establishment;
}

/** What accepting the request now would register: what is in force, with the fields that the employer changes. */
export const detailsWith = (
  request: Pick<ChangeRequest, 'before' | 'after'>,
  { details }: Pick<Establishment, 'details'>,
): FormValues => withChanges(establishmentChangeForm, details, request);

/**
 * Names of the fields that the counter has corrected since the employer asked, and which of them the request would
 * overwrite.
 */
export function correctedSince(
  request: Pick<ChangeRequest, 'before' | 'after'>,
  { details }: Pick<Establishment, 'details'>,
): { corrected: string[]; overwritten: string[] } {
  const asked = changedFields(establishmentForm, request.before, request.after);
  const corrected = changedFields(establishmentForm, request.before, details);
  return { corrected, overwritten: corrected.filter((name) => asked.includes(name)) };
}
