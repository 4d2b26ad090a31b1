import { actorId } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { holdableStates, longestHoldDays } from '#app/domain/reviewHold.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { openDayProblem } from '../office/openDays.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, type ShownPosting, shortText, shownPosting } from '../schemas.ts';

type Input = ShownPosting & {
  reason: string;
  /** The open day on which the posting is served again. */
  until: CalendarDate;
};

/** 保留: the posting waits for something else than the counter, and nobody is served it until a day has come. */
export const holdPosting = defineProcedure<Input, null>({
  name: 'posting.hold',
  permission: 'posting.hold',
  input: object({ ...shownPosting, reason: shortText(600), until: calendarDate }),
  audit: 'posting.held',

  async run({ actor, scope, stores, now, today, record }, input) {
    const posting = notFoundUnless(await stores.postings.find(scope, input.postingId));
    if (posting.version !== input.version || !holdableStates.includes(posting.state))
      throw new Conflict({ type: 'posting', id: posting.id });
    const calendar = officeCalendar(await stores.offices.daysOf(posting.officeId));
    const days = { first: addDays(today, 1), last: addDays(today, longestHoldDays) };
    const problem = openDayProblem('until', input.until, days, calendar);
    if (problem !== null) return refuse('fields-wrong', { fields: [problem] });
    const hold = {
      postingId: posting.id,
      reason: input.reason,
      until: input.until,
      placedBy: actorId(actor),
      placedAt: now,
    };
    if (!(await stores.reviewHolds.place(hold, today))) return refuse('held-already');
    await stores.reviewClaims.release(posting.id, actorId(actor));
    await stores.reasonTemplates.countUses(posting.officeId, 'hold', input.reason);
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { until: input.until },
      personal: { reason: input.reason },
    });
    return done(null);
  },
});
