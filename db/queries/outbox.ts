import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type Page, pageOf } from './page.ts';

export type ListedMail = { id: string; recipient: string; subject: string; sentAt: Instant };
export type ShownMail = ListedMail & { messageId: string; kind: string; body: string };

/** 送信箱 of demo mode, newest first. It holds invented mails only and exists nowhere else, so no office bounds it. */
export function outboxMails(knex: Knex, _actor: StaffActor, page: number): Promise<Page<ListedMail>> {
  const list = knex('outbox_mail')
    .orderBy([
      { column: 'sent_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .select('id', 'recipient', 'subject', 'sent_at as sentAt');
  return pageOf<ListedMail>(knex('outbox_mail'), list, page);
}

/** One mail of it, or null. */
export async function outboxMail(knex: Knex, _actor: StaffActor, id: string): Promise<ShownMail | null> {
  const row = await knex('outbox_mail').where({ id }).first();
  if (row === undefined) return null;
  return {
    id: row.id,
    recipient: row.recipient,
    subject: row.subject,
    sentAt: row.sent_at,
    messageId: row.message_id,
    kind: row.kind,
    body: row.body,
  };
}
