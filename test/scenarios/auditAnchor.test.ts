import { expect, test } from 'vitest';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { eraseInTheNight } from '#test/support/retention.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The anchor of the audit chain', (open) => {
  const anchored = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    await office.openedAtCounter();
    await eraseInTheNight(office, '2026-11-25', ['audit.anchor']);
    const [anchor] = await office.database.writer('audit_anchor');
    return { office, anchor, verify: () => office.stores.audit.verify(office.secrets.auditKey) };
  };

  test('is taken every night, and stands in the log with its signature', async () => {
    const { office, anchor, verify } = await anchored();
    const { seq, hash, at, signature } = anchor;
    expect(office.logged).toEqual([`audit.anchored ${seq} ${hash} ${at} ${signature}`]);
    const row = await office.database.writer('audit_entry').where({ seq }).first();
    expect(row.hash).toBe(hash);
    expect((await verify()).firstBad).toBeNull();
  });

  test('misses what is cut off the end, even when the head is written anew', async () => {
    const { office, anchor, verify } = await anchored();
    const knex = office.database.writer;
    const kept = anchor.seq - 2;
    await knex('audit_personal').where('seq', '>', kept).delete();
    await knex('audit_entry').where('seq', '>', kept).delete();
    const last = await knex('audit_entry').where({ seq: kept }).first();
    await knex('audit_head').where({ id: 1 }).update({ seq: kept, hash: last.hash });
    expect((await verify()).firstBad).toBe(kept + 1);
  });

  test('is not one that this installation has not signed', async () => {
    const { office, anchor, verify } = await anchored();
    await office.database
      .writer('audit_anchor')
      .where({ seq: anchor.seq })
      .update({ signature: '0'.repeat(64) });
    expect((await verify()).firstBad).toBe(anchor.seq);
  });
});
