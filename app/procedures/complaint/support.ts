import type { MismatchComplaint } from '#app/domain/mismatchComplaint.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { recordId, version } from '../schemas.ts';

/** The complaint as it was shown. */
export const shownComplaint = { complaintId: recordId, version };
export type ShownComplaint = { complaintId: string; version: number };

/** The open complaint, still at the version that was shown. @throws Conflict once it is settled or changed */
export async function loadOpenComplaint(
  { stores, scope }: Pick<ProcedureContext, 'stores' | 'scope'>,
  shown: ShownComplaint,
): Promise<MismatchComplaint> {
  const complaint = notFoundUnless(await stores.mismatchComplaints.find(scope, shown.complaintId));
  if (complaint.version !== shown.version || complaint.settled !== null)
    throw new Conflict({ type: 'establishment', id: complaint.establishmentId });
  return complaint;
}
