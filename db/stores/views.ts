import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';

/** One look at a page with personal data on it: who, when, whose; never the content. */
export type View = {
  id: string;
  at: Instant;
  actorId: string;
  officeId: string;
  screen: string;
  subjectId: string;
};

export type ViewStore = { insert(view: View): Promise<void> };

export function viewStore(knex: Knex): ViewStore {
  return {
    insert: async ({ id, at, actorId, officeId, screen, subjectId }) => {
      const row = { id, at, actor_id: actorId, office_id: officeId, screen, subject_id: subjectId };
      await knex('view_log').insert(row);
    },
  };
}
