import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { postingStore } from '../stores/postings.ts';
import { inScope } from '../stores/scope.ts';
import { verdictStore } from '../stores/verdicts.ts';

export type PostingVerdicts = {
  jobTitle: string | null;
  /** Every verdict stored at a decision on the posting, newest first. */
  verdicts: readonly { id: string; occasion: string; decidedAt: Instant; verdict: Verdict }[];
};

/** なぜこの判定か: what the decisions on a posting rested on; null outside the actor's reach. */
export async function postingVerdicts(
  knex: Knex,
  actor: StaffActor,
  postingId: string,
): Promise<PostingVerdicts | null> {
  const posting = await postingStore(knex).find(scopeOf(actor), postingId);
  if (posting === undefined || posting.state === 'draft') return null;
  const stored = await verdictStore(knex).allOf({ type: 'posting', id: postingId });
  return {
    jobTitle: posting.jobTitle,
    verdicts: stored.map(({ id, occasion, decidedAt, verdict }) => ({ id, occasion, decidedAt, verdict })),
  };
}

/** The latest verdict of a rule set on the posting of that number; null outside the actor's reach. */
export async function verdictOfPosting(
  knex: Knex,
  actor: StaffActor,
  number: string,
  ruleSet: string,
): Promise<Verdict | null> {
  const posting = await knex('posting')
    .where({ number })
    .where(inScope(scopeOf(actor)))
    .first('id');
  const stored = posting && (await verdictStore(knex).latest({ type: 'posting', id: posting.id }, ruleSet));
  return stored?.verdict ?? null;
}
