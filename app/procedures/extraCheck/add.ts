import { actorId } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { longestCheckDays } from '#app/domain/extraCheck.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { openDayProblem } from '../office/openDays.ts';
import { defineProcedure } from '../procedure.ts';
import { calendarDate, object, shortText } from '../schemas.ts';
import { type Subject, subjectInReach, subjectSchema } from '../staffSubject.ts';

type Input = Subject & {
  reason: string;
  /** The open day by which somebody is to look at it; today is possible. */
  dueOn: CalendarDate;
};

/** 確認を追加: a posting in any state, or an establishment, stands in the queue until somebody has looked at it. */
export const addExtraCheck = defineProcedure<Input, { checkId: string }>({
  name: 'extraCheck.add',
  permission: 'extraCheck.edit',
  input: object({ ...subjectSchema, reason: shortText(200), dueOn: calendarDate }),
  audit: 'extraCheck.added',

  async run(context, input) {
    const { actor, stores, now, today, newId, record } = context;
    const subject = await subjectInReach(context, input);
    const calendar = officeCalendar(await stores.offices.daysOf(subject.officeId));
    const days = { first: today, last: addDays(today, longestCheckDays) };
    const problem = openDayProblem('due_on', input.dueOn, days, calendar);
    if (problem !== null) return refuse('fields-wrong', { fields: [problem] });
    const id = newId();
    const { reason, dueOn } = input;
    const added = { reason, dueOn, addedBy: actorId(actor), addedAt: now, settled: null, version: 1 };
    await stores.extraChecks.insert({ id, ...subject, ...added });
    // Of its own kind: it follows from no decision, so it stands in the way of no 取消し.
    record({
      subject: { type: 'extra_check', id },
      detail: { establishmentId: subject.establishmentId, postingId: subject.postingId, checkDueOn: dueOn },
      personal: { reason },
    });
    return done({ checkId: id });
  },
});
