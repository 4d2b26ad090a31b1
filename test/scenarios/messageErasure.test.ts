import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import { messageErasureDay } from '#app/procedures/message/support.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openThread } from '#test/support/messages.ts';
import { granted } from '#test/support/world.ts';

/** The vectors of the leaflet's year: day of sending, last day kept. */
const vectors = [
  ['2023-02-28', '2024-02-29'],
  ['2024-02-29', '2025-02-28'],
  ['2026-12-31', '2027-12-31'],
] as const;

describeOnEveryDatabase('自動消去 of messages', (open) => {
  test.each(vectors)('sent on %s: kept through %s and erased in the night after', async (sentOn, lastDay) => {
    const { office, referralId, night, thread } = await openThread(open);
    await office.stores.messages.insert({
      id: '01900000-0000-7000-8000-000000000001',
      referralId,
      from: 'seeker',
      text: '一年の前',
      sentAt: `${sentOn}T03:00:00.000Z`,
      sentOn,
      readAt: null,
    });
    expect(messageErasureDay(office.rules, sentOn, lastDay)).toBe(addDays(lastDay, 1));
    await night(lastDay);
    expect(await thread()).toHaveLength(1);
    await night(addDays(lastDay, 1));
    expect(await thread()).toEqual([]);
  });

  test('takes both sides’ messages of a day and leaves those of the next', async () => {
    const { office, trySend, tryReceive, night, thread } = await openThread(open);
    granted(await trySend());
    granted(await tryReceive());
    office.clock.moveTo('2026-11-25T09:00:00+09:00');
    granted(await trySend('翌日'));
    await night('2027-11-25');
    expect(await thread()).toMatchObject([{ text: '翌日' }]);
    const [row] = await office.database.writer('audit_entry').where({ action: 'message.erased' });
    expect(JSON.parse(row.detail)).toMatchObject({ rows: 2, from: '2026-11-24', to: '2026-11-24' });
  });

  test('goes through more than one batch in one night', async () => {
    const { office, referralId, night, thread } = await openThread(open);
    for (let index = 0; index < 205; index += 1)
      await office.stores.messages.insert({
        id: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        referralId,
        from: 'employer',
        text: '多数',
        sentAt: '2026-11-24T03:00:00.000Z',
        sentOn: '2026-11-24',
        readAt: null,
      });
    await night('2027-11-25');
    expect(await thread()).toEqual([]);
  });

  test('leaves no byte of the text in the files of SQLite', async () => {
    const { office, trySend, night } = await openThread(open);
    const settings = office.database.settings;
    if (settings.dialect !== 'sqlite') return;
    const marker = 'カナリア色の手紙';
    granted(await trySend(marker));
    const bytes = async () =>
      Buffer.concat(
        await Promise.all(
          [settings.file, `${settings.file}-wal`].map((file) => readFile(file).catch(() => Buffer.alloc(0))),
        ),
      );
    expect((await bytes()).includes(marker)).toBe(true);
    await night('2027-11-25');
    expect((await bytes()).includes(marker)).toBe(false);
  });
});
