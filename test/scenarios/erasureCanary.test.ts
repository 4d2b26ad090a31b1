import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { withMypage } from '#db/stores/erasureMap.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { canary, fullMypage } from '#test/support/fullMypage.ts';
import { eraseInTheNight, letErase } from '#test/support/retention.ts';
import { granted, password } from '#test/support/world.ts';

/** Every row of every table, by table. */
async function everyRow({ dialect, reader, settings }: TestDatabase): Promise<Record<string, object[]>> {
  const tables: string[] =
    dialect === 'sqlite'
      ? await reader('sqlite_master').where({ type: 'table' }).pluck('name')
      : await reader('pg_tables')
          .where({ schemaname: settings.dialect === 'postgres' ? settings.schema : '' })
          .pluck('tablename');
  const rows: Record<string, object[]> = {};
  for (const table of tables) rows[table] = await reader(table);
  return rows;
}

/** The bytes of the database's files; of PostgreSQL, every value of every column. */
async function everyByte(database: TestDatabase): Promise<Buffer> {
  const { settings } = database;
  if (settings.dialect === 'postgres') return Buffer.from(JSON.stringify(await everyRow(database)));
  const files = [settings.file, `${settings.file}-wal`];
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0)))));
}

describeOnEveryDatabase('What is left of an erased MyPage', (open) => {
  const erased = async () => {
    const mypage = await fullMypage(open);
    const { office, employer, establishmentId, invited } = mypage;
    await letErase(office);
    const other = await office.openedAtCounter('other@example.com');
    const { postingId: otherDraft } = granted(await office.perform(startDraft, other, {}));
    granted(await office.perform(withdrawMypage, employer, { currentPassword: password }));
    // 退会 takes invitations away; this one slips in.
    await office.stores.invitations.insert({
      id: randomUUID(),
      establishmentId,
      email: invited,
      invitedBy: employer.accountId,
      invitedAt: office.clock.now().toISOString(),
    });
    await office.runner.runDue();
    const before = { bytes: await everyByte(office.database), rows: await everyRow(office.database) };
    await eraseInTheNight(office, '2026-12-26');
    return { ...mypage, other, otherDraft, before };
  };

  test('is no byte of its personal values, in no table and no file', async () => {
    const { office, personal, before, imageId } = await erased();
    const known = (bytes: Buffer) => personal.filter((value) => bytes.includes(value));
    expect(known(before.bytes)).toEqual(personal);
    expect(known(await everyByte(office.database))).toEqual([]);
    expect(await office.room.files.read(imageId, 'picture')).toBeNull();
    const [ledger] = await office.ledger.lines();
    expect(personal.filter((value) => JSON.stringify(ledger).includes(value))).toEqual([]);
  });

  test('were rows in every table that the erasure map lets go with a MyPage', async () => {
    const { office } = await erased();
    const [certificate] = await office.database.writer('erasure_certificate');
    const counted = Object.keys(JSON.parse(certificate.counts));
    // A new table that goes with a MyPage: let test/support/fullMypage.ts write a row of it.
    expect(withMypage.map(({ table }) => table).filter((table) => !counted.includes(table))).toEqual([]);
  });

  test('is a chain of records that still holds, without its personal values', async () => {
    const { office, establishmentId } = await erased();
    const check = await office.stores.audit.verify(office.secrets.auditKey);
    expect(check.firstBad).toBeNull();
    const entries = await office.database.writer('audit_entry').where({ subject_id: establishmentId });
    expect(entries.length).toBeGreaterThan(0);
    const seqs = entries.map(({ seq }) => seq);
    expect(await office.database.writer('audit_personal').whereIn('seq', seqs)).toEqual([]);
  });

  test('leaves every row of another employer as it was', async () => {
    const { office, other, otherDraft, before } = await erased();
    const ids = [other.accountId, other.establishmentId ?? '', otherDraft, other.email];
    const ofOther = (rows: Record<string, object[]>) =>
      Object.entries(rows).flatMap(([table, all]) =>
        all
          .map((row) => `${table} ${JSON.stringify(row)}`)
          .filter((row) => ids.some((id) => row.includes(id))),
      );
    const kept = ofOther(before.rows).filter((row) => !/^(idempotency|session|key_request) /.test(row));
    expect(kept.length).toBeGreaterThan(5);
    expect(ofOther(await everyRow(office.database)).toSorted()).toEqual(kept.toSorted());
  });

  test('is the referral of the job seeker, without the employer, and its messages until their own day', async () => {
    const { office, referralId, seekerId, partner } = await erased();
    const row = await office.database.writer('referral').where({ id: referralId }).first();
    expect(row).toMatchObject({ seeker_id: seekerId, posting_id: null, establishment_id: null, note: null });
    const messages = await office.stores.messages.after({ kind: 'all' }, 0, 10);
    expect(messages.map(({ from }) => from)).toEqual(['employer', 'seeker']);
    expect(partner.actor.kind).toBe('partner');
    await eraseInTheNight(office, '2027-11-25', ['message.erase']);
    expect(await office.stores.messages.after({ kind: 'all' }, 0, 10)).toEqual([]);
    expect((await everyByte(office.database)).includes(canary)).toBe(false);
  });
});
