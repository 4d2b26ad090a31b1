import type { StaffActor } from '#app/domain/actor.ts';
import type { JobRequest } from '#app/domain/job.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

/**
 * 再送: the mail is written anew from what the records say now and sent as another one, with a Message-ID of its own. A
 * 認証キー is never sent twice: its sealed copy is gone, and a new key is asked for instead. What was given up is settled by
 * it and does not wait for anybody any more.
 */
export const resendMail = defineProcedure<{ jobId: string; reason: string }, null>({
  name: 'mail.resend',
  permission: 'mail.resend',
  input: object({ jobId: recordId, reason: shortText(200) }),
  audit: 'mail.resent',

  async run({ actor, stores, now, newId, record, enqueue }, { jobId, reason }) {
    const { officeId } = actor as StaffActor;
    const mail = notFoundUnless(await stores.jobs.findMail(officeId, jobId));
    if (mail.kind === 'mail.key') return refuse('mail-key');
    if (mail.state === 'ready' || mail.state === 'running') return refuse('mail-waiting');
    if (mail.state === 'dead') await stores.jobs.cancel(jobId, now);
    const { kind, payload, dedupe } = mail;
    enqueue({ kind, payload, dedupe: `${dedupe}:resent:${newId()}` } as JobRequest);
    record({ subject: { type: 'job', id: jobId }, detail: { kind, was: mail.state }, personal: { reason } });
    return done(null);
  },
});
