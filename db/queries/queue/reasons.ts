import type { Knex } from 'knex';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../../rows.ts';

/** Why a visit is needed, as the stored verdict says: the chip 確認理由. */
export type QueueReason = { rule: string; title: string };

/** A rule version that has come into force while the posting waits, and what it says otherwise. */
export type Rejudgement = { ruleSet: string; version: string; before: string; after: string };

const visitRules = 'eligibility/visit-required';

/** What the verdicts on a posting say of why it is in the queue. */
export type Judgements = {
  /** Of the latest visit verdict. */
  reasons: readonly QueueReason[];
  /** What new rule versions say otherwise, as the latest verdicts stand. */
  rejudged: readonly Rejudgement[];
};

type VerdictRow = {
  subject_id: string;
  rule_set: string;
  version: string;
  outcome: string;
  occasion: string;
  /** Of a visit verdict the whole of it, else null. */
  visit: string | null;
};

/** What the stored verdicts say of each of these postings, by its id. */
export async function judgements(knex: Knex, ids: readonly string[]): Promise<Map<string, Judgements>> {
  const rows: VerdictRow[] = await knex('verdict')
    .where({ subject_type: 'posting' })
    .whereIn('subject_id', [...ids])
    .orderBy(['decided_at', 'id'])
    .select('subject_id', 'rule_set', 'version', 'outcome', 'occasion', {
      visit: knex.raw('case when rule_set = ? then verdict end', [visitRules]),
    });
  const ofPostings = new Map<string, VerdictRow[]>();
  for (const row of rows) {
    const before = ofPostings.get(row.subject_id);
    if (before === undefined) ofPostings.set(row.subject_id, [row]);
    else before.push(row);
  }
  return new Map(
    [...ofPostings].map(([id, verdicts]) => [
      id,
      { reasons: visitReasons(verdicts), rejudged: rejudgements(verdicts) },
    ]),
  );
}

function visitReasons(verdicts: readonly VerdictRow[]): QueueReason[] {
  const latest = verdicts.findLast(({ visit }) => visit !== null)?.visit ?? null;
  if (latest === null) return [];
  return fromJson<Verdict>(latest).reasons.map(({ rule, title }) => ({ rule, title }));
}

function rejudgements(verdicts: readonly VerdictRow[]): Rejudgement[] {
  const found = new Map<string, Rejudgement>();
  const outcomes = new Map<string, string>();
  for (const { rule_set, version, outcome, occasion } of verdicts) {
    const before = outcomes.get(rule_set) ?? outcome;
    if (occasion === 'rejudge') found.set(rule_set, { ruleSet: rule_set, version, before, after: outcome });
    else found.delete(rule_set);
    outcomes.set(rule_set, outcome);
  }
  return [...found.values()];
}
