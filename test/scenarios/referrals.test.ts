import { expect, test } from 'vitest';
import { cancelReferral } from '#app/procedures/referral/cancel.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { reopenReferral } from '#app/procedures/referral/reopen.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { overdueEmployers } from '#db/queries/overdueEmployers.ts';
import { referralCard } from '#db/queries/referralCard.ts';
import { referralList } from '#db/queries/referralList.ts';
import { unregisteredResults } from '#db/queries/unregisteredResults.ts';
import { disabilityPosting } from '#fixtures/postings.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted } from '#test/support/world.ts';

const reason = '求人番号の取り違え';

describeOnEveryDatabase('紹介', (open) => {
  test('gets a letter with a number of the office, and no mail where the employer was phoned', async () => {
    const { office, refer, referral, mailsOf } = await referralOffice(open);
    const first = await refer();
    const second = await refer();
    await office.runner.runDue();
    expect((await referral(first)).number).toBe('99010-00000001');
    expect(await referral(second)).toMatchObject({
      number: '99010-00000002',
      state: 'referred',
      referredOn: '2026-11-24',
    });
    expect(mailsOf('mail.referralMade')).toHaveLength(0);
  });

  test('without a telephone call is told by a mail that does not say who it is', async () => {
    const { office, tryRefer, mailsOf } = await referralOffice(open);
    expect(granted(await tryRefer({ phoned: false })).told).toBe('mailed');
    await office.runner.runDue();
    const [mail] = mailsOf('mail.referralMade');
    expect(mail?.to).toBe('a@example.co.jp');
    expect(mail?.text).toContain('99010-00000001');
    expect(mail?.text).not.toMatch(/見本　|ミホン/);
  });

  test('says that nobody could be told where there is no open MyPage', async () => {
    const { office, employer, tryRefer } = await referralOffice(open);
    const account = await office.stores.accounts.find(employer.accountId);
    if (!account) throw new Error('No account.');
    await office.stores.accounts.update({ ...account, withdrawnOn: '2026-11-24' });
    expect(granted(await tryRefer({ phoned: false })).told).toBe('nobody');
  });

  test('is possible on the last valid day of the posting and not on the day after', async () => {
    const { office, tryRefer } = await referralOffice(open);
    office.clock.moveTo('2027-01-31T16:00:00+09:00');
    expect(await tryRefer()).toMatchObject({ ok: true });
    office.clock.moveTo('2027-02-01T00:01:00+09:00');
    expect(await tryRefer()).toMatchObject({ code: 'referral-posting-expired' });
  });

  test('is not possible to a posting that has been stopped or not yet accepted', async () => {
    const { office, employer, accept, tryStop, tryRefer } = await referralOffice(open);
    const draft = await office.filledIn(employer);
    expect(await tryRefer({ postingId: draft.id })).toMatchObject({ code: 'referral-posting-invalid' });
    await accept(granted(await tryStop('2026-11-24')).requestId);
    expect(await tryRefer()).toMatchObject({ code: 'referral-posting-invalid' });
  });

  test('of the same person to the same posting is made once, also at the same moment', async () => {
    const { office, seeker, tryRefer, shown } = await referralOffice(open);
    const seekerId = await seeker();
    const both = await Promise.all([tryRefer({ seekerId }), tryRefer({ seekerId })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      code: 'referral-twice',
      params: { number: expect.stringMatching(/^99010-/) },
    });
    const made = both.find((one) => one.ok);
    const cancelled = await shown(made?.ok ? made.value.referralId : '');
    granted(await office.perform(cancelReferral, office.staff.clerk, { ...cancelled, reason }));
    expect(await tryRefer({ seekerId })).toMatchObject({ ok: true });
  });

  test('to a posting for certain seekers only asks whether the person is one of them', async () => {
    const { office, employer, seeker } = await referralOffice(open);
    const sent = await office.submitted(employer, await office.filledIn(employer, disabilityPosting()));
    const posting = await office.accepted(await office.visited(sent, '2026-11-24'));
    const input = {
      seekerId: await seeker(),
      postingId: posting.id,
      phoned: true,
      certainSeekers: false,
      interview: { on: null, at: null, place: null, contact: null },
      note: null,
    };
    expect(await office.perform(makeReferral, office.staff.clerk, input)).toMatchObject({
      code: 'referral-kind-open',
      fields: [{ field: 'certain_seekers' }],
    });
    const confirmed = { ...input, certainSeekers: true };
    expect(await office.perform(makeReferral, office.staff.clerk, confirmed)).toMatchObject({ ok: true });
  });

  test('by another office is seen by both offices and by no third party', async () => {
    const { office, postingId } = await referralOffice(open);
    const { clerk, neighbour, auditor } = office.staff;
    const { seekerId } = granted(
      await office.perform(registerSeeker, neighbour, { values: sampleSeeker(0), otherPerson: false }),
    );
    const input = {
      seekerId,
      postingId,
      phoned: true,
      certainSeekers: false,
      interview: { on: null, at: null, place: null, contact: null },
      note: null,
    };
    await expect(office.perform(makeReferral, clerk, input)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(office.perform(makeReferral, auditor, input)).rejects.toMatchObject({ name: 'Forbidden' });
    const { referralId } = granted(await office.perform(makeReferral, neighbour, input));
    const { reader } = office.database;
    const ours = await referralCard(reader, clerk, referralId);
    expect(ours?.referringOffice.name).toBe('ハローワーク見本川');
    expect(await referralCard(reader, neighbour, referralId)).not.toBeNull();
    const stranger = { ...neighbour, officeId: '00000000-0000-4000-8000-000000000000' };
    expect(await referralCard(reader, stranger, referralId)).toBeNull();
    // The list of what an establishment misses belongs to its own office.
    const { establishmentId } = (await referralCard(reader, clerk, referralId))?.referral ?? {};
    expect(await unregisteredResults(reader, clerk, establishmentId ?? '')).not.toBeNull();
    expect(await unregisteredResults(reader, neighbour, establishmentId ?? '')).toBeNull();
  });
});

describeOnEveryDatabase('選考結果', (open) => {
  test('is registered by the counter with the way it was told, also once the posting is invalid', async () => {
    const { refer, referral, register, accept, tryStop, office } = await referralOffice(open);
    const id = await refer();
    await accept(granted(await tryStop('2026-11-24')).requestId);
    granted(await register(id, 'hired', 'fax'));
    expect(await referral(id)).toMatchObject({
      state: 'hired',
      channel: 'fax',
      conditionsDiffered: false,
      settled: { on: '2026-11-24', by: office.staff.clerk.id },
    });
  });

  test('is registered by the employer while the posting is valid, not afterwards', async () => {
    const { refer, referral, register, accept, tryStop } = await referralOffice(open);
    const [first, second] = [await refer(), await refer()];
    granted(await register(first, 'not_hired', 'mypage'));
    expect(await referral(first)).toMatchObject({ state: 'not_hired', channel: 'mypage' });
    await accept(granted(await tryStop('2026-11-24')).requestId);
    expect(await register(second, 'hired', 'mypage')).toMatchObject({ code: 'result-posting-invalid' });
  });

  test('that the applicant withdrew is for the counter alone; MyPage is no way of the counter', async () => {
    const { office, refer, shown, register } = await referralOffice(open);
    const id = await refer();
    await expect(register(id, 'declined_by_applicant', 'mypage')).rejects.toMatchObject({ name: 'BadInput' });
    await expect(
      office.perform(registerResult, office.staff.clerk, {
        ...(await shown(id)),
        result: 'hired',
        channel: 'mypage',
        conditionsDiffered: false,
        conditionsNote: null,
      }),
    ).rejects.toMatchObject({ name: 'BadInput' });
    expect(await register(id, 'declined_by_applicant')).toMatchObject({ ok: true });
  });

  test('is decided once; a second one hears who was first', async () => {
    const { office, refer, shown, register } = await referralOffice(open);
    const seen = await shown(await refer());
    granted(await register(seen.referralId));
    await expect(
      office.perform(cancelReferral, office.staff.otherClerk, { ...seen, reason }),
    ).rejects.toMatchObject({ name: 'Conflict', decided: { action: 'referral.resultRegistered' } });
  });

  test('that was a mistake goes back to 未登録', async () => {
    const { office, refer, referral, shown, register } = await referralOffice(open);
    const id = await refer();
    granted(await register(id, 'hired'));
    granted(await office.perform(reopenReferral, office.staff.clerk, { ...(await shown(id)), reason }));
    expect(await referral(id)).toMatchObject({ state: 'referred', settled: null, channel: null });
  });

  test('that is missing is listed by age and by employer', async () => {
    const { office, refer, referMany, establishmentId } = await referralOffice(open);
    await referMany(2, '2026-11-02');
    await refer();
    const { reader } = office.database;
    const { clerk, neighbour } = office.staff;
    const shown = { page: 1, overdueBefore: '2026-11-03' };
    const overdue = await referralList(reader, clerk, { ...shown, tab: 'overdue' });
    expect(overdue.rows).toHaveLength(2);
    expect(overdue.counts).toEqual({ unregistered: 3, overdue: 2 });
    expect((await overdueEmployers(reader, clerk, shown)).rows).toEqual([
      expect.objectContaining({
        establishmentId,
        overdue: 2,
        unregistered: 3,
        oldest: '2026-11-02',
        restrictionId: null,
      }),
    ]);
    expect((await overdueEmployers(reader, neighbour, shown)).rows).toEqual([]);
  });
});
