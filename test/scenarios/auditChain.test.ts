import { expect, test } from 'vitest';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The audit chain', (open) => {
  const worked = async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    await office.accepted(await office.visited(pending, '2026-11-24'));
    return { database, verify: () => verifyAuditChain(database.writer, office.secrets.auditKey) };
  };

  test('holds after a day of work, and still when the personal values are erased', async () => {
    const { database, verify } = await worked();
    const { rows, firstBad } = await verify();
    expect(rows).toBeGreaterThan(8);
    expect(firstBad).toBeNull();
    await database.writer('audit_personal').delete();
    expect(await verify()).toMatchObject({ rows, firstBad: null });
  });

  test('no personal value stands in it', async () => {
    const { database } = await worked();
    const text = JSON.stringify(await database.reader('audit_entry').select());
    expect(text).not.toContain('a@example.co.jp');
    expect(text).not.toContain('運転免許証');
  });

  test.each([
    [
      'another actor',
      (database: TestDatabase) =>
        database.writer('audit_entry').where({ seq: 5 }).update({ actor_id: 'somebody else' }),
    ],
    ['a removed row', (database: TestDatabase) => database.writer('audit_entry').where({ seq: 5 }).delete()],
    ['a cut tail', (database: TestDatabase) => database.writer('audit_entry').where('seq', '>=', 5).delete()],
  ] as const)('shows %s at its row', async (_what, tamper) => {
    const { database, verify } = await worked();
    await database.writer('audit_personal').delete();
    await tamper(database);
    expect((await verify()).firstBad).toBe(5);
  });
});
