import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { afterRuleChange } from '#app/domain/ruleChange.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { changeDetail, loadChange, type ShownChange, shownChange } from './support.ts';

/** 差戻し: back to a draft, with what is to be done about it. The author may take it back this way, too. */
export const returnRuleChange = defineProcedure<ShownChange & { note: string }, undefined>({
  name: 'ruleChange.return',
  permission: 'ruleChange.release',
  input: object({ ...shownChange, note: shortText(600) }),
  audit: 'ruleChange.returned',

  async run(context, { note, ...shown }) {
    const { stores, actor, now, record } = context;
    const change = await loadChange(context, shown, 'return');
    await stores.ruleChanges.update({
      ...change,
      state: afterRuleChange('return'),
      note,
      newVersion: null,
      decidedBy: actorId(actor),
      decidedAt: now,
      updatedAt: now,
    });
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: changeDetail(change),
      personal: { note },
    });
    return done(undefined);
  },
});
