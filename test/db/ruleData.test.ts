import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { EnteredMinimumWage } from '#app/domain/minimumWage.ts';
import { contentRecords } from '#db/queries/contentRecords.ts';
import { minimumWages } from '#db/queries/minimumWages.ts';
import type { RecordedRefusalPeriod } from '#db/stores/refusalPeriods.ts';
import { completePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('What the rules look at beside a posting', (open) => {
  let database: TestDatabase;
  let office: World;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  });

  const wage = (changes: Partial<EnteredMinimumWage> = {}): EnteredMinimumWage => ({
    id: randomUUID(),
    prefecture: '13',
    from: '2026-10-01',
    yen: 1_300,
    source: '見本の公示',
    enteredBy: office.staff.supervisor.id,
    enteredAt: '2026-09-10T01:00:00.000Z',
    version: 1,
    ...changes,
  });

  test('a minimum wage is kept as it was entered, with who entered it', async () => {
    const entered = wage();
    await office.stores.minimumWages.insert(entered);
    expect(await office.stores.minimumWages.find(entered.id)).toEqual(entered);
    expect(await office.stores.minimumWages.ofPrefecture('13')).toEqual([entered]);
    const listed = await minimumWages(database.reader, office.staff.clerk);
    expect(listed.entered).toContainEqual(entered);
    expect(listed.names[entered.id]).toBe('監督 一郎（見本）');
  });

  test.each<[string, Partial<EnteredMinimumWage>]>([
    ['of a prefecture that does not exist', { prefecture: '48' }],
    ['of no plausible amount', { yen: 126 }],
    ['from something that is no day', { from: 'R8.10.1' }],
    ['entered by nobody', { enteredBy: randomUUID() }],
  ])('the database takes no minimum wage %s', async (_, changes) => {
    await expect(office.stores.minimumWages.insert(wage(changes))).rejects.toThrow();
  });

  test('two minimum wages of a prefecture never begin on one day', async () => {
    await office.stores.minimumWages.insert(wage());
    await expect(office.stores.minimumWages.insert(wage({ yen: 1_301 }))).rejects.toThrow();
    await office.stores.minimumWages.insert(wage({ from: '2026-10-02' }));
    await office.stores.minimumWages.insert(wage({ prefecture: '14' }));
  });

  test('a minimum wage is changed and taken back only as it was shown', async () => {
    const entered = wage();
    await office.stores.minimumWages.insert(entered);
    await office.stores.minimumWages.update({ ...entered, yen: 1_310 });
    const stale = { name: 'StaleRecord' };
    await expect(office.stores.minimumWages.update(entered)).rejects.toMatchObject(stale);
    await expect(office.stores.minimumWages.remove(entered)).rejects.toMatchObject(stale);
    await office.stores.minimumWages.remove({ id: entered.id, version: 2 });
    expect(await office.stores.minimumWages.find(entered.id)).toBeUndefined();
  });

  const period = (changes: Partial<RecordedRefusalPeriod>): RecordedRefusalPeriod => ({
    id: randomUUID(),
    establishmentId: '',
    ground: 'repeated_violation',
    from: '2026-04-01',
    correctedOn: null,
    sentOrPublishedOn: null,
    recordedBy: office.staff.supervisor.id,
    recordedAt: '2026-04-02T01:00:00.000Z',
    version: 1,
    ...changes,
  });

  test('a posting is judged with the refusal periods of its own establishment, the earliest first', async () => {
    const establishmentId = await office.registered();
    const other = await office.registered();
    const sent = { ground: 'sent_to_prosecutors', sentOrPublishedOn: '2026-02-01' } as const;
    await office.stores.refusalPeriods.insert(period({ establishmentId, correctedOn: '2026-05-01' }));
    await office.stores.refusalPeriods.insert(period({ establishmentId, from: '2026-02-01', ...sent }));
    await office.stores.refusalPeriods.insert(period({ establishmentId: other }));
    expect(await office.stores.refusalPeriods.of(establishmentId)).toEqual([
      {
        ground: 'sent_to_prosecutors',
        from: '2026-02-01',
        correctedOn: null,
        sentOrPublishedOn: '2026-02-01',
      },
      {
        ground: 'repeated_violation',
        from: '2026-04-01',
        correctedOn: '2026-05-01',
        sentOrPublishedOn: null,
      },
    ]);
  });

  test.each<[string, Partial<RecordedRefusalPeriod>]>([
    ['for no ground of the law', { ground: 'dislike' as 'repeated_violation' }],
    ['corrected before it begins', { correctedOn: '2026-03-31' }],
    ['sent to prosecutors on no day', { ground: 'sent_to_prosecutors' }],
    ['of guidance that is a publication', { sentOrPublishedOn: '2026-04-01' }],
    ['of an establishment that does not exist', { establishmentId: randomUUID() }],
  ])('the database takes no refusal period %s', async (_, changes) => {
    const establishmentId = await office.registered();
    await expect(
      office.stores.refusalPeriods.insert(period({ establishmentId, ...changes })),
    ).rejects.toThrow();
  });

  test('a posting is judged beside the other live ones of its establishment, drafts left out', async () => {
    const employer = await office.openedAtCounter();
    const first = await office.submitted(employer, await office.filledIn(employer));
    await office.filledIn(employer, completePosting({ job_title: '下書きの職種' }));
    const second = await office.filledIn(employer, completePosting({ job_title: '営業' }));
    const others = async () => (await contentRecords(database.reader, employer, second)).others;
    expect(await others()).toEqual([
      {
        job_title: '一般事務',
        workplace_prefecture: '11',
        workplace_city: 'さいたま市大宮区',
        workplace_street: '仲町99番1号',
        employment_form: 'regular',
        work_time: 'full',
      },
    ]);
    await office.stores.postings.update({ ...first, state: 'invalid' });
    expect(await others()).toEqual([]);
  });
});
