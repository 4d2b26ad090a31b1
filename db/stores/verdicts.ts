import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { fromJson, toJson } from '../rows.ts';

/** A verdict as it was given at a decision; it holds the facts it was given on, never the record itself. */
export type StoredVerdict = {
  id: string;
  subject: { type: 'posting' | 'change_request' | 'image' | 'establishment' | 'referral'; id: string };
  /** At which act: submit, resend, demandVisit, accept, upload, rejudge; of a change request: submit, accept; of the night: notify, restrict. */
  occasion: string;
  verdict: Verdict;
  decidedAt: Instant;
};

export type VerdictStore = {
  /** Adds the verdict, and beside it what a back-test reads of it. */
  insert(record: StoredVerdict): Promise<void>;
  find(id: string): Promise<StoredVerdict | undefined>;
  latest(subject: StoredVerdict['subject'], ruleSet: string): Promise<StoredVerdict | undefined>;
  /** Every verdict on the subject, newest first. */
  allOf(subject: StoredVerdict['subject']): Promise<readonly StoredVerdict[]>;
  /** Up to `limit` verdicts after the one with id `after`, in the order of their ids; '' begins at the first. */
  page(after: string, limit: number): Promise<readonly StoredVerdict[]>;
};

type Row = {
  id: string;
  subject_type: StoredVerdict['subject']['type'];
  subject_id: string;
  occasion: string;
  verdict: string;
  decided_at: Instant;
};

const recordFrom = (row: Row): StoredVerdict => ({
  id: row.id,
  subject: { type: row.subject_type, id: row.subject_id },
  occasion: row.occasion,
  verdict: fromJson<Verdict>(row.verdict),
  decidedAt: row.decided_at,
});

export function verdictStore(knex: Knex): VerdictStore {
  return {
    insert: async ({ id, subject, occasion, verdict, decidedAt }) => {
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
        verdict: toJson(verdict),
        decided_at: decidedAt,
      });
      await knex('verdict_case').insert({
        verdict_id: id,
        rule_set: verdict.ruleSet,
        as_of: verdict.asOf,
        outcome: verdict.outcome,
        facts: toJson(verdict.facts),
        rules: verdict.reasons.map(({ rule }) => rule).join(','),
      });
    },
    find: async (id) => {
      const row = await knex('verdict').where({ id }).first();
      return row && recordFrom(row);
    },
    latest: async (subject, ruleSet) => {
      const row = await knex('verdict')
        .where({ subject_type: subject.type, subject_id: subject.id, rule_set: ruleSet })
        .orderBy([
          { column: 'decided_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .first();
      return row && recordFrom(row);
    },
    allOf: async (subject) => {
      const rows = await knex('verdict')
        .where({ subject_type: subject.type, subject_id: subject.id })
        .orderBy([
          { column: 'decided_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      return rows.map(recordFrom);
    },
    page: async (after, limit) => {
      const rows = await knex('verdict').where('id', '>', after).orderBy('id').limit(limit);
      return rows.map(recordFrom);
    },
  };
}
