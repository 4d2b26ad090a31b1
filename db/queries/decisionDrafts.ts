import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { DecisionDraft, DraftedAct } from '#app/domain/decisionDraft.ts';
import { decisionDraftStore } from '../stores/decisionDrafts.ts';

/** What the actor has typed into a decision on the posting; null where nothing is kept. */
export const decisionDraft = async (
  knex: Knex,
  actor: StaffActor,
  postingId: string,
  act: DraftedAct,
): Promise<DecisionDraft | null> => (await decisionDraftStore(knex).find(actor.id, postingId, act)) ?? null;

/** Which drafts of the actor there are about the posting. */
export async function draftsAbout(
  knex: Knex,
  actor: StaffActor,
  postingId: string,
): Promise<{ act: DraftedAct; savedAt: Instant }[]> {
  const rows = await knex('decision_draft')
    .where({ staff_id: actor.id, posting_id: postingId })
    .orderBy('act')
    .select('act', 'saved_at');
  return rows.map((row) => ({ act: row.act, savedAt: row.saved_at }));
}
