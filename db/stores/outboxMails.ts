import type { Knex } from 'knex';

/** A mail as demo mode keeps it for the in-app 送信箱. */
export type OutboxMail = {
  id: string;
  messageId: string;
  kind: string;
  recipient: string;
  subject: string;
  body: string;
  sentAt: string;
};

export type OutboxMailStore = {
  /** Keeps one copy for each Message-ID, however often the mail is handed over. */
  insert(mail: OutboxMail): Promise<void>;
};

export function outboxMailStore(knex: Knex): OutboxMailStore {
  return {
    insert: async (mail) => {
      await knex('outbox_mail')
        .insert({
          id: mail.id,
          message_id: mail.messageId,
          kind: mail.kind,
          recipient: mail.recipient,
          subject: mail.subject,
          body: mail.body,
          sent_at: mail.sentAt,
        })
        .onConflict('message_id')
        .ignore();
    },
  };
}
