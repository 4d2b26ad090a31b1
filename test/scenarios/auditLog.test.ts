import { expect, test } from 'vitest';
import { verifyAudit } from '#app/procedures/audit/verify.ts';
import { type AuditFilter, auditEntry, auditLog, viewLog } from '#db/queries/auditLog.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

const everything: AuditFilter = {
  of: 'office',
  person: null,
  action: null,
  record: null,
  from: null,
  to: null,
};

describeOnEveryDatabase('The record of what was done', (open) => {
  const worked = async (from: OpenDatabase) => {
    const database = await from();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    office.clock.moveTo('2026-11-25T10:00:00+09:00');
    const posting = await office.accepted(await office.visited(pending, '2026-11-25'));
    const { auditor, neighbour } = office.staff;
    const read = async (filter: Partial<AuditFilter>, actor = auditor) =>
      (await auditLog(database.reader, actor, { ...everything, ...filter }, 1)).rows;
    return { database, office, employer, posting, read, auditor, neighbour };
  };

  test('names who did what to which record, the newest first, with what the employers and the jobs did', async () => {
    const { read, posting } = await worked(open);
    const [newest, ...earlier] = await read({});
    expect(newest).toMatchObject({
      action: 'posting.accepted',
      actorName: '窓口 花子（見本）',
      role: 'clerk',
      named: { kind: 'posting', pageId: posting.id, number: posting.number },
      detail: { number: posting.number },
    });
    expect(newest?.detail).not.toHaveProperty('personal');
    expect(earlier.map(({ action }) => action)).toContain('posting.submitted');
  });

  test('is filtered by person, act, number and day', async () => {
    const { office, read, posting, employer } = await worked(open);
    const actions = async (filter: Partial<AuditFilter>) => (await read(filter)).map(({ action }) => action);
    expect(new Set((await read({ person: 'employer' })).map(({ actorKind }) => actorKind))).toEqual(
      new Set(['employer']),
    );
    expect(await actions({ person: office.staff.supervisor.id })).toEqual([]);
    expect(await actions({ action: 'visit.registered' })).toEqual(['visit.registered']);
    expect(await actions({ from: '2026-11-25' })).toEqual(['posting.accepted', 'visit.registered']);
    expect(await actions({ to: '2026-11-24' })).not.toContain('posting.accepted');
    const byNumber = await read({ record: posting.number });
    expect(new Set(byNumber.map(({ subject }) => subject.id))).toEqual(new Set([posting.id]));
    const ofEstablishment = await actions({ record: employer.establishmentId });
    expect(ofEstablishment).toEqual(expect.arrayContaining(['establishment.registered', 'posting.accepted']));
  });

  test('stays within the office, also one entry and its personal values', async () => {
    const { database, read, neighbour, auditor } = await worked(open);
    expect(await read({}, neighbour)).toEqual([]);
    const [visit] = await read({ action: 'visit.registered' });
    const entry = await auditEntry(database.reader, auditor, visit?.seq ?? 0);
    expect(entry).toMatchObject({ personal: { identityDocument: '運転免許証' }, erased: false });
    expect(await auditEntry(database.reader, neighbour, visit?.seq ?? 0)).toBeNull();
    await database.writer('audit_personal').delete();
    expect(await auditEntry(database.reader, auditor, visit?.seq ?? 0)).toMatchObject({
      personal: {},
      erased: true,
    });
  });

  test('shows what belongs to no office apart, without personal values', async () => {
    const { database, office, read, auditor } = await worked(open);
    await office.setUpPassword('newcomer@example.co.jp', 'register');
    const rows = await read({ of: 'nobody' });
    expect(rows.map(({ action }) => action)).toContain('account.keyIssued');
    for (const { seq } of rows)
      expect((await auditEntry(database.reader, auditor, seq))?.personal).toEqual({});
  });

  test('tells who saw whom', async () => {
    const { database, office, posting, auditor, neighbour } = await worked(open);
    const { clerk } = office.staff;
    await office.stores.views.insert({
      id: '0190a000-0000-7000-8000-000000000001',
      at: '2026-11-25T02:00:00.000Z',
      actorId: clerk.id,
      officeId: clerk.officeId,
      screen: 'review',
      subjectId: posting.id,
    });
    const seen = async (filter: Partial<AuditFilter>, actor = auditor) =>
      (await viewLog(database.reader, actor, { ...everything, ...filter }, 1)).rows;
    expect(await seen({ record: posting.number })).toMatchObject([
      {
        actorName: '窓口 花子（見本）',
        screen: 'review',
        named: { kind: 'posting', number: posting.number },
      },
    ]);
    expect(await seen({ to: '2026-11-24' })).toEqual([]);
    expect(await seen({}, neighbour)).toEqual([]);
  });

  test('is checked from its first row to its head, and that it was checked is part of it', async () => {
    const { database, office, auditor, read } = await worked(open);
    const whole = granted(await office.perform(verifyAudit, auditor, {}));
    expect(whole).toMatchObject({ firstBad: null, rows: whole.head.seq });
    await database.writer('audit_entry').where({ seq: 3 }).update({ actor_id: 'somebody else' });
    expect(granted(await office.perform(verifyAudit, auditor, {}))).toMatchObject({ rows: 2, firstBad: 3 });
    expect((await read({ action: 'audit.verified' }))[0]?.detail).toMatchObject({ rows: 2, firstBad: 3 });
    await expect(office.perform(verifyAudit, office.staff.clerk, {})).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });

  test('added behind the head is found', async () => {
    const { database, office } = await worked(open);
    const last = await database.writer('audit_entry').orderBy('seq', 'desc').first();
    await database.writer('audit_entry').insert({ ...last, seq: last.seq + 1 });
    expect(await office.stores.audit.verify(office.secrets.auditKey)).toMatchObject({
      rows: last.seq,
      firstBad: last.seq + 1,
    });
  });
});
