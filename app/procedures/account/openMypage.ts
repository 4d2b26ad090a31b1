import { canSignIn } from '#app/domain/account.ts';
import type { ProcedureContext } from '../procedure.ts';

/** Somebody of the establishment can sign in, so that a mail and the MyPage reach them. */
export async function hasOpenMypage(
  { stores }: Pick<ProcedureContext, 'stores'>,
  { establishmentId }: { establishmentId: string },
): Promise<boolean> {
  const accounts = await stores.accounts.ofEstablishment(establishmentId);
  return accounts.some(canSignIn);
}
