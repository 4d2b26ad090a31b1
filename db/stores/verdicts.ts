import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson, toJson } from '../rows.ts';

/** A verdict as it was given at a decision, with the situation it was given on. */
export type StoredVerdict = {
  id: string;
  subject: { type: 'posting'; id: string };
  /** At which act: submit, resend, demandVisit, accept. */
  occasion: string;
  situation: unknown;
  verdict: Verdict;
  decidedAt: Instant;
};

export type VerdictStore = {
  insert(record: StoredVerdict): Promise<void>;
  latest(subject: StoredVerdict['subject'], ruleSet: string): Promise<StoredVerdict | undefined>;
};

export function verdictStore(knex: Knex): VerdictStore {
  return {
    insert: async ({ id, subject, occasion, situation, verdict, decidedAt }) => {
      await knex('verdict').insert({
        id,
        subject_type: subject.type,
        subject_id: subject.id,
        occasion,
        rule_set: verdict.ruleSet,
        version: verdict.version,
        hash: verdict.hash,
        as_of: verdict.asOf,
        outcome: verdict.outcome,
        due_date: verdict.dueDate ?? null,
        situation: toJson(situation),
        verdict: toJson(verdict),
        decided_at: decidedAt,
      });
    },
    latest: async (subject, ruleSet) => {
      const row = await knex('verdict')
        .where({ subject_type: subject.type, subject_id: subject.id, rule_set: ruleSet })
        .orderBy([
          { column: 'decided_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .first();
      return (
        row && {
          id: row.id,
          subject,
          occasion: row.occasion,
          situation: fromJson(row.situation),
          verdict: fromJson<Verdict>(row.verdict),
          decidedAt: row.decided_at,
        }
      );
    },
  };
}
