import type { Knex } from 'knex';

/** Subjects of audit rows and the table that says of which establishment each is. */
const owned = [
  ['posting', 'posting'],
  ['review', 'posting'],
  ['account', 'account'],
  ['change_request', 'change_request'],
  ['image', 'image'],
  ['referral', 'referral'],
  ['restriction', 'restriction'],
  ['extra_check', 'extra_check'],
  ['staff_note', 'staff_note'],
] as const;

/**
 * Whose MyPage a personal value of the audit log is about: it goes with the MyPage, also where the record that the row
 * is about has long gone (an address taken away, a draft thrown away). Outside the chain, which holds commitments only.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('audit_personal', (t) => {
    t.text('establishment_id');
    t.index(['establishment_id']);
  });
  const entry = () => knex('audit_entry').whereRaw('audit_entry.seq = audit_personal.seq');
  await knex('audit_personal').update({
    establishment_id: entry().where({ subject_type: 'establishment' }).select('subject_id'),
  });
  for (const [type, table] of owned)
    await knex('audit_personal')
      .whereNull('establishment_id')
      .update({
        establishment_id: entry()
          .join(table, `${table}.id`, 'audit_entry.subject_id')
          .where({ subject_type: type })
          .select(`${table}.establishment_id`),
      });
  await knex('audit_personal')
    .whereNull('establishment_id')
    .update({
      establishment_id: entry()
        .join('account', 'account.id', 'audit_entry.actor_id')
        .where({ actor_kind: 'employer' })
        .select('account.establishment_id'),
    });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('audit_personal', (t) => t.dropIndex(['establishment_id']));
  // In SQL, because on SQLite Knex would rebuild the table.
  await knex.schema.raw('alter table audit_personal drop column establishment_id');
}
