import type { Knex } from 'knex';
import type { Visit } from '#app/domain/visit.ts';
import { toJson } from '../rows.ts';

export type VisitStore = {
  insert(visit: Visit, postingIds: readonly string[]): Promise<void>;
};

export function visitStore(knex: Knex): VisitStore {
  return {
    insert: async (visit, postingIds) => {
      await knex('visit').insert({
        id: visit.id,
        establishment_id: visit.establishmentId,
        office_id: visit.officeId,
        visited_on: visit.visitedOn,
        checklist: toJson(visit.checklist),
        identity_document: visit.identityDocument,
        note: visit.note,
        late_reason: visit.lateReason,
        registered_by: visit.registeredBy,
        registered_at: visit.registeredAt,
      });
      if (postingIds.length > 0)
        await knex('visit_posting').insert(
          postingIds.map((postingId) => ({ visit_id: visit.id, posting_id: postingId })),
        );
    },
  };
}
