import type { Knex } from 'knex';
import type { ExtraCheck } from '#app/domain/extraCheck.ts';
import type { Scope } from '#app/domain/permissions.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

export type ExtraCheckRow = {
  id: string;
  office_id: string;
  establishment_id: string;
  posting_id: string | null;
  reason: string;
  due_on: string;
  added_by: string;
  added_at: string;
  settled_by: string | null;
  settled_at: string | null;
  settled_note: string | null;
  version: number;
};

export const extraCheckFrom = (row: ExtraCheckRow): ExtraCheck => ({
  id: row.id,
  officeId: row.office_id,
  establishmentId: row.establishment_id,
  postingId: row.posting_id,
  reason: row.reason,
  dueOn: row.due_on,
  addedBy: row.added_by,
  addedAt: row.added_at,
  settled:
    row.settled_by === null || row.settled_at === null
      ? null
      : { by: row.settled_by, at: row.settled_at, note: row.settled_note },
  version: row.version,
});

export type ExtraCheckStore = {
  find(scope: Scope, id: string): Promise<ExtraCheck | undefined>;
  insert(check: ExtraCheck): Promise<void>;
  /** Saves how it was settled where the version is still `check.version`; throws StaleRecord otherwise. */
  settle(check: ExtraCheck): Promise<void>;
};

export function extraCheckStore(knex: Knex): ExtraCheckStore {
  return {
    find: async (scope, id) => {
      const row: ExtraCheckRow | undefined = await knex('extra_check')
        .where({ id })
        .where(inScope(scope))
        .first();
      return row && extraCheckFrom(row);
    },
    insert: async (check) => {
      await knex('extra_check').insert({
        id: check.id,
        office_id: check.officeId,
        establishment_id: check.establishmentId,
        posting_id: check.postingId,
        reason: check.reason,
        due_on: check.dueOn,
        added_by: check.addedBy,
        added_at: check.addedAt,
        version: check.version,
      });
    },
    settle: (check) =>
      updateVersion(knex, 'extra_check', check, {
        settled_by: check.settled?.by ?? null,
        settled_at: check.settled?.at ?? null,
        settled_note: check.settled?.note ?? null,
      }),
  };
}
