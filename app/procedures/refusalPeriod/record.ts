import type { CalendarDate } from '#app/domain/calendar.ts';
import { done } from '#app/domain/refusal.ts';
import { type RefusalPeriodGround, refusalPeriodGrounds } from '#app/domain/refusalPeriod.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { calendarDate, object, recordId } from '../schemas.ts';
import { daysOutOfOrder } from './support.ts';

type Input = {
  establishmentId: string;
  ground: RefusalPeriodGround;
  beginsOn: CalendarDate;
  sentOrPublishedOn: CalendarDate | null;
  correctedOn: CalendarDate | null;
};

const dayOrNull = { ...calendarDate, type: ['string', 'null'] };

/** 求人不受理期間の登録 (職業安定法5条の6第1項3号): from then on rules/acceptance/posting refuses (C23). */
export const recordRefusalPeriod = defineProcedure<Input, null>({
  name: 'refusalPeriod.record',
  permission: 'refusalPeriod.record',
  input: object({
    establishmentId: recordId,
    ground: { type: 'string', enum: [...refusalPeriodGrounds] },
    beginsOn: calendarDate,
    sentOrPublishedOn: dayOrNull,
    correctedOn: dayOrNull,
  }),
  audit: 'refusalPeriod.recorded',

  async run({ actor, scope, stores, now, today, newId, record }, input) {
    if (actor.kind !== 'staff') throw new Error('Only staff record refusal periods.');
    const { establishmentId, ground, beginsOn: from, sentOrPublishedOn, correctedOn } = input;
    notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const wrong = daysOutOfOrder({ from, correctedOn, sentOrPublishedOn }, today);
    if (wrong) return wrong;
    const id = newId();
    await stores.refusalPeriods.insert({
      id,
      establishmentId,
      ground,
      from,
      correctedOn,
      sentOrPublishedOn,
      recordedBy: actor.id,
      recordedAt: now,
      version: 1,
    });
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { refusalPeriodId: id, ground, from, correctedOn, sentOrPublishedOn },
    });
    return done(null);
  },
});
