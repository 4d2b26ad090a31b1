import { expect, test } from 'vitest';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { extendedUntil } from '#app/procedures/changeRequest/judgement.ts';
import { refusalText } from '#app/text/refusals.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { validPosting } from '#test/support/changes.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted } from '#test/support/world.ts';

test.each([
  ['2027-01-31', '2027-02-28'],
  ['2028-01-31', '2028-02-29'],
  ['2027-02-28', '2027-03-31'],
  ['2028-02-29', '2028-03-31'],
  ['2026-11-30', '2026-12-31'],
  ['2026-12-31', '2027-01-31'],
])('a posting valid until %s is extended to %s', async (until, extended) => {
  expect(extendedUntil(await loadCatalogue('rules'), until, until)).toBe(extended);
});

describeOnEveryDatabase('有効期間の延長 of a posting', (open) => {
  test('is asked for from the day of the rule, and not the day before', async () => {
    const { office, tryExtension } = await validPosting(open);
    office.clock.moveTo('2026-12-30T23:59:59+09:00');
    const early = await tryExtension();
    expect(early).toMatchObject({ code: 'extension-too-early', params: { day: '2026-12-31' } });
    expect(refusalText('extension-too-early', { day: '2026-12-31' })).toContain('12月31日');
    office.clock.moveTo('2026-12-31T00:00:00+09:00');
    expect(await tryExtension()).toMatchObject({ ok: true });
  });

  test('moves the last day to the end of the next month under the same number, and the posting lives on', async () => {
    const { office, posting, tryExtension, accept, night, mails } = await validPosting(open);
    const { number } = await posting();
    office.clock.moveTo('2027-01-31T23:00:00+09:00');
    const { requestId } = granted(await tryExtension());
    expect(await posting()).toMatchObject({ validUntil: '2027-01-31' });
    await accept(requestId);
    expect(await posting()).toMatchObject({ state: 'valid', validUntil: '2027-02-28', number });
    expect((await mails()).at(-1)?.text).toContain('2027年2月28日');
    await night('2027-02-01T00:05:00+09:00');
    expect(await posting()).toMatchObject({ state: 'valid' });
    await night('2027-03-01T00:05:00+09:00');
    expect(await posting()).toMatchObject({ state: 'invalid', invalidatedOn: '2027-03-01' });
  });

  test('is granted once', async () => {
    const { office, tryExtension, accept } = await validPosting(open);
    office.clock.moveTo('2027-01-20T10:00:00+09:00');
    await accept(granted(await tryExtension()).requestId);
    office.clock.moveTo('2027-02-20T10:00:00+09:00');
    const again = await tryExtension();
    expect(again).toMatchObject({ code: 'extension-used', params: { times: 1 } });
    expect(refusalText('extension-used', { times: 1 })).toContain('1回まで');
  });

  test('that nobody decided in time ends with the posting and cannot be accepted any more', async () => {
    const { office, tryExtension, request, decidable, night } = await validPosting(open);
    office.clock.moveTo('2027-01-31T10:00:00+09:00');
    const { requestId } = granted(await tryExtension());
    office.clock.moveTo('2027-02-01T00:01:00+09:00');
    await expect(
      office.perform(acceptRequest, office.staff.clerk, {
        ...(await decidable(requestId)),
        overrideReason: null,
      }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    await night('2027-02-01T00:05:00+09:00');
    expect(await request(requestId)).toMatchObject({ state: 'void' });
  });

  test('and 募集停止 are not both open at once', async () => {
    const { office, tryExtension, tryStop } = await validPosting(open);
    office.clock.moveTo('2027-01-20T10:00:00+09:00');
    granted(await tryStop('2027-01-25'));
    expect(await tryExtension()).toMatchObject({ code: 'change-open' });
  });
});
