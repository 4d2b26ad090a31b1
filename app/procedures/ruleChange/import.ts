import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { newRuleChange } from '#app/domain/ruleChange.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { changeDetail, latestVersion } from './support.ts';

/**
 * A rule file that somebody has edited outside becomes a draft (`npm run rules -- import`). It was checked before; it
 * takes the same way as every draft from here on.
 */
export const importRuleChange = defineProcedure<{ ruleSet: string; text: string }, { changeId: string }>({
  name: 'ruleChange.import',
  permission: 'ruleChange.import',
  input: object({ ruleSet: shortText(100), text: { type: 'string', minLength: 1, maxLength: 524_288 } }),
  audit: 'ruleChange.imported',

  async run(context, { ruleSet, text }) {
    const { stores, actor, now, newId, record } = context;
    const baseVersion = await latestVersion(context, ruleSet);
    const base = notFoundUnless(await stores.ruleVersions.find(ruleSet, baseVersion));
    if (base.text === text) return refuse('rule-unchanged');
    const change = newRuleChange({ id: newId(), ruleSet, baseVersion, text, by: actorId(actor), at: now });
    await stores.ruleChanges.insert(change);
    record({ subject: { type: 'rule_change', id: change.id }, detail: changeDetail(change) });
    return done({ changeId: change.id });
  },
});
