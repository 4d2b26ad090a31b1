import type { Knex } from 'knex';
import type { VerificationKey } from '#app/domain/account.ts';
import type { Instant } from '#app/domain/clock.ts';

type Row = {
  id: string;
  account_id: string;
  hash: string;
  sealed: string | null;
  issued_at: string;
  expires_at: string;
  used_at: string | null;
  voided_at: string | null;
};

const recordFrom = (row: Row): VerificationKey => ({
  id: row.id,
  accountId: row.account_id,
  hash: row.hash,
  sealed: row.sealed,
  issuedAt: row.issued_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  voidedAt: row.voided_at,
});

/** An asked-for key, whoever the address belongs to. */
export type KeyRequest = { id: string; email: string; purpose: 'start' | 'register'; requestedAt: Instant };

export type KeyStore = {
  find(id: string): Promise<VerificationKey | undefined>;
  newestOf(accountId: string): Promise<VerificationKey | undefined>;
  insert(key: VerificationKey): Promise<void>;
  voidAllOf(accountId: string, at: Instant): Promise<void>;
  /** Marks the key used; false when it already was or has been voided. */
  use(id: string, at: Instant): Promise<boolean>;
  /** A used key has set its password; it cannot set another one. */
  retire(id: string, at: Instant): Promise<void>;
  forgetSealed(id: string): Promise<void>;
  insertRequest(request: KeyRequest): Promise<void>;
  /** Takes the request out of the table; undefined when it was taken already. */
  takeRequest(id: string): Promise<KeyRequest | undefined>;
};

export function keyStore(knex: Knex): KeyStore {
  return {
    find: async (id) => {
      const row = await knex<Row>('verification_key').where({ id }).first();
      return row && recordFrom(row);
    },
    newestOf: async (accountId) => {
      const row = await knex<Row>('verification_key')
        .where({ account_id: accountId })
        .orderBy([{ column: 'issued_at', order: 'desc' }, { column: 'id' }])
        .first();
      return row && recordFrom(row);
    },
    insert: async (key) => {
      await knex('verification_key').insert({
        id: key.id,
        account_id: key.accountId,
        hash: key.hash,
        sealed: key.sealed,
        issued_at: key.issuedAt,
        expires_at: key.expiresAt,
        used_at: key.usedAt,
        voided_at: key.voidedAt,
      });
    },
    voidAllOf: async (accountId, at) => {
      await knex('verification_key')
        .where({ account_id: accountId })
        .whereNull('voided_at')
        .whereNull('used_at')
        .update({ voided_at: at, sealed: null });
    },
    use: async (id, at) =>
      (await knex('verification_key')
        .where({ id })
        .whereNull('used_at')
        .whereNull('voided_at')
        .update({ used_at: at, sealed: null })) === 1,
    retire: async (id, at) => {
      await knex('verification_key').where({ id }).update({ voided_at: at, sealed: null });
    },
    forgetSealed: async (id) => {
      await knex('verification_key').where({ id }).update({ sealed: null });
    },
    insertRequest: async (request) => {
      await knex('key_request').insert({
        id: request.id,
        email: request.email,
        purpose: request.purpose,
        requested_at: request.requestedAt,
      });
    },
    takeRequest: async (id) => {
      const row = await knex('key_request').where({ id }).first();
      const taken = (await knex('key_request').where({ id }).delete()) === 1;
      return taken
        ? { id: row.id, email: row.email, purpose: row.purpose, requestedAt: row.requested_at }
        : undefined;
    },
  };
}
