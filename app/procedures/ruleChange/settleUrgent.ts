import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { afterRuleChange, mayApprove, nextVersion } from '#app/domain/ruleChange.ts';
import { numbered, withoutMark } from '#rules/draft.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import {
  changeDetail,
  latestVersion,
  loadChange,
  numbersOf,
  putInForce,
  type ShownChange,
  shownChange,
} from './support.ts';

type Input = ShownChange & { decision: 'confirm' | 'revoke'; note: string };

/**
 * 事後承認: another supervisor confirms what was released urgently, or takes it back. Taken back, what held before comes
 * into force again as a new version; decisions made meanwhile keep the version they were made under.
 */
export const settleUrgentChange = defineProcedure<Input, { restored: string | null }>({
  name: 'ruleChange.settleUrgent',
  permission: 'ruleChange.release',
  input: object({ ...shownChange, decision: { enum: ['confirm', 'revoke'] }, note: shortText(600) }),
  audit: 'ruleChange.urgentSettled',

  async run(context, { decision, note, ...shown }) {
    const { stores, actor, now, today, record } = context;
    const change = await loadChange(context, shown, decision);
    if (!mayApprove(change, actorId(actor))) return refuse('own-rule-change');
    // A version released after the urgent one already decides what holds.
    const stillHolds = (await latestVersion(context, change.ruleSet)) === change.newVersion;
    const restored =
      decision === 'revoke' && stillHolds ? nextVersion(await numbersOf(context, change.ruleSet)) : null;
    if (restored !== null) {
      const before = notFoundUnless(await stores.ruleVersions.find(change.ruleSet, change.baseVersion));
      await putInForce(context, {
        ruleSet: change.ruleSet,
        version: restored,
        text: numbered(withoutMark(before.text), restored, today),
        effectiveFrom: today,
      });
    }
    await stores.ruleChanges.update({
      ...change,
      state: afterRuleChange(decision),
      note,
      decidedBy: actorId(actor),
      decidedAt: now,
      updatedAt: now,
    });
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: { ...changeDetail(change), decision, ...(restored === null ? {} : { restored }) },
      personal: { note },
    });
    return done({ restored });
  },
});
