import { expect, test } from 'vitest';
import { resendMail } from '#app/procedures/mail/resend.ts';
import { mailLog, mailOf } from '#db/queries/mails.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The record of mails', (open) => {
  const written = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    await office.submitted(employer, await office.filledIn(employer));
    await office.runner.runDue();
    const { clerk, auditor, neighbour } = office.staff;
    const rows = async (actor = clerk, of: string | null = null) =>
      (await mailLog(office.database.reader, actor, { of, state: null }, 1)).rows;
    const find = async (kind: string) => (await rows()).find((mail) => mail.kind === kind)?.id ?? '';
    return { office, employer, rows, find, clerk, auditor, neighbour };
  };

  test('lists the mails to the office’s employers with what became of them, and those of no other office', async () => {
    const { office, employer, rows, neighbour } = await written();
    expect((await rows()).map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['mail.postingReceived', 'done'],
        ['mail.key', 'done'],
      ]),
    );
    expect(await rows(neighbour)).toEqual([]);
    expect(await rows(office.staff.clerk, employer.establishmentId)).toHaveLength((await rows()).length);
    expect(await rows(office.staff.clerk, office.staff.clerk.id)).toEqual([]);
  });

  test('knows the recipient of one mail, within the office', async () => {
    const { office, find, clerk, neighbour } = await written();
    const id = await find('mail.postingReceived');
    expect(await mailOf(office.database.reader, clerk, id)).toMatchObject({ recipient: 'a@example.co.jp' });
    expect(await mailOf(office.database.reader, neighbour, id)).toBeNull();
  });

  test('a mail is sent again as another one, and the record says who asked for it', async () => {
    const { office, find, clerk, auditor, neighbour } = await written();
    const jobId = await find('mail.postingReceived');
    const before = office.mails.length;
    granted(await office.perform(resendMail, clerk, { jobId }));
    await office.runner.runDue();
    const [first, second] = office.mails.filter(({ kind }) => kind === 'mail.postingReceived');
    expect(office.mails).toHaveLength(before + 1);
    expect(second?.text).toBe(first?.text);
    expect(second?.dedupe).not.toBe(first?.dedupe);
    expect(await office.stores.audit.latestOf({ type: 'job', id: jobId })).toMatchObject({
      action: 'mail.resent',
      actorId: clerk.id,
    });
    await expect(office.perform(resendMail, neighbour, { jobId })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(office.perform(resendMail, auditor, { jobId })).rejects.toMatchObject({ name: 'Forbidden' });
  });

  test('a 認証キー is never sent twice, and what still waits is not sent again', async () => {
    const { office, employer, find, clerk } = await written();
    expect(await office.perform(resendMail, clerk, { jobId: await find('mail.key') })).toMatchObject({
      code: 'mail-key',
    });
    await office.submitted(employer, await office.filledIn(employer));
    const { rows } = await mailLog(office.database.reader, clerk, { of: null, state: 'ready' }, 1);
    expect(await office.perform(resendMail, clerk, { jobId: rows[0]?.id ?? '' })).toMatchObject({
      code: 'mail-waiting',
    });
  });
});
