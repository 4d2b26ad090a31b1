import type { Knex } from 'knex';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../../rows.ts';

/** Why a visit is needed, as the stored verdict says: the chip 確認理由. */
export type QueueReason = { rule: string; title: string };

/** A rule version that has come into force while the posting waits, and what it says otherwise. */
export type Rejudgement = { ruleSet: string; version: string; before: string; after: string };

/** The reasons of the latest stored visit verdict of each posting. */
export async function visitReasons(knex: Knex, ids: readonly string[]): Promise<Map<string, QueueReason[]>> {
  const rows = await knex('verdict')
    .where({ subject_type: 'posting', rule_set: 'eligibility/visit-required' })
    .whereIn('subject_id', [...ids])
    .orderBy(['decided_at', 'id'])
    .select('subject_id', 'verdict');
  return new Map(
    rows.map((row) => [
      row.subject_id,
      fromJson<Verdict>(row.verdict).reasons.map(({ rule, title }) => ({ rule, title })),
    ]),
  );
}

/** What new rule versions say otherwise of each posting, as its latest verdicts stand. */
export async function rejudgements(knex: Knex, ids: readonly string[]): Promise<Map<string, Rejudgement[]>> {
  const rows: {
    subject_id: string;
    rule_set: string;
    version: string;
    outcome: string;
    occasion: string;
  }[] = await knex('verdict')
    .where({ subject_type: 'posting' })
    .whereIn('subject_id', [...ids])
    .orderBy(['decided_at', 'id'])
    .select('subject_id', 'rule_set', 'version', 'outcome', 'occasion');
  const found = new Map<string, Map<string, Rejudgement>>();
  const outcomes = new Map<string, string>();
  for (const { subject_id, rule_set, version, outcome, occasion } of rows) {
    const key = `${subject_id} ${rule_set}`;
    const ofPosting = found.get(subject_id) ?? new Map<string, Rejudgement>();
    if (occasion === 'rejudge')
      ofPosting.set(rule_set, {
        ruleSet: rule_set,
        version,
        before: outcomes.get(key) ?? outcome,
        after: outcome,
      });
    else ofPosting.delete(rule_set);
    found.set(subject_id, ofPosting);
    outcomes.set(key, outcome);
  }
  return new Map([...found].map(([id, bySet]) => [id, [...bySet.values()]]));
}

/** Which of these postings and change requests the employer has sent again after a 差戻し. */
export async function sentAgain(knex: Knex, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const postings: string[] = await knex('posting_return')
    .whereIn('posting_id', [...ids])
    .whereNotNull('answered_at')
    .whereNull('withdrawn_at')
    .pluck('posting_id');
  const requests: string[] = await knex('change_request')
    .whereIn('id', [...ids])
    .whereNotNull('answer')
    .pluck('id');
  return new Set([...postings, ...requests]);
}
