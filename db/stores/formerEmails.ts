import type { Knex } from 'knex';
import type { FormerEmail } from '#app/domain/account.ts';

export type FormerEmailStore = {
  find(id: string): Promise<FormerEmail | undefined>;
  insert(former: FormerEmail): Promise<void>;
};

export function formerEmailStore(knex: Knex): FormerEmailStore {
  return {
    find: async (id) => {
      const row = await knex('former_email').where({ id }).first();
      return (
        row && {
          id: row.id,
          accountId: row.account_id,
          email: row.email,
          replacedAt: row.replaced_at,
          by: row.by,
        }
      );
    },
    insert: async (former) => {
      await knex('former_email').insert({
        id: former.id,
        account_id: former.accountId,
        email: former.email,
        replaced_at: former.replacedAt,
        by: former.by,
      });
    },
  };
}
