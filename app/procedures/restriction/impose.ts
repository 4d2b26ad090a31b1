import { done } from '#app/domain/refusal.ts';
import { hasOpenMypage } from '../account/openMypage.ts';
import { verdictDetail } from '../posting/support.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { judgeOverdue } from './judge.ts';

type Input = { establishmentId: string };

/**
 * 利用制限 of an establishment (leaflet: 「未登録件数が50件超…自動的に制限されます」), with the verdict and the days that led
 * to it. The promise of an earlier release holds to the end of its day.
 */
export const imposeRestriction = defineProcedure<Input, { restrictionId: string }>({
  name: 'restriction.impose',
  permission: 'restriction.impose',
  input: object({ establishmentId: recordId }),
  audit: 'restriction.imposed',

  async run(context, { establishmentId }) {
    const { scope, stores, rules, today, now, newId, record, enqueue } = context;
    const establishment = notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const promisedOn = await stores.restrictions.promisedOn(establishment.id);
    const open = await stores.restrictions.openOf(establishment.id);
    const referrals = await stores.referrals.unregisteredOf(establishment.id);
    const verdict = await judgeOverdue(rules, referrals, today);
    // A record that has moved away or was merged has no MyPage to restrict.
    if (
      establishment.state !== 'registered' ||
      open ||
      verdict.outcome !== 'restrict' ||
      (promisedOn !== null && promisedOn >= today)
    )
      throw new Conflict({ type: 'establishment', id: establishment.id });

    const restrictionId = newId();
    const verdictId = newId();
    const subject = { type: 'establishment', id: establishment.id } as const;
    await stores.verdicts.insert({ id: verdictId, subject, occasion: 'restrict', verdict, decidedAt: now });
    await stores.restrictions.insert({
      id: restrictionId,
      establishmentId: establishment.id,
      officeId: establishment.officeId,
      begunOn: today,
      verdictId,
      released: null,
    });
    record({ subject: { type: 'restriction', id: restrictionId }, detail: verdictDetail(verdict) });
    record({ subject, detail: { restrictionId } });
    if (await hasOpenMypage(context, { establishmentId: establishment.id }))
      enqueue({
        kind: 'mail.restricted',
        payload: { restrictionId },
        dedupe: `restricted:${restrictionId}`,
      });
    return done({ restrictionId });
  },
});
