import type { Knex } from 'knex';
import type { KeyPurpose, KeyUse, VerificationKey } from '#app/domain/account.ts';
import type { Instant } from '#app/domain/clock.ts';

type Row = {
  id: string;
  account_id: string;
  purpose: KeyPurpose;
  email: string | null;
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
  purpose: row.purpose,
  email: row.email,
  hash: row.hash,
  sealed: row.sealed,
  issuedAt: row.issued_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  voidedAt: row.voided_at,
});

/** An asked-for key, whoever the address belongs to. */
export type KeyRequest = { id: string; email: string; requestedAt: Instant } & (
  | { purpose: 'start' | 'register' | 'forgot' }
  /** By that account, for its new address. */
  | { purpose: 'email'; accountId: string }
);

const requestFrom = (row: {
  id: string;
  email: string;
  requested_at: string;
  purpose: KeyRequest['purpose'];
  account_id: string | null;
}): KeyRequest => {
  const { id, email, requested_at: requestedAt, purpose, account_id: accountId } = row;
  if (purpose !== 'email') return { id, email, requestedAt, purpose };
  return { id, email, requestedAt, purpose, accountId: accountId ?? '' };
};

/** A key that confirms an address names it; one for a password does not. */
const ofUse = (use: KeyUse) => (query: Knex.QueryBuilder) => {
  if (use === 'email') query.whereNotNull('email');
  else query.whereNull('email');
};

export type KeyStore = {
  find(id: string): Promise<VerificationKey | undefined>;
  newestOf(accountId: string, use?: KeyUse): Promise<VerificationKey | undefined>;
  insert(key: VerificationKey): Promise<void>;
  /** Of one use, or of both. */
  voidAllOf(accountId: string, at: Instant, use?: KeyUse): Promise<void>;
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
    newestOf: async (accountId, use = 'password') => {
      const row = await knex<Row>('verification_key')
        .where({ account_id: accountId })
        .where(ofUse(use))
        .orderBy([
          { column: 'issued_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .first();
      return row && recordFrom(row);
    },
    insert: async (key) => {
      await knex('verification_key').insert({
        id: key.id,
        account_id: key.accountId,
        purpose: key.purpose,
        email: key.email,
        hash: key.hash,
        sealed: key.sealed,
        issued_at: key.issuedAt,
        expires_at: key.expiresAt,
        used_at: key.usedAt,
        voided_at: key.voidedAt,
      });
    },
    voidAllOf: async (accountId, at, use) => {
      await knex('verification_key')
        .where({ account_id: accountId })
        .where((query) => void (use && ofUse(use)(query)))
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
        account_id: request.purpose === 'email' ? request.accountId : null,
      });
    },
    takeRequest: async (id) => {
      const row = await knex('key_request').where({ id }).first();
      const taken = (await knex('key_request').where({ id }).delete()) === 1;
      return taken ? requestFrom(row) : undefined;
    },
  };
}
