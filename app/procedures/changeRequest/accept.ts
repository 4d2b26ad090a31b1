import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { verdictDetail, withContent } from '../posting/support.ts';
import { defineProcedure, type ProcedureContext } from '../procedure.ts';
import { object, optionalText } from '../schemas.ts';
import { judgeChangeAndKeep } from './content.ts';
import { extendedUntil } from './judgement.ts';
import { loadRequest, type ShownRequest, shownRequest, validTarget } from './support.ts';

type Input = ShownRequest & {
  /** Why a change of content is accepted although a red check is open; null when none is. */
  overrideReason: string | null;
};

/** 変更の受理: what was asked for takes effect in the same transaction, or on the day it was asked for. */
export const acceptRequest = defineProcedure<
  Input,
  { state: Posting['state']; validUntil: CalendarDate | null }
>({
  name: 'changeRequest.accept',
  permission: 'changeRequest.decide',
  input: object({ ...shownRequest, overrideReason: optionalText(600) }),
  audit: 'changeRequest.accepted',

  async run(context, input) {
    const { stores, now, record, enqueue } = context;
    const request = await loadRequest(context, input, 'accept');
    const posting = await validTarget(context, request.postingId);
    const verdict =
      request.kind === 'content' ? await judgeChangeAndKeep(context, request, posting, 'accept') : null;
    const overridden = verdict?.outcome === 'blocked';
    if (verdict !== null && overridden && input.overrideReason === null)
      return refuse('content-blocked', {
        verdict,
        fields: [{ field: 'override_reason', code: 'required-when-blocked' }],
      });
    const changed = applied(context, request, posting);
    await stores.changeRequests.update({ ...request, state: 'accepted', decidedAt: now });
    if (request.kind === 'content')
      await stores.changeRequests.keepVersion({
        id: context.newId(),
        postingId: posting.id,
        requestId: request.id,
        content: posting.content,
        replacedAt: now,
      });
    if (changed !== posting) await stores.postings.update({ ...changed, updatedAt: now });
    const { state, validUntil, invalidatedOn } = changed;
    const detail = { kind: request.kind, stopOn: request.stopOn, state, validUntil, invalidatedOn };
    record({
      subject: { type: 'change_request', id: request.id },
      detail: { ...detail, ...(verdict ? { content: verdictDetail(verdict), overridden } : {}) },
      personal: { overrideReason: input.overrideReason },
    });
    record({ subject: { type: 'posting', id: posting.id }, detail: { ...detail, requestId: request.id } });
    enqueue({
      kind: 'mail.changeAccepted',
      payload: { requestId: request.id },
      dedupe: `changeAccepted:${request.id}`,
    });
    return done({ state, validUntil });
  },
});

/** The posting as the request makes it now. A day that has passed while the request waited cannot be made good. */
function applied({ rules, today }: ProcedureContext, request: ChangeRequest, posting: Posting): Posting {
  if (request.kind === 'stop') {
    const later = request.stopOn !== null && request.stopOn > today;
    return later ? posting : { ...posting, state: 'invalid', invalidatedOn: today };
  }
  if (request.kind === 'extension')
    return { ...posting, validUntil: extendedUntil(rules, posting.validUntil ?? today, today) };
  if (request.kind === 'content') return withContent(posting, request.after);
  throw new Error(`No way to apply a request of kind ${request.kind}.`);
}
