import { type Posting, stateGroups } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { rejudge } from '#rules/replay.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';
import { judgeContent, judgeVisit } from './judgement.ts';
import { contentRecordsOf, keepVerdict, verdictDetail, visitRecordsOf } from './support.ts';

const judgedHere = ['eligibility/visit-required', 'acceptance/posting'];

/** Whether a version of this rule set has anything to say about postings that wait. */
export const judgesPostings = (ruleSet: string): boolean => judgedHere.includes(ruleSet);

const saysTheSame = (a: Verdict, b: Verdict): boolean =>
  a.outcome === b.outcome &&
  a.reasons.map(({ rule }) => rule).join() === b.reasons.map(({ rule }) => rule).join();

/**
 * The earlier verdict's own day and facts under the new version, so that whatever differs is what the version changes;
 * today's records where the version looks at a fact that was not kept then.
 */
const judgedAgain = async (
  context: ProcedureContext,
  posting: Posting,
  ruleSet: RuleSet,
  before: Verdict,
): Promise<Verdict> => {
  const kind = situationKind(ruleSet.id);
  if (kind && Object.keys(ruleSet.facts).every((fact) => Object.hasOwn(before.facts, fact)))
    return rejudge(ruleSet, kind, before);
  const { rules, today } = context;
  return ruleSet.id === 'acceptance/posting'
    ? judgeContent(rules, posting.content, await contentRecordsOf(context, posting, posting.content), today)
    : judgeVisit(rules, posting, await visitRecordsOf(context, posting), today);
};

/**
 * A version has come into force while the posting waits: it is judged again. The earlier verdict stays the decision it
 * was; a new one is kept beside it only where it says something else, and then the queue shows what changed. Nothing
 * moves by itself: what follows is for a clerk to decide.
 *
 * @throws Error while this process has not heard of the version yet; the job then tries again.
 */
export const rejudgePosting = defineProcedure<
  { postingId: string; ruleSet: string; version: string },
  undefined
>({
  name: 'posting.rejudge',
  permission: 'posting.rejudge',
  input: object({ postingId: recordId, ruleSet: shortText(100), version: shortText(30) }),
  audit: 'posting.rejudged',

  async run(context, { postingId, ruleSet: id, version }) {
    const { stores, scope, rules, today, record } = context;
    const released = rules.all().find((one) => one.id === id && one.version === version);
    if (released === undefined) throw new Error(`${id} ${version} is not known here yet`);
    if (rules.inForce(released.id, today).version !== version) return refuse('superseded');
    const posting = notFoundUnless(await stores.postings.find(scope, postingId));
    const waits = (stateGroups.queue as readonly string[]).includes(posting.state);
    const visitIsOver = id === 'eligibility/visit-required' && posting.visitedOn !== null;
    if (!waits || visitIsOver) return refuse('not-waiting');
    const subject = { type: 'posting', id: posting.id } as const;
    const before = await stores.verdicts.latest(subject, id);
    if (before === undefined) return refuse('not-judged-before');
    const verdict = await judgedAgain(context, posting, released, before.verdict);
    if (saysTheSame(before.verdict, verdict)) return refuse('unchanged');
    await keepVerdict(context, subject, 'rejudge', verdict);
    record({ subject, detail: { before: verdictDetail(before.verdict), after: verdictDetail(verdict) } });
    return done(undefined);
  },
});
