import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shownPosting } from '../schemas.ts';
import { postingToAskFor } from './support.ts';

/**
 * 求人内容の変更: the employer gets a copy of the published content to edit, or the copy begun before. What is
 * published stays in force until the counter accepts.
 */
export const startContentChange = defineProcedure<ShownPosting, { requestId: string }>({
  name: 'changeRequest.startContent',
  permission: 'changeRequest.ask',
  input: object(shownPosting),
  audit: 'changeRequest.drafted',

  async run(context, input) {
    const { actor, stores, now, newId, record } = context;
    const asking = await postingToAskFor(context, input, 'content', 'posting-change');
    if (!asking.ok) return asking;
    if (actor.kind !== 'employer') throw new Error('Only an employer asks for a change.');
    const { posting, open } = asking;
    const id = open?.id ?? newId();
    const copy: ChangeRequest = {
      id,
      kind: 'content',
      establishmentId: posting.establishmentId,
      officeId: posting.officeId,
      accountId: actor.accountId,
      postingId: posting.id,
      state: 'draft',
      before: posting.content,
      after: posting.content,
      stopReason: null,
      stopOn: null,
      answer: null,
      decidedAt: null,
      waitingSince: null,
      version: 1,
      createdAt: now,
    };
    if (!open && !(await stores.changeRequests.insert(copy))) return refuse('change-open');
    record({
      subject: { type: 'change_request', id },
      detail: { kind: 'content', postingId: posting.id, goesOn: open !== undefined },
    });
    return done({ requestId: id });
  },
});
