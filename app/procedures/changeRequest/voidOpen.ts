import type { ProcedureContext } from '../procedure.ts';

/** A posting that becomes invalid first makes its open change request void (domain.md §3). */
export async function voidOpenRequest(
  { stores, record }: Pick<ProcedureContext, 'stores' | 'record'>,
  postingId: string,
): Promise<void> {
  const open = await stores.changeRequests.openOfPosting(postingId);
  if (!open) return;
  await stores.changeRequests.update({ ...open, state: 'void' });
  record({ subject: { type: 'change_request', id: open.id }, detail: { from: open.state, to: 'void' } });
}
