import type { Knex } from 'knex';
import type { Account } from '#app/domain/account.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string | null;
  email: string;
  state: Account['state'];
  opened_by: Account['openedBy'];
  password_hash: string | null;
  consented_at: string | null;
  opened_on: string | null;
  suspended_on: string | null;
  withdrawn_on: string | null;
  closed_on: string | null;
  version: number;
  created_at: string;
};

const recordFrom = (row: Row): Account => ({
  id: row.id,
  establishmentId: row.establishment_id,
  email: row.email,
  state: row.state,
  openedBy: row.opened_by,
  passwordHash: row.password_hash,
  consentedAt: row.consented_at,
  openedOn: row.opened_on,
  suspendedOn: row.suspended_on,
  withdrawnOn: row.withdrawn_on,
  closedOn: row.closed_on,
  version: row.version,
  createdAt: row.created_at,
});

const rowFrom = (record: Account): Row => ({
  id: record.id,
  establishment_id: record.establishmentId,
  email: record.email,
  state: record.state,
  opened_by: record.openedBy,
  password_hash: record.passwordHash,
  consented_at: record.consentedAt,
  opened_on: record.openedOn,
  suspended_on: record.suspendedOn,
  withdrawn_on: record.withdrawnOn,
  closed_on: record.closedOn,
  version: record.version,
  created_at: record.createdAt,
});

export type AccountStore = {
  find(id: string): Promise<Account | undefined>;
  /** The account that has the address now: a closed one has left it. */
  findByEmail(email: string): Promise<Account | undefined>;
  /** The account that was closed last with that address. */
  findClosed(email: string): Promise<Account | undefined>;
  /** The oldest first. */
  ofEstablishment(establishmentId: string): Promise<Account[]>;
  /** The same, and nobody else changes who signs in for the establishment before this transaction ends. */
  lockOf(establishmentId: string): Promise<Account[]>;
  insert(account: Account): Promise<void>;
  /** Throws StaleRecord when the version has moved on. */
  update(account: Account): Promise<void>;
  /** Takes the account away with its keys, sessions and former addresses; its work has been handed over. */
  remove(id: string): Promise<void>;
};

export function accountStore(knex: Knex): AccountStore {
  const ofEstablishment = async (establishmentId: string): Promise<Account[]> => {
    const rows = await knex<Row>('account')
      .where({ establishment_id: establishmentId })
      .orderBy(['created_at', 'id']);
    return rows.map(recordFrom);
  };
  return {
    find: async (id) => {
      const row = await knex<Row>('account').where({ id }).first();
      return row && recordFrom(row);
    },
    findByEmail: async (email) => {
      const row = await knex<Row>('account').where({ email }).whereNull('closed_on').first();
      return row && recordFrom(row);
    },
    findClosed: async (email) => {
      const row = await knex<Row>('account')
        .where({ email })
        .whereNotNull('closed_on')
        .orderBy('closed_on', 'desc')
        .first();
      return row && recordFrom(row);
    },
    ofEstablishment,
    lockOf: async (establishmentId) => {
      // PostgreSQL waits at this row; on SQLite the transaction holds the only write lock already.
      await knex('establishment').where({ id: establishmentId }).forUpdate().first('id');
      return ofEstablishment(establishmentId);
    },
    insert: async (account) => {
      await knex('account').insert(rowFrom(account));
    },
    update: (account) => {
      const { id, version, ...columns } = rowFrom(account);
      return updateVersion(knex, 'account', { id, version }, columns);
    },
    remove: async (id) => {
      // What the audit log keeps of it goes with the MyPage, which it can be found by no more.
      const { establishment_id } = await knex('account').where({ id }).first('establishment_id');
      await knex('audit_personal')
        .whereNull('establishment_id')
        .whereIn('seq', knex('audit_entry').where({ subject_type: 'account', subject_id: id }).select('seq'))
        .update({ establishment_id });
      for (const table of ['verification_key', 'former_email', 'sent_mail'])
        await knex(table).where({ account_id: id }).delete();
      await knex('session').where({ subject_id: id }).delete();
      await knex('account').where({ id }).delete();
    },
  };
}
