import type { Knex } from 'knex';
import type { AssignableItem, ReviewAssignment } from '#app/domain/queue.ts';

export type ReviewAssignmentStore = {
  /** Makes somebody 担当 of an item, in the place of whoever was. */
  put(assignment: ReviewAssignment): Promise<void>;
  /** The item is nobody's. */
  remove(item: AssignableItem): Promise<void>;
};

export function reviewAssignmentStore(knex: Knex): ReviewAssignmentStore {
  return {
    put: async ({ type, id, staffId, assignedBy, assignedAt }) => {
      await knex('review_assignment')
        .insert({
          item_type: type,
          item_id: id,
          staff_id: staffId,
          assigned_by: assignedBy,
          assigned_at: assignedAt,
        })
        .onConflict(['item_type', 'item_id'])
        .merge();
    },
    remove: async ({ type, id }) => {
      await knex('review_assignment').where({ item_type: type, item_id: id }).delete();
    },
  };
}
