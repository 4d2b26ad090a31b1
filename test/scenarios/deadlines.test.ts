import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { howWords } from '#app/components/deadline/how.ts';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { asAccepted, deadlineDays } from '#app/procedures/office/deadlineRules.ts';
import { holdPosting } from '#app/procedures/posting/hold.ts';
import { type DeadlineFilter, deadlineCounts, deadlineSheet, deadlines } from '#db/queries/deadlines.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The dates that the counter waits for', (open) => {
  const busy = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const { clerk, neighbour } = office.staff;
    const employer = await office.openedAtCounter();
    const accept = async () => {
      const sent = await office.submitted(employer, await office.filledIn(employer));
      return office.accepted(sent.dueDate === null ? sent : await office.visited(sent, '2026-11-24'));
    };
    const valid = await accept();
    const stopping = await accept();
    const shown = { postingId: stopping.id, version: stopping.version };
    const { requestId } = granted(
      await office.perform(askStop, employer, {
        ...shown,
        reason: '採用が決まったため',
        stopOn: '2026-12-15',
      }),
    );
    granted(await office.perform(acceptRequest, clerk, { requestId, version: 1, overrideReason: null }));

    office.clock.moveTo('2026-11-28T10:00:00+09:00');
    const other = await office.openedAtCounter('b@example.co.jp');
    const waiting = await office.submitted(other, await office.filledIn(other));
    const gone = await office.openedAtCounter('c@example.co.jp');
    const account = await office.stores.accounts.find(gone.accountId);
    if (!account) throw new Error('no account');
    await office.stores.accounts.update({ ...account, withdrawnOn: '2026-11-20' });

    const after = deadlineDays(office.rules, '2026-11-28');
    const filter = (more: Partial<DeadlineFilter> = {}): DeadlineFilter => ({
      from: '2026-12-01',
      to: '2026-12-31',
      kind: null,
      after,
      ...more,
    });
    const read = async (more: Partial<DeadlineFilter> = {}, actor = clerk) => {
      const { rows } = await deadlines(office.database.reader, actor, filter(more), 1);
      return rows.map((row) => ({
        kind: row.kind,
        date: row.date,
        id: row.id,
        how: howWords(asAccepted(office.rules, row), after),
      }));
    };
    return { office, read, filter, clerk, neighbour, valid, stopping, waiting, gone };
  };

  test('are listed with how each was counted, the earliest first', async () => {
    const { read, waiting, stopping, gone } = await busy();
    expect(await read()).toEqual([
      {
        kind: 'visit',
        date: '2026-12-11',
        id: waiting.id,
        how: '仮登録 11/28(土) ＋ 14日 ＝ 12/12(土)（閉庁：12/12(土)）→ 12/11(金)',
      },
      { kind: 'stop', date: '2026-12-15', id: stopping.id, how: '受理した募集停止の申込みで指定された日' },
      { kind: 'erasure', date: '2026-12-22', id: gone.accountId, how: '退会 11/20(金) ＋ 31日が過ぎた翌日' },
    ]);
  });

  test('are of one kind, one month or one day', async () => {
    const { read, valid, stopping } = await busy();
    const january = { from: '2027-01-01', to: '2027-01-31' };
    const ids = (await read({ ...january, kind: 'validity' })).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([valid.id, stopping.id].toSorted());
    expect((await read(january))[0]?.how).toBe('受理 11/24(火) の月の翌々月の末日');
    expect(await read({ kind: 'validity' })).toEqual([]);
    expect((await read({ from: '2026-12-22', to: '2026-12-22' })).map(({ kind }) => kind)).toEqual([
      'erasure',
    ]);
    expect(await read({ from: '2026-12-12', to: '2026-12-14' })).toEqual([]);
  });

  test('are counted day by day for the calendar, and stand on one sheet', async () => {
    const { office, filter, clerk } = await busy();
    expect(await deadlineCounts(office.database.reader, clerk, filter())).toEqual(
      expect.arrayContaining([
        { date: '2026-12-11', kind: 'visit', count: 1 },
        { date: '2026-12-15', kind: 'stop', count: 1 },
        { date: '2026-12-22', kind: 'erasure', count: 1 },
      ]),
    );
    expect(await deadlineSheet(office.database.reader, clerk, filter(), 2)).toHaveLength(2);
  });

  test('are those of the own office', async () => {
    const { read, neighbour } = await busy();
    expect(await read({}, neighbour)).toEqual([]);
  });

  test('are gone once somebody has come, or the posting has ended', async () => {
    const { office, read, waiting, stopping } = await busy();
    await office.visited(waiting, '2026-11-28');
    await office.stores.postings.update({
      ...(await office.now(stopping.id)),
      state: 'invalid',
      invalidatedOn: '2026-11-28',
    });
    expect((await read()).map(({ kind }) => kind)).toEqual(['erasure']);
  });
});

describeOnEveryDatabase('The dates of results, holds, checks and promises', (open) => {
  test('stand beside the others, each counted or named as it was', async () => {
    const parts = await referralOffice(open);
    const { office, referMany, establishmentId } = parts;
    const { clerk } = office.staff;
    await referMany(2, '2026-11-24');
    await referMany(1, '2026-11-25');
    const pending = await office.submitted(parts.employer, await office.filledIn(parts.employer));
    granted(
      await office.perform(holdPosting, clerk, {
        postingId: pending.id,
        version: pending.version,
        reason: '求人者の返事を待つ（見本）',
        until: '2026-12-04',
      }),
    );
    const restrictionId = randomUUID();
    await office.stores.restrictions.insert({
      id: restrictionId,
      establishmentId,
      officeId: clerk.officeId,
      begunOn: '2026-11-20',
      verdictId: null,
      released: {
        on: '2026-11-24',
        by: clerk.id,
        reason: '登録を約束した（見本）',
        promisedOn: '2026-12-18',
        spokenTo: '総務課　見本 担当',
        channel: 'phone',
        transferId: null,
      },
    });
    const after = deadlineDays(office.rules, '2026-11-24');
    const filter = { from: '2026-12-01', to: '2026-12-31', kind: null, after };
    const { rows } = await deadlines(office.database.reader, clerk, filter, 1);
    const shown = rows.map((row) => [
      row.date,
      row.kind,
      row.count,
      howWords(asAccepted(office.rules, row), after),
    ]);
    expect(shown.filter(([, kind]) => kind !== 'visit')).toEqual([
      ['2026-12-04', 'hold', 1, '11/24(火)に保留（求人者の返事を待つ（見本））'],
      ['2026-12-09', 'notice', 2, '紹介 11/24(火) から2週間が過ぎた翌日'],
      ['2026-12-10', 'notice', 1, '紹介 11/25(水) から2週間が過ぎた翌日'],
      ['2026-12-16', 'overdue', 2, '紹介 11/24(火) から3週間が過ぎた翌日（上限を超えると利用制限）'],
      ['2026-12-17', 'overdue', 1, '紹介 11/25(水) から3週間が過ぎた翌日（上限を超えると利用制限）'],
      ['2026-12-18', 'promise', 1, '11/24(火)の解除のときに約束した日'],
    ]);
    expect((await deadlines(office.database.reader, office.staff.neighbour, filter, 1)).total).toBe(0);
  });
});
