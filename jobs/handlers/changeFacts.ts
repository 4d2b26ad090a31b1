import type { ChangeRequest, ChangeState } from '#app/domain/changeRequest.ts';
import type { ChangeFacts } from '../mail/templates/changeFacts.ts';
import type { HandlerTools } from './handler.ts';
import { readPosting } from './postingFacts.ts';

/** A change request as its mails speak of it; no mail is sent once it has left `state`. */
export async function readChange(
  tools: Pick<HandlerTools, 'stores' | 'links'>,
  requestId: string,
  state: ChangeState,
): Promise<{ to: string; facts: ChangeFacts } | { reason: string }> {
  const request = await tools.stores.changeRequests.find({ kind: 'all' }, requestId);
  if (request === undefined || request.state !== state) return { reason: 'change-superseded' };
  if (request.postingId === null) return readEstablishmentChange(tools, request);
  const read = await readPosting(tools, request.postingId);
  if ('reason' in read) return read;
  const { number, validUntil, state: postingState } = read.posting;
  return {
    to: read.to,
    facts: {
      ...read.facts,
      link: tools.links.change(request.id),
      kind: request.kind,
      stopOn: request.stopOn,
      number,
      validUntil,
      ended: postingState === 'invalid',
    },
  };
}

/** A request about the establishment itself, told to the account that made it. */
async function readEstablishmentChange(
  { stores, links }: Pick<HandlerTools, 'stores' | 'links'>,
  request: ChangeRequest,
): Promise<{ to: string; facts: ChangeFacts } | { reason: string }> {
  const account = await stores.accounts.find(request.accountId);
  const establishment = await stores.establishments.find({ kind: 'all' }, request.establishmentId);
  const office = await stores.offices.find(request.officeId);
  if (!account || !establishment || !office) return { reason: 'no-recipient' };
  return {
    to: account.email,
    facts: {
      establishmentName: establishment.name,
      office: { name: office.name, phone: office.phone },
      link: links.change(request.id),
      kind: request.kind,
      jobTitle: null,
      stopOn: null,
      number: null,
      validUntil: null,
      ended: false,
    },
  };
}
