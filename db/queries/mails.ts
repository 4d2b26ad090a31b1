import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { JobKind, JobState } from '#app/domain/job.ts';
import { fromJson } from '../rows.ts';
import { type Page, pageOf } from './page.ts';

/** メール to an establishment of the office: a job row, without its recipient. */
export type ListedMail = {
  id: string;
  kind: JobKind;
  state: JobState;
  attempts: number;
  lastError: string | null;
  createdAt: Instant;
  finishedAt: Instant | null;
  establishmentId: string;
  establishmentName: string;
};

const mailsOf = (knex: Knex, actor: StaffActor) =>
  knex('job').where('job.office_id', actor.officeId).whereLike('job.kind', 'mail.%');

const columns = [
  'job.id',
  'kind',
  'job.state',
  'attempts',
  'last_error as lastError',
  'job.created_at as createdAt',
  'finished_at as finishedAt',
  'establishment.id as establishmentId',
  'establishment.name as establishmentName',
];

/** メールの記録, the newest first; `of` is one establishment. */
export function mailLog(
  knex: Knex,
  actor: StaffActor,
  { of, state }: { of: string | null; state: JobState | null },
  page: number,
): Promise<Page<ListedMail>> {
  const matching = () => {
    const query = mailsOf(knex, actor);
    if (of !== null) query.where('job.establishment_id', of);
    if (state !== null) query.where('job.state', state);
    return query;
  };
  const list = matching()
    .join('establishment', 'establishment.id', 'job.establishment_id')
    .orderBy([
      { column: 'job.created_at', order: 'desc' },
      { column: 'job.id', order: 'desc' },
    ])
    .select(columns);
  return pageOf<ListedMail>(matching(), list, page);
}

export type ShownMail = ListedMail & {
  /** The address of the account as it is now; null where there is none any more. */
  recipient: string | null;
  postingId: string | null;
  /** The copy in the 送信箱 of demo mode. */
  copyId: string | null;
};

/** One mail; null outside the actor's office. */
export async function mailOf(knex: Knex, actor: StaffActor, id: string): Promise<ShownMail | null> {
  const row: (ListedMail & { payload: string }) | undefined = await mailsOf(knex, actor)
    .where('job.id', id)
    .join('establishment', 'establishment.id', 'job.establishment_id')
    .first([...columns, 'payload']);
  if (row === undefined) return null;
  const { payload, ...mail } = row;
  const ids = fromJson<{ postingId?: string; requestId?: string; accountId?: string; keyId?: string }>(
    payload,
  );
  const request =
    ids.requestId &&
    (await knex('change_request').where({ id: ids.requestId }).first('posting_id', 'account_id'));
  const postingId = ids.postingId ?? (request ? request.posting_id : null) ?? null;
  const posting = postingId && (await knex('posting').where({ id: postingId }).first('account_id'));
  const key = ids.keyId && (await knex('verification_key').where({ id: ids.keyId }).first('account_id'));
  const accountId = ids.accountId ?? (key || posting || request || null)?.account_id ?? null;
  const account =
    accountId === null
      ? await knex('account').where({ establishment_id: mail.establishmentId }).first('email')
      : await knex('account').where({ id: accountId }).first('email');
  const recipient: string | null = account?.email ?? null;
  const copy =
    mail.finishedAt === null || recipient === null
      ? undefined
      : await knex('outbox_mail')
          .where({ kind: mail.kind, recipient })
          .where('sent_at', '<=', mail.finishedAt)
          .where('sent_at', '>=', mail.createdAt)
          .orderBy('sent_at', 'desc')
          .first('id');
  return { ...mail, recipient, postingId, copyId: copy?.id ?? null };
}
