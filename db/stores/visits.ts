import type { Knex } from 'knex';
import type { Visit, VisitPurpose } from '#app/domain/visit.ts';
import { fromJson, toJson } from '../rows.ts';

type Row = {
  id: string;
  establishment_id: string;
  office_id: string;
  visited_on: string;
  checklist: string;
  identity_document: string | null;
  note: string | null;
  late_reason: string | null;
  registered_by: string;
  registered_at: string;
  purpose: VisitPurpose;
};

export const visitFrom = (row: Row): Visit => ({
  id: row.id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  visitedOn: row.visited_on,
  checklist: fromJson(row.checklist),
  identityDocument: row.identity_document,
  note: row.note,
  lateReason: row.late_reason,
  registeredBy: row.registered_by,
  registeredAt: row.registered_at,
  purpose: row.purpose,
});

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
        purpose: visit.purpose,
      });
      if (postingIds.length > 0)
        await knex('visit_posting').insert(
          postingIds.map((postingId) => ({ visit_id: visit.id, posting_id: postingId })),
        );
    },
  };
}
