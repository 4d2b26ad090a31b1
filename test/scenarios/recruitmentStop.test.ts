import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { rejectRequest } from '#app/procedures/changeRequest/reject.ts';
import { returnRequest } from '#app/procedures/changeRequest/return.ts';
import { withdrawRequest } from '#app/procedures/changeRequest/withdraw.ts';
import { refusalText } from '#app/text/refusals.ts';
import { answeredChanges } from '#db/queries/answeredChanges.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';
import { queueCounts } from '#db/queries/queue/counts.ts';
import { unfiltered } from '#db/queries/queue/filter.ts';
import { reviewChange } from '#db/queries/reviewChange.ts';
import { validPosting } from '#test/support/changes.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted } from '#test/support/world.ts';

describeOnEveryDatabase('募集停止 of a valid posting', (open) => {
  test('asked for today makes the posting invalid when the counter accepts it, and not before', async () => {
    const { posting, tryStop, accept, request, mails } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-11-24'));
    expect(await posting()).toMatchObject({ state: 'valid' });
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('募集停止の申込みを受け付けました'),
    ]);
    expect(await accept(requestId)).toMatchObject({ state: 'invalid' });
    expect(await posting()).toMatchObject({ state: 'invalid', invalidatedOn: '2026-11-24' });
    expect(await request(requestId)).toMatchObject({ state: 'accepted' });
    expect((await mails()).at(-1)?.text).toContain('求人は無効になりました。');
  });

  test('asked for a later day comes on that day, at the start of the day', async () => {
    const { posting, tryStop, accept, night, mails } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-12-01'));
    await accept(requestId);
    expect((await mails()).at(-1)?.text).toContain('2026年12月1日');
    await night('2026-11-30T23:59:00+09:00');
    expect(await posting()).toMatchObject({ state: 'valid', invalidatedOn: null });
    await night('2026-12-01T00:05:00+09:00');
    expect(await posting()).toMatchObject({ state: 'invalid', invalidatedOn: '2026-12-01' });
  });

  test('keeps its day although nothing ran for a week', async () => {
    const { posting, tryStop, accept, night } = await validPosting(open);
    await accept(granted(await tryStop('2026-12-01')).requestId);
    await night('2026-12-08T09:00:00+09:00');
    expect(await posting()).toMatchObject({ state: 'invalid', invalidatedOn: '2026-12-01' });
  });

  test('accepted after its day counts from the day of the acceptance', async () => {
    const { office, posting, tryStop, accept } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-11-25'));
    office.clock.moveTo('2026-11-27T09:00:00+09:00');
    await accept(requestId);
    expect(await posting()).toMatchObject({ state: 'invalid', invalidatedOn: '2026-11-27' });
  });

  test.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('may be asked for %s: %s', async (day, possible) => {
    const { tryStop } = await validPosting(open);
    const outcome = await tryStop(day);
    expect(outcome.ok).toBe(possible);
    if (!outcome.ok)
      expect(outcome.fields).toEqual([
        {
          field: 'stop_on',
          code: 'outside-days',
          params: { first: '2026-11-24', last: '2027-01-31' },
        },
      ]);
  });

  test('is returned with words, corrected and sent again as the same request', async () => {
    const { office, tryStop, request, decidable, mails } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-11-24'));
    const message = '面接中の方の結果を登録してから、日付を直してください。';
    granted(
      await office.perform(returnRequest, office.staff.clerk, { ...(await decidable(requestId)), message }),
    );
    expect(await request(requestId)).toMatchObject({ state: 'returned', answer: message });
    expect((await mails()).at(-1)?.subject).toContain('修正してください');
    expect((await mails()).at(-1)?.text).not.toContain('面接中');
    expect(granted(await tryStop('2026-11-30'))).toEqual({ requestId });
    expect(await request(requestId)).toMatchObject({
      state: 'submitted',
      answer: null,
      stopOn: '2026-11-30',
    });
  });

  test('is rejected with a reason, and the posting stays as it is', async () => {
    const { office, posting, tryStop, decidable, mails } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-11-24'));
    const message = '求職者への紹介が進んでいるため、お電話でご相談ください。';
    granted(
      await office.perform(rejectRequest, office.staff.clerk, { ...(await decidable(requestId)), message }),
    );
    expect(await posting()).toMatchObject({ state: 'valid' });
    expect((await mails()).at(-1)?.text).toContain('お受けできませんでした');
    expect(await tryStop('2026-11-25')).toMatchObject({ ok: true });
  });

  test('is withdrawn by the employer, after which the counter has nothing to decide', async () => {
    const { office, employer, tryStop, decidable } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-11-24'));
    granted(await office.perform(withdrawRequest, employer, await decidable(requestId)));
    await expect(
      office.perform(acceptRequest, office.staff.clerk, {
        ...(await decidable(requestId)),
        overrideReason: null,
      }),
    ).rejects.toMatchObject({ name: 'Conflict', decided: { action: 'changeRequest.withdrawn' } });
  });

  test('asked for twice is refused in words, also at the same moment', async () => {
    const { office, tryStop } = await validPosting(open);
    const both = await Promise.all([tryStop('2026-11-24'), tryStop('2026-11-25')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'change-open' });
    expect(await tryStop('2026-11-26')).toMatchObject({ code: 'change-open' });
    expect(refusalText('change-open')).toContain('まだ終わっていない申込み');
    const { clerk: actor } = office.staff;
    const moment = { actor, today: '2026-11-24', now: office.clock.now().toISOString() };
    expect(await queueCounts(office.database.reader, unfiltered, moment)).toMatchObject({ stop: 1 });
    const { counts } = await answeredChanges(office.database.reader, actor, { tab: 'ended', page: 1 });
    expect(counts).toEqual({ returned: 0, ended: 0 });
  });

  test('once settled for a later day leaves nothing else to ask', async () => {
    const { tryStop, tryExtension, accept } = await validPosting(open);
    await accept(granted(await tryStop('2026-12-01')).requestId);
    expect(await tryStop('2026-11-25')).toMatchObject({
      code: 'stop-settled',
      params: { day: '2026-12-01' },
    });
    expect(await tryExtension()).toMatchObject({ code: 'stop-settled' });
    expect(refusalText('stop-settled', { day: '2026-12-01' })).toContain('12月1日');
  });

  test('is decided once by two clerks; the other reads who decided, what and when', async () => {
    const { office, tryStop, decidable } = await validPosting(open);
    const shown = await decidable(granted(await tryStop('2026-11-24')).requestId);
    const answers = await Promise.allSettled([
      office.perform(acceptRequest, office.staff.clerk, { ...shown, overrideReason: null }),
      office.perform(rejectRequest, office.staff.otherClerk, { ...shown, message: 'できません。' }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const told = answers.find((answer) => answer.status === 'rejected');
    expect(told?.reason).toMatchObject({
      name: 'Conflict',
      decided: { by: expect.stringMatching(/見本/), at: '2026-11-24T01:00:00.000Z' },
    });
  });

  test('cannot be asked for where the MyPage is restricted; what was asked can be withdrawn', async () => {
    const { office, employer, tryStop, decidable } = await validPosting(open);
    const { requestId } = granted(await tryStop('2026-11-24'));
    await office.stores.restrictions.insert({
      id: randomUUID(),
      establishmentId: employer.establishmentId ?? '',
      officeId: office.staff.clerk.officeId,
      begunOn: '2026-11-24',
      verdictId: null,
      released: null,
    });
    granted(await office.perform(withdrawRequest, employer, await decidable(requestId)));
    expect(await tryStop('2026-11-25')).toMatchObject({
      code: 'feature-closed',
      params: { feature: 'posting-stop' },
    });
  });

  test('is out of reach of other employers, other offices and people without the right', async () => {
    const { office, shown, tryStop, decidable } = await validPosting(open);
    const other = await office.openedAtCounter('b@example.co.jp');
    const stop = { ...(await shown()), reason: 'ほかの人', stopOn: '2026-11-24' };
    await expect(office.perform(askStop, other, stop)).rejects.toMatchObject({ name: 'NotFound' });
    const { requestId } = granted(await tryStop('2026-11-24'));
    const seen = await decidable(requestId);
    const { reader } = office.database;
    expect(await mypageChange(reader, other, requestId)).toBeUndefined();
    expect(await reviewChange(reader, office.staff.neighbour, requestId)).toBeNull();
    await expect(office.perform(withdrawRequest, other, seen)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(
      office.perform(acceptRequest, office.staff.neighbour, { ...seen, overrideReason: null }),
    ).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(
      office.perform(acceptRequest, office.staff.auditor, { ...seen, overrideReason: null }),
    ).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });

  test('cannot be asked for a posting that is not valid', async () => {
    const { office, employer, posting, tryStop, accept } = await validPosting(open);
    await accept(granted(await tryStop('2026-11-24')).requestId);
    await expect(tryStop('2026-11-24')).rejects.toMatchObject({ name: 'Conflict' });
    expect((await posting()).state).toBe('invalid');
    const draft = await office.filledIn(employer);
    const stop = { postingId: draft.id, version: draft.version, reason: '下書き', stopOn: '2026-11-24' };
    await expect(office.perform(askStop, employer, stop)).rejects.toMatchObject({ name: 'Conflict' });
  });
});
