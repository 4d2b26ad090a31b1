import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';
import { later } from '../throttle.ts';

type Input = { establishmentId: string; reason: string; caller: string };

/**
 * 代行表示: staff looks at an employer's own pages while they are on the telephone, for the minutes of
 * rules/limits/assist.json. Nothing can be done through it; entering for an employer is another act, of other pages.
 */
export const beginAssist = defineProcedure<Input, null>({
  name: 'assist.begin',
  permission: 'assist.view',
  input: object({ establishmentId: recordId, reason: shortText(200), caller: shortText(60) }),
  audit: 'assist.begun',

  async run({ actor, scope, stores, rules, now, today, newId, record }, { establishmentId, reason, caller }) {
    const establishment = notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const accounts = await stores.accounts.ofEstablishment(establishmentId);
    const account = accounts.find(({ withdrawnOn }) => withdrawnOn === null);
    const minutes = Number(rules.parameter('limits/assist', 'minutes', today));
    const endsAt = later(now, minutes * 60_000);
    await stores.assistSessions.insert({
      id: newId(),
      staffId: actorId(actor),
      establishmentId,
      officeId: establishment.officeId,
      accountId: account?.id ?? null,
      reason,
      caller,
      begunAt: now,
      endsAt,
    });
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { until: endsAt },
      personal: { reason, caller },
    });
    return done(null);
  },
});
