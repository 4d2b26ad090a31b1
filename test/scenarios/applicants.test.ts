import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { registerResults } from '#app/procedures/referral/registerResults.ts';
import { applicantCard, applicants, missingResults, postingsOfApplicants } from '#db/queries/applicants.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { plansOf } from '#test/support/plans.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted } from '#test/support/world.ts';

const today = '2026-11-24';
const unregistered = { state: 'unregistered', postingId: null, today } as const;
const lastValidDay = '2027-01-31';
const dayAfter = '2027-02-01';

type Office = Awaited<ReturnType<typeof referralOffice>>;

/** Rows of the form as they were shown. */
const rowsOf = async (
  { shown }: Office,
  ids: readonly string[],
  result: 'hired' | 'not_hired' = 'not_hired',
) => {
  const rows = [];
  for (const id of ids)
    rows.push({
      ...(await shown(id)),
      result,
      conditionsDiffered: result === 'hired' ? true : null,
      conditionsNote: result === 'hired' ? '賃金を月額21万円にした' : null,
    });
  return rows;
};

describeOnEveryDatabase('応募者 of an employer', (open) => {
  test('are named with their letter on the last day of the posting, and no more on the day after', async () => {
    const { office, employer, refer, referral } = await referralOffice(open);
    const id = await refer();
    const { reader } = office.database;
    const card = await applicantCard(reader, employer, id, lastValidDay);
    expect(card?.letter?.applicant).toEqual({
      name: '見本　一恵',
      nameKana: 'ミホン　カズエ',
      number: expect.stringMatching(/^99010-/),
    });
    expect((await applicants(reader, employer, { ...unregistered, today: lastValidDay }, 1)).rows).toEqual([
      expect.objectContaining({ id, name: '見本　一恵', number: (await referral(id)).number }),
    ]);
    const late = await applicantCard(reader, employer, id, dayAfter);
    expect(late?.letter).toBeNull();
    expect(JSON.stringify(late)).not.toMatch(/見本　一恵|カズエ/);
    expect(late?.office.name).toBe('ハローワーク架空野');
    expect((await applicants(reader, employer, { ...unregistered, today: dayAfter }, 1)).rows).toEqual([]);
  });

  test('of another employer are out of reach', async () => {
    const { office, refer, referral, shown } = await referralOffice(open);
    const id = await refer();
    const other: EmployerActor = await office.openedAtCounter('b@example.co.jp');
    const { reader } = office.database;
    expect(await applicantCard(reader, other, id, today)).toBeNull();
    expect((await applicants(reader, other, unregistered, 1)).total).toBe(0);
    const row = { ...(await shown(id)), result: 'not_hired', conditionsDiffered: null, conditionsNote: null };
    await expect(
      office.perform(registerResults, other, { rows: [{ ...row, result: 'not_hired' }] }),
    ).rejects.toMatchObject({ name: 'NotFound' });
    expect((await referral(id)).state).toBe('referred');
  });

  test('are counted by what is missing here, what the office has to be told, and what is overdue', async () => {
    const { office, employer, referMany, refer, accept, tryStop } = await referralOffice(open);
    await referMany(2, '2026-11-02');
    await refer();
    const { reader } = office.database;
    const days = { today, overdueBefore: '2026-11-03' };
    expect(await missingResults(reader, employer, days)).toEqual({
      here: 3,
      atOffice: 0,
      noticed: 0,
      overdue: 2,
    });
    expect(await postingsOfApplicants(reader, employer, today)).toEqual([
      expect.objectContaining({ unregistered: 3 }),
    ]);
    await accept(granted(await tryStop('2026-11-24')).requestId);
    expect(await missingResults(reader, employer, days)).toEqual({
      here: 0,
      atOffice: 3,
      noticed: 0,
      overdue: 2,
    });
    expect(await postingsOfApplicants(reader, employer, today)).toEqual([]);
  });

  test('whose 紹介 was cancelled have no letter any more', async () => {
    const { office, employer, refer, referral } = await referralOffice(open);
    const id = await refer();
    await office.stores.referrals.update({
      ...(await referral(id)),
      state: 'cancelled',
      settled: { on: today, by: office.staff.clerk.id },
      cancelReason: '求人番号の取り違え',
    });
    const { reader } = office.database;
    const card = await applicantCard(reader, employer, id, today);
    expect(card).toMatchObject({ referral: { state: 'cancelled' }, letter: null });
    // Why the counter has cancelled is the counter's own.
    expect(JSON.stringify(card)).not.toContain('取り違え');
    for (const state of ['unregistered', 'registered'] as const)
      expect((await applicants(reader, employer, { ...unregistered, state }, 1)).total).toBe(0);
  });
});

describeOnEveryDatabase('The list of 応募者', (open) => {
  test('is read from the indexes of the employer, whatever is asked', async () => {
    const { office, employer, postingId, refer } = await referralOffice(open);
    const { reader, writer } = office.database;
    const model = await writer('referral')
      .where({ id: await refer() })
      .first();
    const seeker = await writer('job_seeker').first();
    const foreign = await office.openedAtCounter('z@example.co.jp');
    const { id: elsewhere } = await office.filledIn(foreign);
    const others = Array.from({ length: 3_000 }, (_, index) => ({
      index,
      seekerId: randomUUID(),
      number: `66010-${String(index).padStart(8, '0')}`,
    }));
    await writer.batchInsert(
      'job_seeker',
      others.map(({ index, seekerId, number }) => ({
        ...seeker,
        ...{ id: seekerId, number, inquiry_number: String(600_000_000 + index) },
      })),
      20,
    );
    const settled = { state: 'not_hired', settled_on: today, settled_by: 'x', channel: 'phone' };
    await writer.batchInsert(
      'referral',
      others.map(({ index, seekerId, number }) => ({
        ...model,
        ...{ id: randomUUID(), number, seeker_id: seekerId, posting_id: elsewhere },
        establishment_id: foreign.establishmentId,
        ...(index % 2 === 0 ? {} : settled),
      })),
      20,
    );
    await writer.raw('analyze');
    const plans = await plansOf(office.database, async () => {
      for (const state of ['unregistered', 'registered'] as const)
        for (const of of [null, postingId])
          await applicants(reader, employer, { state, postingId: of, today }, 1);
      await missingResults(reader, employer, { today, overdueBefore: today });
    });
    expect(plans).toHaveLength(9);
    for (const plan of plans) expect(plan).not.toMatch(/SCAN referral\b|Seq Scan on referral/);
  }, 60_000);
});

describeOnEveryDatabase('選考結果 by the employer', (open) => {
  test('is registered until the posting ends, the last day included', async () => {
    const { office, refer, register, referral } = await referralOffice(open);
    const [first, second] = [await refer(), await refer()];
    office.clock.moveTo(`${lastValidDay}T23:59:00+09:00`);
    granted(await register(first, 'not_hired', 'mypage'));
    office.clock.moveTo(`${dayAfter}T00:01:00+09:00`);
    expect(await register(second, 'not_hired', 'mypage')).toMatchObject({ code: 'result-posting-invalid' });
    expect((await referral(second)).state).toBe('referred');
    expect(await register(second, 'not_hired', 'phone')).toMatchObject({ ok: true });
  });

  test('stays open under a restriction, alone and together', async () => {
    const there = await referralOffice(open);
    const { office, employer, refer, restrict, register } = there;
    const [first, second] = [await refer(), await refer()];
    await restrict();
    granted(await register(first, 'hired', 'mypage'));
    expect(
      granted(await office.perform(registerResults, employer, { rows: await rowsOf(there, [second]) })),
    ).toEqual({ count: 1 });
    // Registering does not lift it.
    expect(await office.stores.restrictions.openOf(employer.establishmentId ?? '')).toBeDefined();
  });

  test('is closed by 利用不可, alone and together', async () => {
    const there = await referralOffice(open);
    const { office, employer, refer, register } = there;
    const id = await refer();
    const account = await office.stores.accounts.find(employer.accountId);
    if (!account) throw new Error('No account.');
    await office.stores.accounts.update({ ...account, suspendedOn: today });
    expect(await register(id, 'hired', 'mypage')).toMatchObject({ code: 'feature-closed' });
    expect(
      await office.perform(registerResults, employer, { rows: await rowsOf(there, [id]) }),
    ).toMatchObject({ code: 'feature-closed', params: { feature: 'applicants' } });
  });

  test('of the employer and of the clerk at the same moment: one of them is taken', async () => {
    const { office, employer, refer, referral, shown } = await referralOffice(open);
    const seen = await shown(await refer());
    const told = { ...seen, result: 'hired', conditionsDiffered: false, conditionsNote: null } as const;
    const both = await Promise.allSettled([
      office.perform(registerResult, employer, { ...told, channel: 'mypage' }),
      office.perform(registerResult, office.staff.clerk, { ...told, result: 'not_hired', channel: 'phone' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } });
    const { state, channel } = await referral(seen.referralId);
    expect([state, channel]).toEqual(channel === 'mypage' ? ['hired', 'mypage'] : ['not_hired', 'phone']);
  });
});

describeOnEveryDatabase('選考結果 of many at once', (open) => {
  test('is saved for all of them, each with its audit row', async () => {
    const there = await referralOffice(open);
    const { office, employer, refer, referral } = there;
    const ids = [await refer(), await refer(), await refer()];
    const rows = [...(await rowsOf(there, ids.slice(0, 1), 'hired')), ...(await rowsOf(there, ids.slice(1)))];
    expect(granted(await office.perform(registerResults, employer, { rows }))).toEqual({ count: 3 });
    expect(await referral(ids[0] ?? '')).toMatchObject({
      state: 'hired',
      channel: 'mypage',
      conditionsDiffered: true,
      conditionsNote: '賃金を月額21万円にした',
      settled: { on: today, by: employer.accountId },
    });
    expect(await referral(ids[2] ?? '')).toMatchObject({ state: 'not_hired', conditionsDiffered: null });
    const audited = await office.database
      .reader('audit_entry')
      .where({ action: 'referral.resultRegistered' })
      .pluck('subject_id');
    expect(audited.toSorted()).toEqual(ids.toSorted());
  });

  test('saves nothing where the counter has settled one of them meanwhile, and says which and how', async () => {
    const there = await referralOffice(open);
    const { office, employer, refer, referral, register } = there;
    const ids = [await refer(), await refer(), await refer()];
    const rows = await rowsOf(there, ids);
    granted(await register(ids[1] ?? '', 'declined_by_applicant', 'phone'));
    const { number } = await referral(ids[1] ?? '');
    expect(await office.perform(registerResults, employer, { rows })).toMatchObject({
      code: 'results-not-taken',
      fields: [
        {
          field: `result-${ids[1]}`,
          code: 'result-settled',
          params: { number, state: 'declined_by_applicant' },
        },
      ],
    });
    for (const id of [ids[0] ?? '', ids[2] ?? '']) expect((await referral(id)).state).toBe('referred');
    // Without that one the others are taken.
    const rest = rows.filter(({ referralId }) => referralId !== ids[1]);
    expect(granted(await office.perform(registerResults, employer, { rows: rest }))).toEqual({ count: 2 });
  });

  test('saves nothing where a posting has become invalid meanwhile', async () => {
    const there = await referralOffice(open);
    const { office, employer, refer, referral, accept, tryStop } = there;
    const id = await refer();
    // A second posting keeps 応募者管理 open.
    const sent = await office.submitted(employer, await office.filledIn(employer));
    const second = await office.accepted(
      sent.state === 'awaiting_visit' ? await office.visited(sent, today) : sent,
    );
    const other = await refer({ postingId: second.id });
    const rows = await rowsOf(there, [other, id]);
    await accept(granted(await tryStop('2026-11-24')).requestId);
    expect(await office.perform(registerResults, employer, { rows })).toMatchObject({
      code: 'results-not-taken',
      fields: [{ field: `result-${id}`, code: 'result-too-late' }],
    });
    expect((await referral(other)).state).toBe('referred');
  });

  test('takes an applicant once, and is for employers alone', async () => {
    const there = await referralOffice(open);
    const { office, employer, refer } = there;
    const [row] = await rowsOf(there, [await refer()]);
    if (!row) throw new Error('No row.');
    await expect(office.perform(registerResults, employer, { rows: [row, row] })).rejects.toMatchObject({
      name: 'BadInput',
    });
    await expect(office.perform(registerResults, office.staff.clerk, { rows: [row] })).rejects.toMatchObject({
      name: 'BadInput',
    });
    await expect(
      office.perform(registerResults, office.staff.auditor, { rows: [row] }),
    ).rejects.toMatchObject({ name: 'Forbidden' });
  });
});
