import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { JobKind, JobState } from '#app/domain/job.ts';
import { fromJson } from '../rows.ts';
import type { MailIds } from '../stores/mailReaders.ts';
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

/** 送り直し of a mail: who asked for it, when and why. */
export type Resend = { at: Instant; by: string; reason: string };

export type ShownMail = ListedMail & {
  /** When a mail that waits is tried (again). */
  runAt: Instant;
  /** Where it would go now; null where there is nobody any more. */
  recipient: string | null;
  postingId: string | null;
  /** The copy in the 送信箱 of demo mode. */
  copyId: string | null;
  resends: readonly Resend[];
};

/** One mail; null outside the actor's office. */
export async function mailOf(knex: Knex, actor: StaffActor, id: string): Promise<ShownMail | null> {
  const row: (ListedMail & { payload: string; runAt: Instant }) | undefined = await mailsOf(knex, actor)
    .where('job.id', id)
    .join('establishment', 'establishment.id', 'job.establishment_id')
    .first([...columns, 'payload', 'run_at as runAt']);
  if (row === undefined) return null;
  const { payload, ...mail } = row;
  const ids = fromJson<MailIds>(payload);
  const recipient = await recipientOf(knex, ids, mail.establishmentId);
  return {
    ...mail,
    recipient,
    postingId: await postingOf(knex, ids),
    copyId: await copyOf(knex, mail, recipient),
    resends: await resendsOf(knex, actor, id),
  };
}

async function postingOf(knex: Knex, { postingId, requestId }: MailIds): Promise<string | null> {
  if (postingId !== undefined || requestId === undefined) return postingId ?? null;
  const request = await knex('change_request').where({ id: requestId }).first('posting_id');
  return request?.posting_id ?? null;
}

/** Where the mail goes by what the records say now, in the way its handler finds it (jobs/handlers). */
async function recipientOf(knex: Knex, ids: MailIds, establishmentId: string): Promise<string | null> {
  const emailIn = async (table: string, id: string): Promise<string | null> =>
    (await knex(table).where({ id }).first('email'))?.email ?? null;
  if (ids.formerEmailId !== undefined) return emailIn('former_email', ids.formerEmailId);
  if (ids.invitationId !== undefined) return emailIn('invitation', ids.invitationId);
  if (ids.keyId !== undefined) {
    const key = await knex('verification_key').where({ id: ids.keyId }).first('email', 'account_id');
    return key === undefined ? null : (key.email ?? emailIn('account', key.account_id));
  }
  const accountId = ids.accountId ?? (await applicantOf(knex, ids));
  if (accountId !== null) return emailIn('account', accountId);
  const first = await knex('account')
    .where({ establishment_id: establishmentId, state: 'active' })
    .whereNull('withdrawn_on')
    .whereNull('closed_on')
    .orderBy(['created_at', 'id'])
    .first('email');
  return first?.email ?? null;
}

/** The account that applied for the posting, or asked for the change of the establishment. */
async function applicantOf(knex: Knex, ids: MailIds): Promise<string | null> {
  const posting = await postingOf(knex, ids);
  const [table, id] = posting === null ? ['change_request', ids.requestId] : ['posting', posting];
  if (id === undefined) return null;
  return (await knex(table).where({ id }).first('account_id'))?.account_id ?? null;
}

async function copyOf(knex: Knex, mail: ListedMail, recipient: string | null): Promise<string | null> {
  if (mail.finishedAt === null || recipient === null) return null;
  const copy = await knex('outbox_mail')
    .where({ kind: mail.kind, recipient })
    .where('sent_at', '<=', mail.finishedAt)
    .where('sent_at', '>=', mail.createdAt)
    .orderBy('sent_at', 'desc')
    .first('id');
  return copy?.id ?? null;
}

/** The newest first; each a record of the actor's own office. */
async function resendsOf(knex: Knex, actor: StaffActor, jobId: string): Promise<Resend[]> {
  const rows: { at: Instant; by: string | null; reason: string | null }[] = await knex('audit_entry')
    .where({ subject_type: 'job', subject_id: jobId, action: 'mail.resent' })
    .where('audit_entry.office_id', actor.officeId)
    .leftJoin('staff', 'staff.id', 'audit_entry.actor_id')
    .leftJoin('audit_personal', (join) => {
      join.on('audit_personal.seq', 'audit_entry.seq').andOnVal('audit_personal.field', 'reason');
    })
    .orderBy('audit_entry.seq', 'desc')
    .select('audit_entry.at', 'staff.name as by', 'audit_personal.value as reason');
  return rows.map(({ at, by, reason }) => ({
    at,
    by: by ?? '',
    reason: reason === null ? '' : fromJson<string>(reason),
  }));
}
