import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import { fromJson, toJson } from '../rows.ts';

/** The receipt of an act already done under a key: the same key and the same request give the same receipt. */
export type Receipt = {
  key: string;
  actorId: string;
  procedure: string;
  requestHash: string;
  response: unknown;
  createdAt: Instant;
};

export type IdempotencyStore = {
  find(key: string, actorId: string): Promise<Receipt | undefined>;
  insert(receipt: Receipt): Promise<void>;
};

export function idempotencyStore(knex: Knex): IdempotencyStore {
  return {
    find: async (key, actorId) => {
      const row = await knex('idempotency').where({ key, actor_id: actorId }).first();
      return (
        row && {
          key: row.key,
          actorId: row.actor_id,
          procedure: row.procedure,
          requestHash: row.request_hash,
          response: fromJson(row.response),
          createdAt: row.created_at,
        }
      );
    },
    insert: async (receipt) => {
      await knex('idempotency').insert({
        key: receipt.key,
        actor_id: receipt.actorId,
        procedure: receipt.procedure,
        request_hash: receipt.requestHash,
        response: toJson(receipt.response),
        created_at: receipt.createdAt,
      });
    },
  };
}
