import type { StaffActor } from '#app/domain/actor.ts';
import { type CalendarDate, closedReason, isCalendarDate } from '#app/domain/calendar.ts';
import { type Opening, openings, shownChange } from '#app/domain/officeDay.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { holidayYears, officeCalendar } from '#rules/officeCalendar.ts';
import { keepVerdict } from '../posting/support.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, optionalText } from '../schemas.ts';
import { dayProblem, daysWith, dueDateMoves, dueDatesNear } from './dueDateMoves.ts';

type Input = {
  date: CalendarDate;
  opening: Opening;
  /** null for `usual`. */
  reason: string | null;
  /** What the page showed that this moves (`shownChange`). */
  shown: string;
};

/** The days that can be set: from today to the last year whose holidays are known. */
export const settableDays = (today: CalendarDate) => ({ first: today, last: `${holidayYears.last}-12-31` });

/** Whether the law closes every office on that day, whatever this one does. */
export const isGenerallyClosed = (date: CalendarDate): boolean =>
  closedReason(date, officeCalendar({ extraOpen: [], extraClosed: [] })) !== null;

/**
 * 開庁日・閉庁日 of the office: the day, every due date that moves with it, the verdicts that say so and the mails to
 * the employers are one transaction. Refused where the page showed other moves than there are by now.
 */
export const setOfficeDay = defineProcedure<Input, { moved: number }>({
  name: 'office.setDay',
  permission: 'office.editCalendar',
  input: object({
    date: calendarDate,
    opening: { type: 'string', enum: [...openings] },
    reason: optionalText(100),
    shown: { type: 'string', maxLength: 500_000 },
  }),
  audit: 'office.daySet',

  async run(context, { date, opening, reason, shown }) {
    const { stores, rules, today, now, record, enqueue } = context;
    const { officeId } = context.actor as StaffActor;
    const days = settableDays(today);
    if (!isCalendarDate(date) || date < days.first || date > days.last)
      return refuse('fields-wrong', { fields: [{ field: 'date', code: 'outside-days', params: days }] });
    const before = (await stores.offices.day(officeId, date)) ?? null;
    const problem = dayProblem(isGenerallyClosed(date), before, { opening, reason });
    if (problem !== null) return refuse(problem);

    const { from, to } = dueDatesNear(date, today);
    const after = daysWith(await stores.offices.daysOf(officeId), date, opening);
    const moves = await dueDateMoves(rules, await stores.dueDates.open(officeId, from, to), after, today);
    if (shownChange(before, moves) !== shown) return refuse('due-dates-changed');

    if (opening === 'usual') await stores.offices.removeDay(officeId, date);
    else await stores.offices.saveDay(officeId, { date, opening, reason: reason ?? '' });
    const moved = moves.filter(({ stays }) => !stays);
    record({
      subject: { type: 'office', id: officeId },
      detail: {
        date,
        before: { state: before?.opening ?? 'usual' },
        after: { state: opening },
        moved: moved.length,
      },
      personal: { reason },
    });
    for (const move of moved) {
      const posting = notFoundUnless(await stores.postings.find(context.scope, move.postingId));
      await stores.postings.update({ ...posting, dueDate: move.to, updatedAt: now });
      const subject = { type: 'posting', id: posting.id } as const;
      if (move.verdict !== null) await keepVerdict(context, subject, 'calendar', move.verdict);
      record({ subject, detail: { date, before: { dueDate: move.from }, dueDate: move.to } });
      enqueue({
        kind: 'mail.dueDateMoved',
        payload: { postingId: posting.id, from: move.from, to: move.to ?? '' },
        dedupe: `dueDateMoved:${posting.id}:${posting.version}`,
      });
    }
    return done({ moved: moved.length });
  },
});
