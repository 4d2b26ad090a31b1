import { actorId } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { ReleaseChannel } from '#app/domain/restriction.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { hasOpenMypage } from '../account/openMypage.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { agesOn } from '../referral/support.ts';
import { calendarDate, object, recordId, shortText } from '../schemas.ts';
import { overdueCount } from './judge.ts';

type Input = {
  restrictionId: string;
  reason: string;
  spokenTo: string;
  channel: ReleaseChannel;
  promisedOn: string | null;
};

/**
 * 利用制限の解除 by the office in charge (leaflet: 「管轄ハローワークに連絡し、解除の手続きを行う必要があります」). Where more
 * results than the limit are still missing, a day is agreed on until which the night does not restrict again.
 */
export const releaseRestriction = defineProcedure<Input, null>({
  name: 'restriction.release',
  permission: 'restriction.release',
  input: object({
    restrictionId: recordId,
    reason: shortText(300),
    spokenTo: shortText(60),
    channel: { type: 'string', enum: ['phone', 'fax', 'counter'] },
    promisedOn: { ...calendarDate, type: ['string', 'null'] },
  }),
  audit: 'restriction.released',

  async run(context, { restrictionId, reason, spokenTo, channel, promisedOn }) {
    const { actor, scope, stores, rules, today, record, enqueue } = context;
    const restriction = notFoundUnless(await stores.restrictions.find(scope, restrictionId));
    if (restriction.released) throw new Conflict({ type: 'restriction', id: restriction.id });
    const { overdueBefore, maxUnregistered } = agesOn(rules, today);
    const missing = await stores.referrals.unregisteredOf(restriction.establishmentId);
    const overdue = overdueCount(missing, overdueBefore);
    if (overdue > maxUnregistered && promisedOn === null)
      return refuse('release-promise-missing', {
        params: { count: overdue, most: maxUnregistered },
        fields: [{ field: 'promised_on', code: 'required' }],
      });
    const last = lastPromise(rules, today);
    if (promisedOn !== null && (promisedOn < today || promisedOn > last))
      return refuse('fields-wrong', {
        fields: [{ field: 'promised_on', code: 'outside-days', params: { first: today, last } }],
      });
    const release = {
      on: today,
      by: actorId(actor),
      reason,
      promisedOn,
      spokenTo,
      channel,
      transferId: null,
    };
    await stores.restrictions.release(restriction.id, release);
    record({
      subject: { type: 'restriction', id: restriction.id },
      detail: { overdue, promisedOn, channel },
      personal: { reason, spokenTo },
    });
    record({
      subject: { type: 'establishment', id: restriction.establishmentId },
      detail: { restrictionId: restriction.id },
    });
    if (await hasOpenMypage(context, restriction))
      enqueue({
        kind: 'mail.restrictionReleased',
        payload: { restrictionId: restriction.id },
        dedupe: `restrictionReleased:${restriction.id}`,
      });
    return done(null);
  },
});

/** The latest day that can be promised (rules/limits/restriction.json). */
export const lastPromise = (rules: RuleCatalogue, today: CalendarDate): CalendarDate =>
  addDays(today, Number(rules.parameter('limits/restriction', 'promiseDays', today)));
