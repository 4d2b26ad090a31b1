import type { CalendarDate } from '#app/domain/calendar.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, recordId, shortText } from '../schemas.ts';

type Input = { establishmentId: string; reason: string; until: CalendarDate };

/**
 * 消去の保留: a supervisor keeps the MyPage of an establishment from being erased through a day, because somebody may
 * have to look at it (a lawsuit, an inquiry, an open complaint). Placed again, it has another reason and another day.
 */
export const placeLegalHold = defineProcedure<Input, null>({
  name: 'retention.placeHold',
  permission: 'retention.hold',
  input: object({ establishmentId: recordId, reason: shortText(600), until: calendarDate }),
  audit: 'retention.held',

  async run({ actor, scope, stores, today, now, record }, { establishmentId, reason, until }) {
    if (actor.kind !== 'staff') throw new Error('Only the staff hold.');
    const { officeId } = notFoundUnless(await stores.establishments.find(scope, establishmentId));
    if (until < today) return refuse('fields-wrong', { fields: [{ field: 'until', code: 'past-day' }] });
    const before = await stores.retention.holdOf(establishmentId);
    await stores.retention.placeHold({
      establishmentId,
      officeId,
      reason,
      until,
      placedBy: actor.id,
      placedAt: now,
    });
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { until, before: before?.until ?? null },
      personal: { reason },
    });
    return done(null);
  },
});
