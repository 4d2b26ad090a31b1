import type { CalendarDate } from '#app/domain/calendar.ts';
import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, recordId, version } from '../schemas.ts';
import { daysOutOfOrder } from './support.ts';

type Input = { refusalPeriodId: string; version: number; correctedOn: CalendarDate };

/** 是正の登録: the day from which the rest of the period is counted. */
export const correctRefusalPeriod = defineProcedure<Input, { establishmentId: string }>({
  name: 'refusalPeriod.correct',
  permission: 'refusalPeriod.record',
  input: object({ refusalPeriodId: recordId, version, correctedOn: calendarDate }),
  audit: 'refusalPeriod.corrected',

  async run({ scope, stores, today, record }, { refusalPeriodId, version: shown, correctedOn }) {
    const period = notFoundUnless(await stores.refusalPeriods.find(scope, refusalPeriodId));
    const { establishmentId } = period;
    if (period.version !== shown || period.correctedOn !== null)
      throw new Conflict({ type: 'establishment', id: establishmentId });
    const wrong = daysOutOfOrder({ ...period, correctedOn }, today);
    if (wrong) return wrong;
    await stores.refusalPeriods.correct(period, correctedOn);
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { refusalPeriodId, correctedOn },
    });
    return done({ establishmentId });
  },
});
