import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { ReasonTemplate, TemplateKind } from '#app/domain/reasonTemplate.ts';
import { templateFrom } from '../stores/reasonTemplates.ts';

const ofOffice = (knex: Knex, actor: StaffActor) =>
  knex('reason_template')
    .where({ office_id: actor.officeId })
    .orderBy([
      { column: 'kind', order: 'desc' },
      { column: 'position' },
      { column: 'used', order: 'desc' },
      { column: 'id' },
    ]);

/** All 定型文 of the actor's office, those in use in the order they are offered, the retired ones after them. */
export async function reasonTemplates(knex: Knex, actor: StaffActor): Promise<ReasonTemplate[]> {
  const all = (await ofOffice(knex, actor).select('*')).map(templateFrom);
  const retired = (template: ReasonTemplate) => template.retiredAt !== null;
  return [...all.filter((template) => !retired(template)), ...all.filter(retired)];
}

/** Those that are offered for a decision. */
export const templatesFor = async (
  knex: Knex,
  actor: StaffActor,
  kind: TemplateKind,
): Promise<ReasonTemplate[]> =>
  (await ofOffice(knex, actor).where({ kind }).whereNull('retired_at').select('*')).map(templateFrom);
