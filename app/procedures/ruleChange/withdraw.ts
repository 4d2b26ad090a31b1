import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { afterRuleChange } from '#app/domain/ruleChange.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { changeDetail, loadChange, type ShownChange, shownChange } from './support.ts';

type Input = ShownChange & { event: 'withdraw' | 'cancel'; note: string };

/**
 * 取下げ: of a draft or a request, which is kept to be looked at; or of an approved version before its day, which then
 * never comes into force. One that is in force is not withdrawn: going back is a new version.
 */
export const withdrawRuleChange = defineProcedure<Input, undefined>({
  name: 'ruleChange.withdraw',
  permission: 'ruleChange.edit',
  input: object({ ...shownChange, event: { enum: ['withdraw', 'cancel'] }, note: shortText(600) }),
  audit: 'ruleChange.withdrawn',

  async run(context, { event, note, ...shown }) {
    const { stores, actor, now, today, record } = context;
    const change = await loadChange(context, shown, event);
    if (event === 'cancel') {
      const { ruleSet, newVersion, effectiveFrom } = change;
      if (newVersion === null || effectiveFrom === null) throw new Error('a released change has a version');
      if (effectiveFrom <= today) return refuse('rule-in-force-already');
      await stores.ruleVersions.cancel({ ruleSet, version: newVersion }, now);
    }
    const withdrawn = {
      ...change,
      state: afterRuleChange(event),
      note,
      updatedBy: actorId(actor),
      updatedAt: now,
    };
    await stores.ruleChanges.update(withdrawn);
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: { ...changeDetail(change), event },
      personal: { note },
    });
    return done(undefined);
  },
});
