import type { Account } from '#app/domain/account.ts';
import type { AccountFacts } from '../mail/templates/accountFacts.ts';
import type { HandlerTools } from './handler.ts';

/** An account as its mails speak of it; or why there is nobody to tell. */
export async function readAccount(
  { stores, links }: Pick<HandlerTools, 'stores' | 'links'>,
  accountId: string,
): Promise<{ account: Account; to: string; facts: AccountFacts } | { reason: string }> {
  const account = await stores.accounts.find(accountId);
  if (!account) return { reason: 'no-recipient' };
  return { account, to: account.email, facts: await factsOf({ stores, links }, account.establishmentId) };
}

/** What the mails about a MyPage say of it; little before there is an establishment. */
export async function factsOf(
  { stores, links }: Pick<HandlerTools, 'stores' | 'links'>,
  establishmentId: string | null,
): Promise<AccountFacts> {
  const establishment =
    establishmentId === null ? undefined : await stores.establishments.find({ kind: 'all' }, establishmentId);
  const office = establishment && (await stores.offices.find(establishment.officeId));
  return {
    establishmentName: establishment?.name ?? null,
    office: office ? { name: office.name, phone: office.phone } : null,
    login: links.login,
  };
}
