import { expect, test } from 'vitest';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { resendMail } from '#app/procedures/mail/resend.ts';
import { mailLog, mailOf } from '#db/queries/mails.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted, openOffice, password } from '#test/support/world.ts';

const reason = '届いていないと電話があった';

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
    granted(await office.perform(resendMail, clerk, { jobId, reason }));
    await office.runner.runDue();
    const [first, second] = office.mails.filter(({ kind }) => kind === 'mail.postingReceived');
    expect(office.mails).toHaveLength(before + 1);
    expect(second?.text).toBe(first?.text);
    expect(second?.dedupe).not.toBe(first?.dedupe);
    expect(await office.stores.audit.latestOf({ type: 'job', id: jobId })).toMatchObject({
      action: 'mail.resent',
      actorId: clerk.id,
    });
    await expect(office.perform(resendMail, neighbour, { jobId, reason })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(office.perform(resendMail, auditor, { jobId, reason })).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });

  test('a 認証キー is never sent twice, and what still waits is not sent again', async () => {
    const { office, employer, find, clerk } = await written();
    expect(await office.perform(resendMail, clerk, { jobId: await find('mail.key'), reason })).toMatchObject({
      code: 'mail-key',
    });
    await office.submitted(employer, await office.filledIn(employer));
    const { rows } = await mailLog(office.database.reader, clerk, { of: null, state: 'ready' }, 1);
    expect(await office.perform(resendMail, clerk, { jobId: rows[0]?.id ?? '', reason })).toMatchObject({
      code: 'mail-waiting',
    });
  });

  test('a mail that was given up says why, is sent again with a reason, and waits for nobody any more', async () => {
    const { office, find, rows, clerk } = await written();
    const { reader, writer } = office.database;
    const jobId = await find('mail.postingReceived');
    await writer('job')
      .where({ id: jobId })
      .update({ state: 'dead', last_error: 'smtp-etimedout', attempts: 80 });
    granted(await office.perform(resendMail, clerk, { jobId, reason }));
    expect(await mailOf(reader, clerk, jobId)).toMatchObject({
      state: 'cancelled',
      lastError: 'smtp-etimedout',
      resends: [{ by: clerk.name, reason, at: '2026-11-24T01:00:00.000Z' }],
    });
    expect((await rows()).filter(({ state }) => state === 'dead')).toEqual([]);
  });

  test('every kind of mail is found at the office, with where it goes', async () => {
    const office = await referralOffice(open);
    const { database, perform, runner, staff } = office.office;
    const { accountId, email, establishmentId } = office.employer;
    const employer = { kind: 'employer', accountId, email, establishmentId } as const;
    granted(
      await perform(inviteAddress, employer, {
        values: { email: 'futari@example.co.jp' },
        currentPassword: password,
      }),
    );
    await office.refer({ phoned: false });
    await runner.runDue();
    const { rows } = await mailLog(database.reader, staff.clerk, { of: establishmentId, state: null }, 1);
    const address = async (kind: string) => {
      const id = rows.find((mail) => mail.kind === kind)?.id ?? '';
      return (await mailOf(database.reader, staff.clerk, id))?.recipient;
    };
    expect(await address('mail.referralMade')).toBe(email);
    expect(await address('mail.addressInvited')).toBe('futari@example.co.jp');
    const everyMail = await database.reader('job').whereLike('kind', 'mail.%').whereNull('office_id');
    expect(everyMail).toEqual([]);
  });
});
