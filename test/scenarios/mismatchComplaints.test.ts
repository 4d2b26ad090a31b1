import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { holdReferrals } from '#app/procedures/complaint/holdReferrals.ts';
import { receiveComplaint } from '#app/procedures/complaint/receive.ts';
import { settleComplaint } from '#app/procedures/complaint/settle.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { complaintList, employerRecords } from '#db/queries/employerRecords.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A job seeker reports that the sheet differs from the work', (open) => {
  let database: TestDatabase;
  let office: World;
  let clerk: StaffActor;
  let employer: EmployerActor;
  let posting: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    clerk = office.staff.clerk;
    employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    posting = await office.accepted(await office.visited(sent, '2026-11-24'));
  });

  const complaint = (changes: object = {}) => ({
    establishmentId: posting.establishmentId,
    postingId: posting.id,
    receivedOn: '2026-11-20',
    topics: ['pay'] as const,
    description: '基本給が求人票より2万円低い。',
    holdsReferrals: false,
    ...changes,
  });
  const received = async (changes: object = {}): Promise<string> =>
    granted(await office.perform(receiveComplaint, clerk, complaint(changes))).complaintId;
  const settle = (complaintId: string, version = 1, by = clerk) =>
    office.perform(settleComplaint, by, {
      complaintId,
      version,
      outcome: 'sheet_corrected',
      note: '事業主に確認し、求人票を訂正した。',
    });

  test('the checks of its postings ask the clerk about it until it is settled, and never the employer', async () => {
    const id = await received();
    const again = await office.submitted(
      employer,
      await office.filledIn(employer, { ...posting.content, job_title: '営業' }),
    );
    const accept = async (reason: string | null) => {
      const { version } = await office.now(again.id);
      return office.perform(acceptPosting, clerk, {
        postingId: again.id,
        version,
        overrideReason: reason,
        note: null,
      });
    };
    granted(await accept(null));
    const kept = await office.stores.verdicts.latest({ type: 'posting', id: again.id }, 'acceptance/posting');
    expect(kept?.verdict.reasons.map(({ rule }) => rule)).toContain('C23-complaint');
    granted(await settle(id));
    const later = await office.submitted(
      employer,
      await office.filledIn(employer, { ...posting.content, job_title: '配送' }),
    );
    const after = await office.stores.verdicts.latest(
      { type: 'posting', id: later.id },
      'acceptance/posting',
    );
    expect(after?.verdict.reasons.map(({ rule }) => rule)).not.toContain('C23-complaint');
  });

  test('it is listed open, then settled, at its own office only', async () => {
    const id = await received();
    const listOf = async (by: StaffActor, open: boolean) =>
      (await complaintList(database.reader, by, { open, page: 1 })).rows.map((row) => row.id);
    expect(await listOf(clerk, true)).toEqual([id]);
    expect(await listOf(office.staff.neighbour, true)).toEqual([]);
    expect(
      await employerRecords(database.reader, office.staff.neighbour, posting.establishmentId),
    ).toBeNull();
    await expect(settle(id, 1, office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    granted(await settle(id));
    expect(await listOf(clerk, true)).toEqual([]);
    expect(await listOf(clerk, false)).toEqual([id]);
  });

  test('it is settled once: the second of two clerks is told so', async () => {
    const id = await received();
    const both = await Promise.allSettled([settle(id), settle(id, 1, office.staff.otherClerk)]);
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { name: 'Conflict' } },
    ]);
    await expect(settle(id, 2)).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('referrals to the posting are held on demand and let go when it is settled', async () => {
    const id = await received({ holdsReferrals: true });
    const refer = async (index: number) => {
      const values = sampleSeeker(index);
      const { seekerId } = granted(
        await office.perform(registerSeeker, clerk, { values, otherPerson: true }),
      );
      return office.perform(makeReferral, clerk, {
        seekerId,
        postingId: posting.id,
        phoned: true,
        certainSeekers: false,
        interview: { on: null, at: null, place: null, contact: null },
        note: null,
      });
    };
    expect(await refer(0)).toMatchObject({ code: 'referral-held' });
    const hold = (version: number, holds: boolean) =>
      office.perform(holdReferrals, clerk, { complaintId: id, version, holds });
    granted(await hold(1, false));
    expect(await office.stores.mismatchComplaints.holds(posting.id)).toBe(false);
    granted(await hold(2, true));
    granted(await settle(id, 3));
    granted(await refer(1));
  });

  test('a day to come, a hold without a posting, and a posting of somebody else are refused', async () => {
    expect(
      await office.perform(receiveComplaint, clerk, complaint({ receivedOn: '2026-11-25' })),
    ).toMatchObject({ fields: [{ field: 'received_on', code: 'in-future' }] });
    expect(
      await office.perform(receiveComplaint, clerk, complaint({ postingId: null, holdsReferrals: true })),
    ).toMatchObject({ fields: [{ field: 'posting_id', code: 'hold-needs-posting' }] });
    const other = await office.openedAtCounter('other@example.co.jp');
    const establishmentId = other.establishmentId ?? '';
    await expect(
      office.perform(receiveComplaint, clerk, complaint({ establishmentId })),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await expect(office.perform(receiveComplaint, office.staff.auditor, complaint())).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });
});
