import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { changeDetail, latestVersion, loadChange, type ShownChange, shownChange } from './support.ts';

/**
 * A newer version of the set has appeared meanwhile: its author has looked at what it changes (`onto` is what was shown)
 * and says that the draft takes it into account.
 */
export const rebaseRuleChange = defineProcedure<ShownChange & { onto: string }, undefined>({
  name: 'ruleChange.rebase',
  permission: 'ruleChange.edit',
  input: object({ ...shownChange, onto: shortText(30) }),
  audit: 'ruleChange.rebased',

  async run(context, { onto, ...shown }) {
    const { stores, actor, now, record } = context;
    const change = await loadChange(context, shown, 'edit');
    const latest = await latestVersion(context, change.ruleSet);
    const baseVersion = latest === onto ? latest : change.baseVersion;
    const by = actorId(actor);
    await stores.ruleChanges.update({
      ...change,
      baseVersion,
      editors: [...new Set([...change.editors, by])],
      updatedBy: by,
      updatedAt: now,
    });
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: changeDetail({ ...change, baseVersion }),
    });
    return done(undefined);
  },
});
