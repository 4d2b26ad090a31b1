import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { DecisionDraft, DraftedAct } from '#app/domain/decisionDraft.ts';
import { fromJson, toJson } from '../rows.ts';

export type DecisionDraftStore = {
  find(staffId: string, postingId: string, act: DraftedAct): Promise<DecisionDraft | undefined>;
  /** Of two windows of the same person the later one stands. */
  save(draft: DecisionDraft): Promise<void>;
  remove(staffId: string, postingId: string, act: DraftedAct): Promise<void>;
  /** The person has decided the posting: none of their drafts about it is needed any more. */
  removeOf(staffId: string, postingId: string): Promise<void>;
  /** Clears away what this person has not touched since. */
  removeOlder(staffId: string, savedBefore: Instant): Promise<void>;
};

export function decisionDraftStore(knex: Knex): DecisionDraftStore {
  return {
    find: async (staffId, postingId, act) => {
      const row = await knex('decision_draft')
        .where({ staff_id: staffId, posting_id: postingId, act })
        .first();
      return row && { staffId, postingId, act, typed: fromJson(row.typed), savedAt: row.saved_at };
    },
    save: async ({ staffId, postingId, act, typed, savedAt }) => {
      await knex('decision_draft')
        .insert({ staff_id: staffId, posting_id: postingId, act, typed: toJson(typed), saved_at: savedAt })
        .onConflict(['staff_id', 'posting_id', 'act'])
        .merge(['typed', 'saved_at']);
    },
    remove: async (staffId, postingId, act) => {
      await knex('decision_draft').where({ staff_id: staffId, posting_id: postingId, act }).delete();
    },
    removeOf: async (staffId, postingId) => {
      await knex('decision_draft').where({ staff_id: staffId, posting_id: postingId }).delete();
    },
    removeOlder: async (staffId, savedBefore) => {
      await knex('decision_draft').where({ staff_id: staffId }).where('saved_at', '<', savedBefore).delete();
    },
  };
}
