import type { ImageFacts } from '../mail/templates/imageFacts.ts';
import type { HandlerTools } from './handler.ts';

/** Whose images a mail speaks of, and the address of the active account; or why there is nobody to tell. */
export async function readImageOwner(
  { stores, links }: Pick<HandlerTools, 'stores' | 'links'>,
  establishmentId: string,
): Promise<{ to: string; facts: ImageFacts } | { reason: string }> {
  const establishment = await stores.establishments.find({ kind: 'all' }, establishmentId);
  const office = establishment && (await stores.offices.find(establishment.officeId));
  if (!establishment || !office) return { reason: 'images-gone' };
  const accounts = await stores.accounts.ofEstablishment(establishmentId);
  const account = accounts.find(({ state }) => state === 'active');
  if (!account) return { reason: 'no-recipient' };
  return {
    to: account.email,
    facts: {
      establishmentName: establishment.name,
      office: { name: office.name, phone: office.phone },
      link: links.images,
    },
  };
}
