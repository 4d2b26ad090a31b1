import type { ChangeState } from '#app/domain/changeRequest.ts';
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
  if (request === undefined || request.postingId === null || request.state !== state)
    return { reason: 'change-superseded' };
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
