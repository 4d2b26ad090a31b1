import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { newRuleChange } from '#app/domain/ruleChange.ts';
import { withoutMark } from '#rules/draft.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, optionalText, shortText } from '../schemas.ts';
import { changeDetail, latestVersion } from './support.ts';

/**
 * A change begins with the text of the latest version, or with an earlier one: going back to what held before is a
 * change like any other, and becomes a new version.
 */
export const startRuleChange = defineProcedure<
  { ruleSet: string; fromVersion: string | null },
  { changeId: string }
>({
  name: 'ruleChange.start',
  permission: 'ruleChange.edit',
  input: object({ ruleSet: shortText(100), fromVersion: optionalText(30) }),
  audit: 'ruleChange.started',

  async run(context, { ruleSet, fromVersion }) {
    const { stores, actor, now, newId, record } = context;
    const baseVersion = await latestVersion(context, ruleSet);
    const begun = notFoundUnless(await stores.ruleVersions.find(ruleSet, fromVersion ?? baseVersion));
    const change = newRuleChange({
      id: newId(),
      ruleSet,
      baseVersion,
      text: withoutMark(begun.text),
      by: actorId(actor),
      at: now,
    });
    await stores.ruleChanges.insert(change);
    record({
      subject: { type: 'rule_change', id: change.id },
      detail: { ...changeDetail(change), fromVersion: begun.version },
    });
    return done({ changeId: change.id });
  },
});
