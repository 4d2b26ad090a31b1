import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { correctRefusalPeriod } from '#app/procedures/refusalPeriod/correct.ts';
import { lastDayOfRefusal } from '#app/procedures/refusalPeriod/end.ts';
import { recordRefusalPeriod } from '#app/procedures/refusalPeriod/record.ts';
import { employerRecords } from '#db/queries/employerRecords.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('求人不受理 of an establishment', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
  });

  const input = (changes: object = {}) => ({
    establishmentId: employer.establishmentId ?? '',
    ground: 'sent_to_prosecutors' as const,
    beginsOn: '2026-11-01',
    sentOrPublishedOn: '2026-11-01',
    correctedOn: null,
    ...changes,
  });
  const recordIt = (changes: object = {}, by = office.staff.supervisor) =>
    office.perform(recordRefusalPeriod, by, input(changes));
  const periods = async () =>
    (await employerRecords(database.reader, office.staff.clerk, employer.establishmentId ?? ''))
      ?.refusalPeriods ?? [];

  test('refuses its postings from the day it begins to the last day that the rules count', async () => {
    granted(await recordIt());
    const [period] = await periods();
    expect(period && lastDayOfRefusal(office.rules, period, '2026-11-24')).toBeNull();
    granted(
      await office.perform(correctRefusalPeriod, office.staff.supervisor, {
        refusalPeriodId: period?.id ?? '',
        version: 1,
        correctedOn: '2026-11-20',
      }),
    );
    const [corrected] = await periods();
    // A year from the day it was sent is later than six months from the correction.
    expect(corrected && lastDayOfRefusal(office.rules, corrected, '2026-11-24')).toBe('2027-11-01');

    office.clock.moveTo('2027-11-01T10:00:00+09:00');
    const draft = await office.filledIn(employer);
    // By then newer minimum wages are not entered, which is asked about.
    const submission = { postingId: draft.id, version: draft.version, confirmed: ['C02-rates'] };
    expect(await office.perform(submitPosting, employer, submission)).toMatchObject({
      code: 'content-ask-office',
    });
    office.clock.moveTo('2027-11-02T10:00:00+09:00');
    granted(await office.perform(submitPosting, employer, submission));
  });

  test('ends six months after the correction where it rests on guidance', async () => {
    const guidance = { ground: 'repeated_violation', sentOrPublishedOn: null, correctedOn: '2026-11-01' };
    granted(await recordIt(guidance));
    const [period] = await periods();
    expect(period && lastDayOfRefusal(office.rules, period, '2026-11-24')).toBe('2027-05-01');
  });

  test('is recorded and corrected by supervisors of its office, with days that can be', async () => {
    await expect(recordIt({}, office.staff.clerk)).rejects.toMatchObject({ name: 'Forbidden' });
    const neighbour = { ...office.staff.neighbour, role: 'supervisor' as const };
    await expect(recordIt({}, neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await recordIt({ correctedOn: '2026-10-31' })).toMatchObject({
      fields: [{ field: 'corrected_on', code: 'before-begin' }],
    });
    expect(await recordIt({ sentOrPublishedOn: '2026-11-25' })).toMatchObject({
      fields: [{ field: 'sent_or_published_on', code: 'in-future' }],
    });
    granted(await recordIt());
    const refusalPeriodId = (await periods())[0]?.id ?? '';
    const correct = (version: number, by = office.staff.supervisor) =>
      office.perform(correctRefusalPeriod, by, { refusalPeriodId, version, correctedOn: '2026-11-20' });
    await expect(correct(1, neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    granted(await correct(1));
    await expect(correct(2)).rejects.toMatchObject({ name: 'Conflict' });
  });
});
