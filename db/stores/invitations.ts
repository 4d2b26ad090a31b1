import type { Knex } from 'knex';
import type { Invitation } from '#app/domain/account.ts';

type Row = { id: string; establishment_id: string; email: string; invited_by: string; invited_at: string };

const recordFrom = (row: Row): Invitation => ({
  id: row.id,
  establishmentId: row.establishment_id,
  email: row.email,
  invitedBy: row.invited_by,
  invitedAt: row.invited_at,
});

export type InvitationStore = {
  find(id: string): Promise<Invitation | undefined>;
  /** The newest one to that address, of whatever establishment. */
  newestTo(email: string): Promise<Invitation | undefined>;
  /** The oldest first. */
  of(establishmentId: string): Promise<Invitation[]>;
  insert(invitation: Invitation): Promise<void>;
  /** false when it was gone already. */
  remove(id: string): Promise<boolean>;
  removeAllOf(establishmentId: string): Promise<void>;
};

export function invitationStore(knex: Knex): InvitationStore {
  return {
    find: async (id) => {
      const row = await knex<Row>('invitation').where({ id }).first();
      return row && recordFrom(row);
    },
    newestTo: async (email) => {
      const row = await knex<Row>('invitation')
        .where({ email })
        .orderBy([{ column: 'invited_at', order: 'desc' }, { column: 'id' }])
        .first();
      return row && recordFrom(row);
    },
    of: async (establishmentId) => {
      const rows = await knex<Row>('invitation')
        .where({ establishment_id: establishmentId })
        .orderBy(['invited_at', 'id']);
      return rows.map(recordFrom);
    },
    insert: async (invitation) => {
      await knex<Row>('invitation').insert({
        id: invitation.id,
        establishment_id: invitation.establishmentId,
        email: invitation.email,
        invited_by: invitation.invitedBy,
        invited_at: invitation.invitedAt,
      });
    },
    remove: async (id) => (await knex('invitation').where({ id }).delete()) === 1,
    removeAllOf: async (establishmentId) => {
      await knex('invitation').where({ establishment_id: establishmentId }).delete();
    },
  };
}
