import { beforeEach, expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { issueKey } from '#app/procedures/account/issueKey.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { cancelJob } from '#app/procedures/job/cancel.ts';
import { retryJob } from '#app/procedures/job/retry.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A mail with a 認証キー on the page 処理待ち', (open) => {
  let database: TestDatabase;
  let office: World;
  let jobId: string;

  /** Somebody has asked for a key: it is issued, and its mail waits. */
  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    granted(await office.perform(requestKey, visitor, { email: 'a@example.co.jp', purpose: 'register' }));
    const { id: requestId } = await database.reader('key_request').first();
    granted(await office.perform(issueKey, { kind: 'system', job: 'key.issue' }, { requestId }));
    ({ id: jobId } = await database.reader('job').where({ kind: 'mail.key' }).first());
  });

  const job = () => database.reader('job').where({ id: jobId }).first();
  const sealedCopies = (): Promise<string[]> =>
    database.reader('verification_key').whereNotNull('sealed').pluck('id');
  const recorded = (): Promise<string[]> =>
    database.reader('audit_entry').where({ subject_type: 'job', subject_id: jobId }).pluck('action');
  const giveUp = () =>
    database
      .writer('job')
      .where({ id: jobId })
      .update({ state: 'dead', attempts: 8, last_error: 'smtp-451' });

  test('is tried again by a supervisor after it was given up, with its attempts counted anew', async () => {
    await giveUp();
    granted(await office.perform(retryJob, office.staff.supervisor, { jobId }));
    expect(await job()).toMatchObject({ state: 'ready', attempts: 0, run_at: '2026-11-24T01:00:00.000Z' });
    expect(await recorded()).toEqual(['job.retried']);
    await office.runner.runDue();
    expect(office.mails.map(({ kind }) => kind)).toEqual(['mail.key']);
  });

  test('that still waits is not tried again', async () => {
    await expect(office.perform(retryJob, office.staff.supervisor, { jobId })).rejects.toMatchObject({
      name: 'Conflict',
    });
    expect(await recorded()).toEqual([]);
  });

  test('is called off while it waits: nothing is sent, and no sealed copy of the key is left', async () => {
    expect(await sealedCopies()).toHaveLength(1);
    granted(await office.perform(cancelJob, office.staff.supervisor, { jobId }));
    expect(await job()).toMatchObject({ state: 'cancelled', finished_at: '2026-11-24T01:00:00.000Z' });
    expect(await sealedCopies()).toEqual([]);
    expect(await recorded()).toEqual(['job.cancelled']);
    await office.runner.runDue();
    expect(office.mails).toEqual([]);
  });

  test('is called off once; the second supervisor is told who was first', async () => {
    granted(await office.perform(cancelJob, office.staff.supervisor, { jobId }));
    await expect(office.perform(cancelJob, office.staff.otherSupervisor, { jobId })).rejects.toMatchObject({
      name: 'Conflict',
      decided: { by: '監督 一郎（見本）', action: 'job.cancelled' },
    });
  });

  test('that has gone out cannot be called off', async () => {
    await office.runner.runDue();
    await expect(office.perform(cancelJob, office.staff.supervisor, { jobId })).rejects.toMatchObject({
      name: 'Conflict',
    });
    expect(await job()).toMatchObject({ state: 'done' });
  });

  test.each(['clerk', 'auditor'] as const)('is left alone by a %s, who may not settle it', async (role) => {
    await giveUp();
    for (const procedure of [retryJob, cancelJob]) {
      await expect(office.perform(procedure, office.staff[role], { jobId })).rejects.toMatchObject({
        name: 'Forbidden',
      });
    }
    expect(await job()).toMatchObject({ state: 'dead', attempts: 8 });
    expect(await sealedCopies()).toHaveLength(1);
  });
});
