import { expect, test } from 'vitest';
import { jobList } from '#db/queries/jobs.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('処理待ち', (open) => {
  const applied = async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const posting = await office.submitted(employer, await office.filledIn(employer));
    return { database, office, posting };
  };

  test('names the posting a mail is about to the office it is in, and to no other', async () => {
    const { database, office, posting } = await applied();
    const own = await jobList(database.reader, office.staff.clerk, 'ready', 1);
    expect(own.rows.filter(({ kind }) => kind === 'mail.postingReceived')).toMatchObject([
      { posting: { id: posting.id, jobTitle: posting.jobTitle } },
    ]);
    const other = await jobList(database.reader, office.staff.neighbour, 'ready', 1);
    expect(other.total).toBe(own.total);
    expect(other.rows.every((row) => row.posting === null)).toBe(true);
  });

  test('shows what has ended last first, and what waits longest first', async () => {
    const { database, office } = await applied();
    const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;
    const [waiting] = await database.reader('job').where({ state: 'ready' });
    await database.writer('job').insert([
      { ...waiting, id: 'early', dedupe: 'early', run_at: at(1), state: 'done' },
      { ...waiting, id: 'late', dedupe: 'late', run_at: at(2), state: 'done' },
      { ...waiting, id: 'first', dedupe: 'first', run_at: at(0), state: 'ready' },
    ]);
    const ids = async (state: 'done' | 'ready') =>
      (await jobList(database.reader, office.staff.clerk, state, 1)).rows.map(({ id }) => id);
    const done = await ids('done');
    expect(done.indexOf('late')).toBeLessThan(done.indexOf('early'));
    expect((await ids('ready'))[0]).toBe('first');
  });
});
