import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Invariant, invariants } from '#app/domain/invariant.ts';
import { dueOnClosedDays } from '#app/procedures/invariant/closedDays.ts';
import { lookForInvariants } from '#app/procedures/invariant/look.ts';
import { invariantLook } from '#db/queries/invariants.ts';
import { createHandlers } from '#jobs/handlers/index.ts';
import { schedule } from '#jobs/schedule.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('States that should be impossible', (open) => {
  const worked = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const { writer, reader } = office.database;
    const { clerk, neighbour } = office.staff;
    const employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    const valid = await office.accepted(await office.visited(sent, '2026-11-24'));
    const other = await office.openedAtCounter('b@example.co.jp');
    const waiting = await office.submitted(other, await office.filledIn(other));
    const found = async (actor = clerk): Promise<[Invariant, string][]> => {
      const { hits, awaited, days } = await invariantLook(reader, actor, '2026-11-24', 50);
      return [...hits, ...dueOnClosedDays(awaited, days)].map(({ invariant, id }) => [invariant, id]);
    };
    const edit = (table: string, id: string, columns: Record<string, unknown>) =>
      writer(table).where({ id }).update(columns);
    return { office, writer, employer, valid, waiting, found, edit, neighbour };
  };

  test('are not there after a day of work', async () => {
    expect(await (await worked()).found()).toEqual([]);
  });

  test('are each found where somebody has made one, and lead to the record', async () => {
    const { office, writer, employer, valid, waiting, found, edit, neighbour } = await worked();
    await edit('posting', valid.id, { number: null, valid_until: '2026-11-23' });
    await writer('verdict').where({ subject_id: valid.id, rule_set: 'acceptance/posting' }).update({
      rule_set: 'acceptance/removed',
    });
    await edit('posting', waiting.id, { due_date: '2026-12-05' });
    await edit('account', employer.accountId, { password_hash: null });
    await office.stores.restrictions.insert({
      id: randomUUID(),
      establishmentId: employer.establishmentId ?? '',
      officeId: valid.officeId,
      begunOn: '2026-11-24',
      verdictId: null,
      released: null,
    });
    const job = randomUUID();
    const request = { kind: 'image.checkFiles', payload: { slot: '2026-11-24' }, dedupe: 'x' } as const;
    await office.stores.jobs.enqueue(request, '2026-11-24T01:00:00.000Z', job);
    await edit('job', job, { state: 'running' });
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['valid-without-number', valid.id],
        ['valid-without-verdict', valid.id],
        ['valid-after-its-end', valid.id],
        ['due-on-closed-day', waiting.id],
        ['account-without-password', employer.accountId],
        ['restriction-without-verdict', employer.establishmentId],
        ['job-without-lease', job],
      ]),
    );
    await edit('posting', waiting.id, { due_date: null });
    expect(await found()).toContainEqual(['waiting-without-due-date', waiting.id]);
    expect(await found(neighbour)).toEqual([['job-without-lease', job]]);
  });

  test('are looked for every night in all offices, and what was found is recorded', async () => {
    const { office, valid, edit } = await worked();
    expect(schedule.map(({ name }) => name)).toContain('invariant.look');
    expect(Object.keys(createHandlers({} as never))).toContain('invariant.look');
    await edit('posting', valid.id, { number: null });
    const night = { kind: 'system', job: 'invariant.look' } as const;
    expect(granted(await office.perform(lookForInvariants, night, {}))).toEqual({ found: 1 });
    const [entry] = await office.database.reader('audit_entry').orderBy('seq', 'desc').limit(1);
    expect(JSON.parse(entry.detail)).toMatchObject({ rows: 1, 'valid-without-number': 1 });
    await expect(office.perform(lookForInvariants, office.staff.supervisor, {})).rejects.toMatchObject({
      name: 'Forbidden',
    });
    expect(invariants).toHaveLength(new Set(invariants).size);
  });
});
