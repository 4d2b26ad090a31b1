import type { Knex } from 'knex';
import type { Scope } from '#app/domain/permissions.ts';
import type { ReasonTemplate, TemplateKind } from '#app/domain/reasonTemplate.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  office_id: string;
  kind: TemplateKind;
  title: string;
  body: string;
  reason_code: string | null;
  position: number;
  used: number;
  retired_at: string | null;
  version: number;
  updated_at: string;
};

export const templateFrom = (row: Row): ReasonTemplate => ({
  id: row.id,
  officeId: row.office_id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  reasonCode: row.reason_code,
  position: row.position,
  used: row.used,
  retiredAt: row.retired_at,
  version: row.version,
  updatedAt: row.updated_at,
});

export type ReasonTemplateStore = {
  find(scope: Scope, id: string): Promise<ReasonTemplate | undefined>;
  insert(template: ReasonTemplate): Promise<void>;
  /** Saves what is typed of it where the version is still `template.version`; throws StaleRecord otherwise. */
  update(template: ReasonTemplate): Promise<void>;
  /** Counts one use of each template of the office whose words stand in the text. */
  countUses(officeId: string, kind: TemplateKind, text: string): Promise<void>;
};

export function reasonTemplateStore(knex: Knex): ReasonTemplateStore {
  return {
    find: async (scope, id) => {
      const office = { office: 'office_id', establishment: 'office_id' };
      const row: Row | undefined = await knex('reason_template')
        .where({ id })
        .where(inScope(scope, office))
        .first();
      return row && templateFrom(row);
    },
    insert: async (template) => {
      await knex('reason_template').insert({
        id: template.id,
        office_id: template.officeId,
        kind: template.kind,
        title: template.title,
        body: template.body,
        reason_code: template.reasonCode,
        position: template.position,
        used: template.used,
        retired_at: template.retiredAt,
        version: template.version,
        updated_at: template.updatedAt,
      });
    },
    update: (template) =>
      updateVersion(knex, 'reason_template', template, {
        kind: template.kind,
        title: template.title,
        body: template.body,
        reason_code: template.reasonCode,
        position: template.position,
        retired_at: template.retiredAt,
        updated_at: template.updatedAt,
      }),
    countUses: async (officeId, kind, text) => {
      const live: { id: string; body: string }[] = await knex('reason_template')
        .where({ office_id: officeId, kind })
        .whereNull('retired_at')
        .select('id', 'body');
      const ids = live.filter(({ body }) => text.includes(body)).map(({ id }) => id);
      if (ids.length > 0) await knex('reason_template').whereIn('id', ids).increment('used', 1);
    },
  };
}
