import { beforeEach, expect, test } from 'vitest';
import { searchTerms } from '#app/components/establishment/searchTerms.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { FormValues } from '#app/forms/field.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { correctEstablishment } from '#app/procedures/establishment/correct.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { establishmentSearch } from '#db/queries/establishmentSearch.ts';
import { establishmentsElsewhere } from '#db/queries/establishmentsElsewhere.ts';
import { demoOffice as sampleOffice } from '#fixtures/demo.ts';
import { establishments } from '#fixtures/establishments.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('The one box that finds establishments', (open) => {
  let database: TestDatabase;
  let office: World;
  let bakeryId: string;
  const bakery: FormValues = {
    ...establishments[0],
    phone: '0487654321',
    establishment_number: '1101-012345-6',
  };
  const builder: FormValues = {
    ...establishments[1],
    phone: '0480000002',
    establishment_number: '1101-000002-0',
  };

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    bakeryId = await register(bakery);
    await register(builder);
  });

  const register = async (values: FormValues, by: StaffActor = office.staff.clerk): Promise<string> =>
    granted(
      await office.perform(registerEstablishment, by, {
        values,
        knownOthers: [],
      }),
    ).establishmentId;

  const found = async (text: string, by: StaffActor = office.staff.clerk) => {
    const { rows } = await establishmentSearch(database.reader, by, searchTerms(text), 1);
    return rows.map(({ name, matched }) => [name, matched]);
  };

  test.each([
    ['1101-012345-6', 'number'],
    ['１１０１－０１２３４５－６', 'number'],
    ['11010123456', 'number'],
    ['1101-12345-6', 'number'],
    ['048-765-4321', 'phone'],
    ['7654321', 'phone'],
    [String(bakery.corporate_number), 'corporateNumber'],
    ['株式会社見本製菓', 'name'],
    ['見本製菓', 'name'],
    ['製菓', 'name'],
    ['みほんせいか', 'kana'],
    ['ﾐﾎﾝｾｲｶ', 'kana'],
    ['㈱見本製菓', 'name'],
    ['見本製菓株式會社', 'name'],
    ['製菓 見本', 'name'],
    ['セイカ　みほん', 'kana'],
    ['12345-6', 'parts'],
    ['製菓 4321', 'parts'],
  ])('finds 株式会社見本製菓 by %s', async (text, matched) => {
    expect(await found(text)).toEqual([['株式会社見本製菓', matched]]);
  });

  test('finds it by the e-mail address of its account, and says which', async () => {
    const values = { email: 'saiyo@mihon-seika.example.co.jp' };
    granted(await office.perform(registerEmail, office.staff.clerk, { establishmentId: bakeryId, values }));
    const terms = searchTerms('Saiyo@mihon');
    const { rows } = await establishmentSearch(database.reader, office.staff.clerk, terms, 1);
    expect(rows).toMatchObject([{ matched: 'email', email: values.email, account: 'mail_registered' }]);
  });

  test('puts a name that begins with the words before one that only has them', async () => {
    await register({
      ...establishments[2],
      name: '製菓材料の見本店',
      name_kana: 'ザイリョウ',
      phone: '0480000003',
      establishment_number: '1101-000003-0',
    });
    expect(await found('製菓')).toEqual([
      ['製菓材料の見本店', 'name'],
      ['株式会社見本製菓', 'name'],
    ]);
  });

  test('finds it by the place where it is, and after the names that have the word', async () => {
    const city = String(bakery.city);
    expect(await found(`製菓 ${city}`)).toEqual([['株式会社見本製菓', 'parts']]);
    await register({
      ...establishments[2],
      name: `${city}食堂`,
      name_kana: 'ショクドウ',
      phone: '0480000003',
      establishment_number: '1101-000003-0',
    });
    expect((await found(city))[0]).toEqual([`${city}食堂`, 'name']);
    expect(await found(city)).toContainEqual(['株式会社見本製菓', 'parts']);
  });

  test('finds a name by any form of its letters', async () => {
    await register({
      ...establishments[2],
      name: '有限会社髙﨑コーヒー',
      name_kana: 'タカサキコーヒー',
      phone: '0480000003',
      establishment_number: '1101-000003-0',
    });
    for (const text of ['高崎', '髙﨑', '高崎コ－ヒ－', '髙崎珈琲', 'たかさきこおひい', 'ﾀｶｻｷｺｰﾋｰ'])
      expect([text, (await found(text)).length]).toEqual([text, /珈琲|おひい/.test(text) ? 0 : 1]);
  });

  test('no longer finds what a correction has replaced', async () => {
    const record = await office.stores.establishments.find({ kind: 'all' }, bakeryId);
    granted(
      await office.perform(correctEstablishment, office.staff.clerk, {
        establishmentId: bakeryId,
        version: record?.version ?? 0,
        values: { ...bakery, name: '株式会社見本菓子舗' },
        reason: '名称変更（見本）',
        knownOthers: [],
      }),
    );
    expect(await found('製菓')).toEqual([]);
    expect(await found('菓子舗')).toEqual([['株式会社見本菓子舗', 'name']]);
  });

  test('takes wildcards of SQL literally', async () => {
    expect(await found('%')).toEqual([]);
    expect(await found('見本_菓')).toEqual([]);
  });

  test('finds nothing for an empty box', async () => {
    expect(await found('')).toEqual([]);
  });

  test("does not find another office's establishments; a whole number says which office to ask", async () => {
    const { neighbour, clerk } = office.staff;
    expect(await found('見本製菓', neighbour)).toEqual([]);
    const elsewhere = (by: StaffActor, number: string | null, corporateNumber: string | null = null) =>
      establishmentsElsewhere(database.reader, by, { number, corporateNumber });
    expect(await elsewhere(neighbour, '1101-012345-6')).toMatchObject([
      { name: '株式会社見本製菓', office: sampleOffice.name },
    ]);
    expect(await elsewhere(neighbour, null, String(bakery.corporate_number))).toHaveLength(1);
    expect(await elsewhere(neighbour, '1101-000009-9')).toEqual([]);
    expect(await elsewhere(neighbour, null)).toEqual([]);
    expect(await elsewhere(clerk, '1101-012345-6')).toEqual([]);
  });
});
