import { actorId } from '#app/domain/actor.ts';
import { may } from '#app/domain/permissions.ts';
import { placeAfterVerdict } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { undoableAct, undoRefusal } from '#app/domain/undo.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, type ShownPosting, shortText, shownPosting } from '../schemas.ts';

type Input = ShownPosting & { reason: string };

/**
 * 取消し of a 受理 or a 差戻し that nothing has followed from: a new act, and the employer is told. The posting waits
 * again where it did; a number that was issued is not issued again.
 */
export const undoDecision = defineProcedure<Input, null>({
  name: 'posting.undo',
  permission: 'posting.undo',
  input: object({ ...shownPosting, reason: shortText(600) }),
  audit: 'posting.decisionUndone',

  async run({ actor, scope, stores, now, record, enqueue }, input) {
    // Before the posting: whoever acts in between has then moved its version, and this is a conflict.
    const last = await stores.audit.latestOf({ type: 'posting', id: input.postingId });
    const posting = notFoundUnless(await stores.postings.find(scope, input.postingId));
    if (posting.version !== input.version) throw new Conflict({ type: 'posting', id: posting.id });
    const person = { id: actorId(actor), supervises: may(actor, 'posting.undoLater') };
    const why = undoRefusal(posting.state, last, person, now);
    if (why !== null) return refuse(why);
    const undone = undoableAct(last?.action ?? '');

    await stores.postings.withdrawReturns(posting.id, now);
    await stores.postings.update({
      ...posting,
      state: placeAfterVerdict(posting.dueDate !== null, posting.visitedOn),
      number: null,
      acceptedOn: null,
      validUntil: null,
      updatedAt: now,
    });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { undone, number: posting.number },
      personal: { reason: input.reason },
    });
    enqueue({
      kind: 'mail.decisionUndone',
      payload: { postingId: posting.id },
      dedupe: `decisionUndone:${posting.id}:${posting.version}`,
    });
    return done(null);
  },
});
