import type { Posting } from '#app/domain/posting.ts';
import type { PostingFacts } from '../mail/templates/postingFacts.ts';
import type { HandlerTools } from './handler.ts';

/** A posting as its mails speak of it, and the address of the account that applied; or why there is nobody to tell. */
export async function readPosting(
  { stores, links }: Pick<HandlerTools, 'stores' | 'links'>,
  postingId: string,
): Promise<{ posting: Posting; to: string; facts: PostingFacts } | { reason: string }> {
  const everything = { kind: 'all' } as const;
  const posting = await stores.postings.find(everything, postingId);
  if (!posting) return { reason: 'posting-gone' };
  const account = posting.accountId === null ? undefined : await stores.accounts.find(posting.accountId);
  const establishment = await stores.establishments.find(everything, posting.establishmentId);
  const office = await stores.offices.find(posting.officeId);
  if (!account || !establishment || !office) return { reason: 'no-recipient' };
  return {
    posting,
    to: account.email,
    facts: {
      establishmentName: establishment.name,
      jobTitle: posting.jobTitle,
      office: { name: office.name, phone: office.phone },
      link: links.posting(posting.id),
    },
  };
}
