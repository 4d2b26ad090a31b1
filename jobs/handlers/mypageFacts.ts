import { canSignIn } from '#app/domain/account.ts';
import type { RestrictedFacts } from '../mail/templates/restricted.ts';
import type { HandlerTools } from './handler.ts';

/** Whom to write to about an establishment's MyPage, and its office; or why there is nobody to tell. */
export async function readMypage(
  { stores, links }: Pick<HandlerTools, 'stores' | 'links'>,
  establishmentId: string,
): Promise<{ to: string; facts: Omit<RestrictedFacts, 'reasons'> } | { reason: string }> {
  const establishment = await stores.establishments.find({ kind: 'all' }, establishmentId);
  const office = establishment && (await stores.offices.find(establishment.officeId));
  const accounts = await stores.accounts.ofEstablishment(establishmentId);
  const account = accounts.find(canSignIn);
  if (!establishment || !office || !account) return { reason: 'no-recipient' };
  return {
    to: account.email,
    facts: {
      establishmentName: establishment.name,
      office: { name: office.name, phone: office.phone },
      link: links.login,
    },
  };
}
