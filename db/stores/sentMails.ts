import type { Knex } from 'knex';
import type { SentMail } from '#app/domain/account.ts';

export type SentMailStore = { insert(mail: SentMail): Promise<void> };

export const sentMailStore = (knex: Knex): SentMailStore => ({
  insert: async ({ id, accountId, kind, sentAt }) => {
    await knex('sent_mail').insert({ id, account_id: accountId, kind, sent_at: sentAt });
  },
});
