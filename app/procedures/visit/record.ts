import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { otherPurposes, type VisitPurpose } from '#app/domain/visit.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, recordId, shortText } from '../schemas.ts';

type Input = {
  establishmentId: string;
  purpose: Exclude<VisitPurpose, 'registration'>;
  visitedOn: CalendarDate;
  note: string;
};

/** A visit that registers nothing: マイページの開設, 利用制限の解除 or 相談, with what it was about. */
export const recordVisit = defineProcedure<Input, { visitId: string }>({
  name: 'visit.record',
  permission: 'visit.register',
  input: object({
    establishmentId: recordId,
    purpose: { enum: [...otherPurposes] },
    visitedOn: calendarDate,
    note: shortText(600),
  }),
  audit: 'visit.recorded',

  async run({ actor, scope, stores, today, now, newId, record }, input) {
    const establishment = notFoundUnless(await stores.establishments.find(scope, input.establishmentId));
    if (input.visitedOn > today)
      return refuse('fields-wrong', { fields: [{ field: 'visited_on', code: 'in-future' }] });
    const visitId = newId();
    await stores.visits.insert(
      {
        id: visitId,
        establishmentId: establishment.id,
        officeId: establishment.officeId,
        purpose: input.purpose,
        visitedOn: input.visitedOn,
        checklist: [],
        identityDocument: null,
        note: input.note,
        lateReason: null,
        registeredBy: actorId(actor),
        registeredAt: now,
      },
      [],
    );
    record({
      subject: { type: 'establishment', id: establishment.id },
      detail: { visitId, purpose: input.purpose, visitedOn: input.visitedOn },
      personal: { note: input.note },
    });
    return done({ visitId });
  },
});
