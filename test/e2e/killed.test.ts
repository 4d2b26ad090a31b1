import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { hiddenValues, post, signedIn } from '#test/support/session.ts';
import { openOffice, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const steps = ['changed', 'recorded', 'enqueued', 'receipted', 'committed'] as const;

/** What a submission and an acceptance each write; a step before the commit must leave none of it. */
type Trace = { state: string; audit: number; jobs: number; receipts: number };

describe('A server killed with -9', () => {
  let mailbox: Mailbox;
  let database: TestDatabase;
  let office: World;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    mailbox = await openMailbox();
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox.close();
  });

  const start = async (faultAt?: string): Promise<RunningServer> => {
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    server = await startServer({
      DATA_DIR: path.dirname(database.settings.file),
      SMTP_URL: mailbox.url,
      NOW: now,
      ...(faultAt ? { FAULT_AT: faultAt } : {}),
    });
    return server;
  };

  const trace = async (
    postingId: string,
    procedure: string,
    action: string,
    jobKind: string,
  ): Promise<Trace> => ({
    state: (await office.now(postingId)).state,
    audit: (await database.reader('audit_entry').where({ action, subject_id: postingId })).length,
    jobs: (await database.reader('job').where({ kind: jobKind })).length,
    receipts: (await database.reader('idempotency').where({ procedure })).length,
  });

  /** Posts the form to a server that dies at the step, starts another one and posts the same form again. */
  async function postThroughAKill(
    procedure: string,
    step: string,
    page: string,
    cookie: string,
    fill: (form: URLSearchParams) => void,
    look: () => Promise<Trace>,
  ): Promise<{ before: Trace; after: Trace; end: Trace }> {
    const before = await look();
    const doomed = await start(`${procedure}:${step}`);
    const form = await hiddenValues(doomed.origin + page, cookie);
    fill(form);
    await expect(post(doomed.origin + page, cookie, form)).rejects.toThrow();
    expect(await doomed.ended).toBe('SIGKILL');
    const after = await look();

    const restarted = await start();
    const answer = await post(restarted.origin + page, cookie, form);
    expect(answer.status, restarted.output()).toBeLessThan(400);
    const end = await look();
    return { before, after, end };
  }

  const mailsSettled = async (): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      // A night's sweep that died with its process waits for the end of its lease, and this clock stands still.
      const open = await database
        .reader('job')
        .where('kind', 'like', 'mail.%')
        .whereIn('state', ['ready', 'running']);
      if (open.length === 0) return;
      await rest(50);
    }
    throw new Error('Mails were still open after ten seconds.');
  };

  test.each(steps)(
    'at the step "%s" of submitting and of accepting loses nothing and leaves nothing half done',
    async (step) => {
      database = await testDatabase('sqlite');
      office = await openOffice(database, now);
      const employer = await office.openedAtCounter();
      const draft = await office.filledIn(employer);
      const employerCookie = await signedIn(office, 'mypage', employer.accountId);
      const clerkCookie = await signedIn(office, 'staff', office.staff.clerk.id);
      const arrivedBefore = mailbox.mails.length;

      const submission = await postThroughAKill(
        'posting.submit',
        step,
        `/mypage/postings/${draft.id}/confirm`,
        employerCookie,
        (form) => form.set('_intent', 'submit'),
        () => trace(draft.id, 'posting.submit', 'posting.submitted', 'mail.postingReceived'),
      );
      const written = step === 'committed';
      expect(submission.after).toEqual(
        written ? { state: 'awaiting_visit', audit: 1, jobs: 1, receipts: 1 } : submission.before,
      );
      expect(submission.end).toEqual({ state: 'awaiting_visit', audit: 1, jobs: 1, receipts: 1 });
      await mailsSettled();
      await server?.stop();

      await office.visited(await office.now(draft.id), '2026-11-24');
      const acceptance = await postThroughAKill(
        'posting.accept',
        step,
        `/staff/reviews/${draft.id}/accept`,
        clerkCookie,
        (form) => form.set('_intent', 'accept'),
        () => trace(draft.id, 'posting.accept', 'posting.accepted', 'mail.postingAccepted'),
      );
      expect(acceptance.after).toEqual(
        written ? { state: 'valid', audit: 1, jobs: 1, receipts: 1 } : acceptance.before,
      );
      expect(acceptance.end).toEqual({ state: 'valid', audit: 1, jobs: 1, receipts: 1 });
      expect((await office.now(draft.id)).number).toBe('99010-00000001');

      await mailsSettled();
      await server?.stop();
      const ids = mailbox.mails.slice(arrivedBefore).map((mail) => mail.messageId);
      expect(new Set(ids).size).toBe(2);
      expect(await verifyAuditChain(database.writer, office.secrets.auditKey)).toMatchObject({
        firstBad: null,
      });
    },
  );
});
