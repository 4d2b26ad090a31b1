import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { afterRuleChange, mayApprove } from '#app/domain/ruleChange.ts';
import { defineProcedure } from '../procedure.ts';
import { object, optionalText } from '../schemas.ts';
import {
  changeDetail,
  latestVersion,
  loadChange,
  numbersOf,
  putInForce,
  type ShownChange,
  shownChange,
} from './support.ts';

/**
 * 承認: a supervisor who has written none of it puts the version in force from its day on. What is approved is the text
 * that was handed in, byte for byte; it was checked then, and nobody can edit it since.
 */
export const approveRuleChange = defineProcedure<ShownChange & { note: string | null }, { version: string }>({
  name: 'ruleChange.approve',
  permission: 'ruleChange.release',
  input: object({ ...shownChange, note: optionalText(600) }),
  audit: 'ruleChange.approved',

  async run(context, { note, ...shown }) {
    const { stores, actor, now, today, record } = context;
    const change = await loadChange(context, shown, 'approve');
    const { ruleSet, newVersion, effectiveFrom, text } = change;
    if (newVersion === null || effectiveFrom === null)
      throw new Error('a change handed in has a number and a day');
    if (!mayApprove(change, actorId(actor))) return refuse('own-rule-change');
    if (effectiveFrom < today) return refuse('rule-date-past-approval', { params: { date: effectiveFrom } });
    const latest = await latestVersion(context, ruleSet);
    if (latest !== change.baseVersion || (await numbersOf(context, ruleSet)).includes(newVersion))
      return refuse('rule-base-moved', { params: { version: latest } });
    const { hash } = await putInForce(context, { ruleSet, version: newVersion, text, effectiveFrom });
    await stores.ruleChanges.update({
      ...change,
      state: afterRuleChange('approve'),
      note,
      decidedBy: actorId(actor),
      decidedAt: now,
      updatedAt: now,
    });
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: { ...changeDetail(change), hash },
      personal: { note },
    });
    return done({ version: newVersion });
  },
});
