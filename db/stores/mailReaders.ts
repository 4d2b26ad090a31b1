import type { Knex } from 'knex';

/** The ids in the payload of a mail (app/domain/job.ts). */
export type MailIds = Readonly<Partial<Record<string, string>>>;

/** From an id to the next one on the way to the establishment: the row it names, and the column that leads on. */
const steps: readonly { from: string; table: string; column: string; to: string }[] = [
  { from: 'formerEmailId', table: 'former_email', column: 'account_id', to: 'accountId' },
  { from: 'keyId', table: 'verification_key', column: 'account_id', to: 'accountId' },
  { from: 'messageId', table: 'message', column: 'referral_id', to: 'referralId' },
  { from: 'invitationId', table: 'invitation', column: 'establishment_id', to: 'establishmentId' },
  { from: 'imageId', table: 'image', column: 'establishment_id', to: 'establishmentId' },
  { from: 'referralId', table: 'referral', column: 'establishment_id', to: 'establishmentId' },
  { from: 'restrictionId', table: 'restriction', column: 'establishment_id', to: 'establishmentId' },
  { from: 'requestId', table: 'change_request', column: 'establishment_id', to: 'establishmentId' },
  { from: 'postingId', table: 'posting', column: 'establishment_id', to: 'establishmentId' },
  { from: 'accountId', table: 'account', column: 'establishment_id', to: 'establishmentId' },
];

/**
 * Whose mail it is: the establishment that reads it, and the office that has it now. null where there is none (yet): a
 * MyPage that is opened online has an account before it has an establishment.
 */
export async function mailReader(
  knex: Knex,
  payload: MailIds,
): Promise<{ officeId: string; establishmentId: string } | null> {
  const ids: Partial<Record<string, string>> = { ...payload };
  for (const { from, table, column, to } of steps) {
    const id = ids[from];
    if (id === undefined || ids[to] !== undefined) continue;
    const row = await knex(table).where({ id }).first(`${column} as next`);
    ids[to] = row?.next ?? undefined;
  }
  const { establishmentId } = ids;
  if (establishmentId === undefined) return null;
  const row = await knex('establishment').where({ id: establishmentId }).first('office_id');
  return row === undefined ? null : { officeId: row.office_id, establishmentId };
}
