import { type Actor, actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { may } from '#app/domain/permissions.ts';
import { canHappenTo, highestVersion, mayApprove, type RuleChange } from '#app/domain/ruleChange.ts';
import type { ShelvedVersion } from '#app/domain/ruleVersion.ts';

export type OfferedAct =
  | 'submit'
  | 'rebase'
  | 'approve'
  | 'return'
  | 'confirm'
  | 'revoke'
  | 'cancel'
  | 'withdraw';

/** The latest version of these that stands. */
export const latestStanding = (versions: readonly ShelvedVersion[]): string =>
  highestVersion(versions.filter(({ cancelled }) => !cancelled).map(({ version }) => version));

/** What this person may do with a change now: the buttons of its page. Each procedure asks again. */
export const offeredActs = (
  change: RuleChange,
  versions: readonly ShelvedVersion[],
  actor: Actor,
  today: CalendarDate,
): readonly OfferedAct[] => {
  const { state, effectiveFrom, baseVersion } = change;
  const edits = may(actor, 'ruleChange.edit');
  const decides = may(actor, 'ruleChange.release') && mayApprove(change, actorId(actor));
  const isStale = latestStanding(versions) !== baseVersion;
  const offered: readonly [OfferedAct, boolean][] = [
    ['submit', edits && canHappenTo('submit', state) && !isStale],
    ['rebase', edits && canHappenTo('edit', state) && isStale],
    ['approve', decides && canHappenTo('approve', state)],
    ['return', edits && canHappenTo('return', state)],
    ['confirm', decides && canHappenTo('confirm', state)],
    ['revoke', decides && canHappenTo('revoke', state)],
    ['cancel', edits && canHappenTo('cancel', state) && effectiveFrom !== null && effectiveFrom > today],
    ['withdraw', edits && canHappenTo('withdraw', state)],
  ];
  return offered.filter(([, isOffered]) => isOffered).map(([act]) => act);
};
