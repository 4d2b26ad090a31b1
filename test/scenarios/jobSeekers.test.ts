import { expect, test } from 'vitest';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { readForm } from '#app/forms/read.ts';
import { importSeekers } from '#app/procedures/seeker/import.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { updateSeeker } from '#app/procedures/seeker/update.ts';
import { refusalText } from '#app/text/refusals.ts';
import { seekerSearch } from '#db/queries/seekerSearch.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

const sample = (index: number, more = {}) => readForm(seekerForm, sampleSeeker(index, more)).values;

async function counter(open: OpenDatabase) {
  const database = await open();
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  const { clerk } = office.staff;
  const tryRegister = (values = sample(0), otherPerson = false, by = clerk) =>
    office.perform(registerSeeker, by, { values, otherPerson });
  const all = async (by = clerk) =>
    (await seekerSearch(database.reader, by, { key: null, digits: null }, 1)).rows;
  return { database, office, clerk, tryRegister, all };
}

describeOnEveryDatabase('求職者', (open) => {
  test('gets a 求職番号 of the office, counted on', async () => {
    const { tryRegister } = await counter(open);
    expect(granted(await tryRegister()).number).toBe('99010-00000001');
    expect(granted(await tryRegister(sample(1))).number).toBe('99010-00000002');
  });

  test('with the same name and birthday is registered once more only as another person', async () => {
    const { tryRegister } = await counter(open);
    granted(await tryRegister());
    const again = await tryRegister();
    expect(again).toMatchObject({ code: 'seeker-known', params: { numbers: '99010-00000001' } });
    expect(refusalText('seeker-known', { numbers: '99010-00000001' })).toContain('99010-00000001');
    expect(await tryRegister(sample(0), true)).toMatchObject({ ok: true });
  });

  test.each([
    ['the name', { appeal: '見本 一恵と申します' }, 'appeal'],
    ['the telephone number', { work_experience: '連絡は 0300-500000 まで' }, 'work_experience'],
    ['an e-mail address', { knowledge: 'me@example.co.jp' }, 'knowledge'],
  ])('whose public part holds %s is not registered', async (_, more, field) => {
    const { tryRegister } = await counter(open);
    expect(await tryRegister(sample(0, more))).toMatchObject({
      code: 'fields-wrong',
      fields: [{ field, code: 'says-who' }],
    });
  });

  test('can take back the wish to be found', async () => {
    const { office, clerk, tryRegister } = await counter(open);
    const { seekerId } = granted(await tryRegister(sample(0, { is_public: true })));
    const values = sample(0, { is_public: false });
    granted(await office.perform(updateSeeker, clerk, { seekerId, version: 1, values }));
    expect(await office.stores.jobSeekers.find({ kind: 'all' }, seekerId)).toMatchObject({
      isPublic: false,
      version: 2,
    });
    await expect(office.perform(updateSeeker, clerk, { seekerId, version: 1, values })).rejects.toMatchObject(
      { name: 'Conflict', decided: { action: 'seeker.updated' } },
    );
  });

  test('is out of reach of the neighbouring office, and an auditor only reads', async () => {
    const { office, tryRegister, all } = await counter(open);
    const { seekerId } = granted(await tryRegister());
    expect(await all(office.staff.neighbour)).toEqual([]);
    const change = { seekerId, version: 1, values: sample(0) };
    await expect(office.perform(updateSeeker, office.staff.neighbour, change)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(office.perform(updateSeeker, office.staff.auditor, change)).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });

  test('is found by part of the name or kana and by the beginning of the number', async () => {
    const { database, clerk, tryRegister } = await counter(open);
    granted(await tryRegister(sample(0)));
    granted(await tryRegister(sample(1)));
    const names = async (terms: { key: string | null; digits: string | null }) =>
      (await seekerSearch(database.reader, clerk, terms, 1)).rows.map(({ name }) => name);
    expect(await names({ key: '一恵', digits: null })).toEqual(['見本　一恵']);
    expect(await names({ key: 'ジロ', digits: null })).toEqual(['見本　二郎']);
    expect(await names({ key: null, digits: '9901000000001' })).toEqual(['見本　一恵']);
    expect(await names({ key: '100%', digits: null })).toEqual([]);
  });
});

describeOnEveryDatabase('求職者のCSV', (open) => {
  const row = (values: ReturnType<typeof sample>, number: string | null = null) => ({
    number,
    version: number === null ? null : 1,
    values,
  });

  test('adds new ones and changes those with a number, and leaves alone what is the same', async () => {
    const { office, clerk, tryRegister, all } = await counter(open);
    granted(await tryRegister(sample(0)));
    granted(await tryRegister(sample(1)));
    const rows = [
      row(sample(0), '99010-00000001'),
      row(sample(1, { wished_occupation: '調理' }), '99010-00000002'),
      row(sample(2)),
    ];
    expect(granted(await office.perform(importSeekers, clerk, { rows }))).toEqual({ added: 1, changed: 1 });
    const occupations = (await all()).map(({ number, wishedOccupation }) => [number, wishedOccupation]);
    expect(Object.fromEntries(occupations)).toEqual({
      '99010-00000001': '一般事務',
      '99010-00000002': '調理',
      '99010-00000003': '菓子の製造',
    });
    const same = [row(sample(0), '99010-00000001')];
    expect(await office.perform(importSeekers, clerk, { rows: same })).toMatchObject({
      code: 'seekers-known',
    });
  });

  test('enters nothing where somebody has changed one of them since the preview', async () => {
    const { office, clerk, tryRegister, all } = await counter(open);
    const { seekerId } = granted(await tryRegister(sample(0)));
    const change = { seekerId, version: 1, values: sample(0, { appeal: '直しました' }) };
    granted(await office.perform(updateSeeker, office.staff.otherClerk, change));
    const rows = [row(sample(1)), row(sample(0), '99010-00000001')];
    expect(await office.perform(importSeekers, clerk, { rows })).toMatchObject({ code: 'seekers-changed' });
    expect(await all()).toHaveLength(1);
  });
});
