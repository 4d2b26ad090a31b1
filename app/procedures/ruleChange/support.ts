import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { JobRequest } from '#app/domain/job.ts';
import { done, type Outcome, refuse } from '#app/domain/refusal.ts';
import {
  canHappenTo,
  highestVersion,
  type RuleChange,
  type RuleChangeEvent,
} from '#app/domain/ruleChange.ts';
import { checkDraft, countFindingErrors, numbered } from '#rules/draft.ts';
import { hashOf } from '#rules/load.ts';
import { Conflict, notFoundUnless, type PreparationContext, type ProcedureContext } from '../procedure.ts';
import { recordId, version } from '../schemas.ts';

/** A change as it was shown: which, and at which version. */
export const shownChange = { changeId: recordId, version };
export type ShownChange = { changeId: string; version: number };

type Reading = Pick<PreparationContext, 'stores'>;

/** The change, still at the version that was shown and in a state that allows the event. @throws Conflict */
export async function loadChange(
  { stores }: Reading,
  shown: ShownChange,
  event: RuleChangeEvent,
): Promise<RuleChange> {
  const change = notFoundUnless(await stores.ruleChanges.find(shown.changeId));
  if (change.version !== shown.version || !canHappenTo(event, change.state))
    throw new Conflict({ type: 'rule_change', id: change.id });
  return change;
}

/** The numbers of the set's versions, cancelled ones included: a number is never given twice. */
export async function numbersOf({ stores }: Reading, ruleSet: string): Promise<readonly string[]> {
  const names = await stores.ruleVersions.names();
  return names.filter((one) => one.ruleSet === ruleSet).map((one) => one.version);
}

/** The latest version of the set that stands: in force or scheduled. */
export async function latestVersion({ stores }: Reading, ruleSet: string): Promise<string> {
  const names = await stores.ruleVersions.names();
  return highestVersion(
    names.filter((one) => one.ruleSet === ruleSet && !one.cancelled).map((one) => one.version),
  );
}

/** A draft as it would be handed in: numbered, dated and checked, examples included; or why it may not be. */
export async function readyToHandIn(
  context: Reading,
  change: RuleChange,
  newVersion: string,
  effectiveFrom: CalendarDate,
): Promise<Outcome<{ text: string }>> {
  const latest = await latestVersion(context, change.ruleSet);
  if (latest !== change.baseVersion) return refuse('rule-base-moved', { params: { version: latest } });
  const given = await checkDraft(change.ruleSet, change.text);
  if (!given.ok) return refuse('rule-draft-broken', { params: { count: given.problems.length } });
  const errors = await countFindingErrors(change.ruleSet, change.text);
  if (errors > 0) return refuse('rule-draft-broken', { params: { count: errors } });
  const base = await context.stores.ruleVersions.find(change.ruleSet, change.baseVersion);
  const text = numbered(change.text, newVersion, effectiveFrom);
  if (base && numbered(base.text, newVersion, effectiveFrom) === text) return refuse('rule-unchanged');
  const checked = await checkDraft(change.ruleSet, text);
  return checked.ok
    ? done({ text })
    : refuse('rule-draft-broken', { params: { count: checked.problems.length } });
}

/** Open items are judged again from the day a version comes into force: at once, or as that day begins in Japan. */
export const rejudgeJob = (
  {
    ruleSet,
    version: number,
    effectiveFrom,
  }: { ruleSet: string; version: string; effectiveFrom: CalendarDate },
  now: Instant,
): JobRequest => {
  const begins = new Date(`${effectiveFrom}T00:00:00+09:00`).toISOString() as Instant;
  return {
    kind: 'rules.rejudge',
    payload: { ruleSet, version: number },
    dedupe: `rejudge:${ruleSet}@${number}`,
    ...(begins > now && { runAt: begins }),
  };
};

/** Puts a version on the shelf, from where every process takes it, and has open items judged again. */
export async function putInForce(
  { stores, now, enqueue }: Pick<ProcedureContext, 'stores' | 'now' | 'enqueue'>,
  released: { ruleSet: string; version: string; text: string; effectiveFrom: CalendarDate },
): Promise<{ hash: string }> {
  const hash = hashOf(new TextEncoder().encode(released.text));
  await stores.ruleVersions.keep({
    ruleSet: released.ruleSet,
    version: released.version,
    hash,
    effectiveFrom: released.effectiveFrom,
    effectiveTo: null,
    text: released.text,
    origin: 'app',
    firstSeenAt: now,
  });
  enqueue(rejudgeJob(released, now));
  return { hash };
}

/** What an audit row says of a change; its text is kept in the change itself. */
export const changeDetail = ({ ruleSet, baseVersion, newVersion, effectiveFrom }: RuleChange) => ({
  ruleSet,
  baseVersion,
  ...(newVersion === null ? {} : { version: newVersion, effectiveFrom }),
});
