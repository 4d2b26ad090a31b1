import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { canHappen } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { isLate } from '#app/domain/visit.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, optionalText, recordId, type ShownPosting, shownPosting } from '../schemas.ts';

type Input = {
  establishmentId: string;
  /** The postings fully registered in this sitting, as they were shown. */
  postings: readonly ShownPosting[];
  visitedOn: CalendarDate;
  checklist: readonly string[];
  identityDocument: string | null;
  note: string | null;
  lateReason: string | null;
};

/**
 * 来庁・本登録: the employer is at the counter; identity is checked and the pending postings become ready for
 * review (leaflet 「ハローワークにお越しのうえ、本登録の手続きを行う必要があります」).
 */
export const registerVisit = defineProcedure<Input, { visitId: string }>({
  name: 'posting.registerVisit',
  permission: 'visit.register',
  input: object({
    establishmentId: recordId,
    postings: { type: 'array', minItems: 1, maxItems: 50, items: object(shownPosting) },
    visitedOn: calendarDate,
    checklist: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 60 } },
    identityDocument: optionalText(60),
    note: optionalText(600),
    lateReason: optionalText(200),
  }),
  audit: 'visit.registered',

  async run({ actor, scope, stores, today, now, newId, record }, input) {
    const establishment = notFoundUnless(await stores.establishments.find(scope, input.establishmentId));
    if (establishment.state !== 'registered') return refuse('establishment-not-registered');
    if (input.visitedOn > today)
      return refuse('fields-wrong', { fields: [{ field: 'visited_on', code: 'in-future' }] });
    const unchecked = identityChecklist.filter((item) => !input.checklist.includes(item));
    if (unchecked.length > 0)
      return refuse('checklist-open', { fields: unchecked.map((field) => ({ field, code: 'required' })) });

    const visitId = newId();
    const postings = [];
    for (const shown of input.postings) {
      const posting = notFoundUnless(await stores.postings.find(scope, shown.postingId));
      if (posting.version !== shown.version || !canHappen('registerVisit', posting.state))
        throw new Conflict({ type: 'posting', id: posting.id });
      if (posting.establishmentId !== establishment.id) notFoundUnless(undefined);
      postings.push(posting);
    }
    if (postings.some(({ appliedOn }) => appliedOn !== null && input.visitedOn < appliedOn))
      return refuse('fields-wrong', { fields: [{ field: 'visited_on', code: 'before-application' }] });
    const late = postings.some((posting) => isLate(posting, input.visitedOn));
    if (late && input.lateReason === null)
      return refuse('fields-wrong', { fields: [{ field: 'late_reason', code: 'required-when-late' }] });

    await stores.visits.insert(
      {
        id: visitId,
        establishmentId: establishment.id,
        officeId: establishment.officeId,
        visitedOn: input.visitedOn,
        checklist: input.checklist,
        identityDocument: input.identityDocument,
        note: input.note,
        lateReason: late ? input.lateReason : null,
        registeredBy: actorId(actor),
        registeredAt: now,
      },
      postings.map((posting) => posting.id),
    );
    for (const posting of postings) {
      await stores.postings.update({
        ...posting,
        state: 'under_review',
        visitedOn: input.visitedOn,
        waitingSince: now,
        updatedAt: now,
      });
      record({
        subject: { type: 'posting', id: posting.id },
        detail: {
          visitId,
          visitedOn: input.visitedOn,
          dueDate: posting.dueDate,
          late,
          checklist: input.checklist,
        },
        personal: {
          identityDocument: input.identityDocument,
          note: input.note,
          lateReason: input.lateReason,
        },
      });
    }
    return done({ visitId });
  },
});
