import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { mostDays } from '#app/domain/training.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object } from '../schemas.ts';
import { trainingSubject } from './support.ts';

/** 練習の日付を進める: the days to the morning of `to` pass one after the other. Never back, and one order at a time. */
export const moveTraining = defineProcedure<{ to: CalendarDate }, null>({
  name: 'training.move',
  permission: 'training.move',
  input: object({ to: calendarDate }),
  audit: 'training.moved',

  async run({ stores, today, record }, { to }) {
    const training = notFoundUnless(await stores.training.find());
    if (training.goal !== null || training.resetAsked) throw new Conflict(trainingSubject);
    const days = { first: addDays(today, 1), last: addDays(today, mostDays) };
    if (to < days.first || to > days.last)
      return refuse('fields-wrong', { fields: [{ field: 'date', code: 'outside-days', params: days }] });
    await stores.training.setGoal(today, to);
    record({ subject: trainingSubject, detail: { from: today, to } });
    return done(null);
  },
});
