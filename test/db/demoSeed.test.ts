import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isOpenDay } from '#app/domain/calendar.ts';
import { openPictureRoom } from '#app/pictures.server.ts';
import { createSecrets } from '#app/secrets.server.ts';
import { seedDemo, seedState } from '#db/seeds/demo.ts';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { createStores } from '#db/stores/index.ts';
import { demoEmployers, demoOffice, demoPassword, neighbourOffice } from '#fixtures/demo.ts';
import { demoPostings } from '#fixtures/demoPostings.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { testDatabase } from '../support/database.ts';
import { memoryFiles } from '../support/memoryFiles.ts';

const secrets = createSecrets('a secret of the tests, long enough for every use of it');

describe('the invented office, seeded on a closed day after New Year', async () => {
  const database = await testDatabase();
  const { reader, writer } = database;
  const read = createStores(reader, database.dialect);

  beforeAll(async () => {
    await writer.raw('PRAGMA synchronous=OFF');
    expect(await seedState(read)).toBe('empty');
    await seedDemo({
      database,
      rules: await loadCatalogue(path.resolve('rules')),
      secrets,
      present: new Date('2026-01-02T10:00:00+09:00'),
      origin: 'http://localhost:3000',
      room: openPictureRoom(memoryFiles(() => 0)),
    });
  }, 90_000);

  test('it is known to be complete', async () => {
    expect(await seedState(read)).toBe('seeded');
  });

  test('every posting has come to the state of its story', async () => {
    const states: string[] = await reader('posting').where('office_id', demoOffice.id).pluck('state');
    expect(states.toSorted()).toEqual(demoPostings.map(({ end }) => end).toSorted());
  });

  test('every visit is due on a day on which the office is open', async () => {
    const calendar = officeCalendar(await read.offices.daysOf(demoOffice.id));
    const dates: string[] = await reader('posting')
      .where('office_id', demoOffice.id)
      .whereNotNull('due_date')
      .pluck('due_date');
    expect(dates.length).toBeGreaterThan(20);
    expect(dates.filter((date) => !isOpenDay(date, calendar))).toEqual([]);
  });

  test('nothing happens later than the present, and the audit chain holds', async () => {
    const instants: string[] = await reader('audit_entry').orderBy('seq').pluck('at');
    expect(instants.toSorted()).toEqual(instants);
    expect(instants.at(-1)?.slice(0, 13)).toBe('2026-01-02T01');
    expect((await verifyAuditChain(reader, secrets.auditKey)).firstBad).toBeNull();
  });

  test('one employer is restricted since last night, one stands at the limit', async () => {
    const missing: { establishment_id: string; results: unknown }[] = await reader('referral')
      .where({ state: 'referred' })
      .where('referred_on', '<', '2025-12-12')
      .groupBy('establishment_id')
      .select('establishment_id')
      .count({ results: '*' });
    const [most, second] = missing.toSorted((a, b) => Number(b.results) - Number(a.results));
    expect([most?.results, second?.results].map(Number)).toEqual([51, 50]);
    expect(await reader('restriction').select('establishment_id', 'begun_on', 'released_on')).toEqual([
      { establishment_id: most?.establishment_id, begun_on: '2026-01-02', released_on: null },
    ]);
  });

  test('no job waits, and every mail is in the 送信箱', async () => {
    expect(new Set(await reader('job').pluck('state'))).toEqual(new Set(['done']));
    const mails = await reader('job').where('kind', 'like', 'mail.%');
    expect(await reader('outbox_mail').pluck('id')).toHaveLength(mails.length);
  });

  test.each(demoEmployers)('$name can sign in with the demo password', async ({ email }) => {
    const account = await read.accounts.findByEmail(email);
    expect(await secrets.verify(demoPassword, account?.passwordHash ?? null)).toBe(true);
  });

  test('the other office has an establishment and a posting of its own', async () => {
    expect(await reader('posting').where('office_id', neighbourOffice.id)).toHaveLength(1);
    expect(await reader('establishment').where('office_id', neighbourOffice.id)).toHaveLength(1);
  });
});
