import { expect, test } from 'vitest';
import type { Restriction } from '#app/domain/restriction.ts';
import { releaseRestriction } from '#app/procedures/restriction/release.ts';
import { refusalText } from '#app/text/refusals.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted } from '#test/support/world.ts';

const talk = { reason: '登録を約束した', spokenTo: '総務課　見本 担当', channel: 'phone' } as const;

async function restrictable(open: OpenDatabase) {
  const parts = await referralOffice(open);
  const { office, establishmentId } = parts;
  const current = () => office.stores.restrictions.openOf(establishmentId);
  const begun = async (): Promise<Restriction> => {
    const found = await current();
    if (!found) throw new Error('Not restricted.');
    return found;
  };
  const tryRelease = async (promisedOn: string | null, by = office.staff.clerk) =>
    office.perform(releaseRestriction, by, { restrictionId: (await begun()).id, ...talk, promisedOn });
  return { ...parts, current, begun, tryRelease };
}

describeOnEveryDatabase('利用制限', (open) => {
  test('falls at 51 results three weeks on, the night after the last day has ended', async () => {
    const { office, referMany, night, current, begun, mailsOf } = await restrictable(open);
    await referMany(51, '2026-11-24');
    await night('2026-12-15');
    expect(await current()).toBeUndefined();
    await night('2026-12-16');
    const restriction = await begun();
    expect(restriction).toMatchObject({ begunOn: '2026-12-16', released: null });
    const stored = await office.stores.verdicts.find(restriction.verdictId ?? '');
    expect(stored).toMatchObject({
      subject: { type: 'establishment' },
      occasion: 'restrict',
      verdict: { outcome: 'restrict', ruleSet: 'restriction/overdue-results' },
    });
    expect(stored?.verdict.facts['referrals.unregisteredOn']).toHaveLength(51);
    expect(mailsOf('mail.restricted')).toHaveLength(1);
    expect(mailsOf('mail.restricted')[0]?.text).toContain('50件を超えた');
    await night('2026-12-17');
    expect(mailsOf('mail.restricted')).toHaveLength(1);
  });

  test('does not fall at 50', async () => {
    const { referMany, night, current } = await restrictable(open);
    await referMany(50, '2026-11-24');
    await night('2026-12-16');
    expect(await current()).toBeUndefined();
  });

  test('is not lifted by registering results, only by the office', async () => {
    const { referMany, register, night, current, tryRelease, mailsOf } = await restrictable(open);
    const [first = '', second = ''] = await referMany(51, '2026-11-24');
    await night('2026-12-16');
    granted(await register(first, 'hired', 'mypage'));
    granted(await register(second));
    await night('2026-12-17');
    expect(await current()).toBeDefined();
    granted(await tryRelease(null));
    expect(await current()).toBeUndefined();
    await night('2026-12-18');
    expect(await current()).toBeUndefined();
    expect(mailsOf('mail.restrictionReleased')).toHaveLength(1);
  });

  test('that is lifted above the limit asks for a promised day, within the days of the rule', async () => {
    const { referMany, night, tryRelease } = await restrictable(open);
    await referMany(52, '2026-11-24');
    await night('2026-12-16');
    const missing = await tryRelease(null);
    expect(missing).toMatchObject({ code: 'release-promise-missing', params: { count: 52, most: 50 } });
    expect(refusalText('release-promise-missing', { count: 52, most: 50 })).toContain('52件');
    expect(await tryRelease('2026-12-15')).toMatchObject({ code: 'fields-wrong' });
    expect(await tryRelease('2026-12-31')).toMatchObject({ code: 'fields-wrong' });
    granted(await tryRelease('2026-12-30'));
  });

  test('falls again the night after the promised day, where the results are still missing', async () => {
    const { referMany, night, current, begun, tryRelease, mailsOf } = await restrictable(open);
    await referMany(51, '2026-11-24');
    await night('2026-12-16');
    granted(await tryRelease('2026-12-20'));
    await night('2026-12-17');
    await night('2026-12-20');
    expect(await current()).toBeUndefined();
    await night('2026-12-21');
    expect(await begun()).toMatchObject({ begunOn: '2026-12-21' });
    expect(mailsOf('mail.restricted')).toHaveLength(2);
  });

  test('does not fall again where the promise was kept', async () => {
    const { referMany, register, night, current, tryRelease } = await restrictable(open);
    const [first = ''] = await referMany(51, '2026-11-24');
    await night('2026-12-16');
    granted(await tryRelease('2026-12-20'));
    granted(await register(first));
    await night('2026-12-21');
    expect(await current()).toBeUndefined();
  });

  test('is lifted once by two clerks; the other reads who did it', async () => {
    const { office, referMany, night, begun } = await restrictable(open);
    await referMany(51, '2026-11-24');
    await night('2026-12-16');
    const input = { restrictionId: (await begun()).id, ...talk, promisedOn: '2026-12-20' };
    const both = await Promise.allSettled([
      office.perform(releaseRestriction, office.staff.clerk, input),
      office.perform(releaseRestriction, office.staff.otherClerk, input),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      name: 'Conflict',
      decided: { action: 'restriction.released' },
    });
  });

  test('is out of reach of another office and of an auditor', async () => {
    const { office, referMany, night, tryRelease } = await restrictable(open);
    await referMany(51, '2026-11-24');
    await night('2026-12-16');
    await expect(tryRelease('2026-12-20', office.staff.neighbour)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(tryRelease('2026-12-20', office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
  });
});
