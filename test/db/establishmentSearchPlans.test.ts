import { expect, test } from 'vitest';
import { searchTerms } from '#app/components/establishment/searchTerms.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import { searchPartsOf } from '#app/domain/searchParts.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import { establishmentSearch } from '#db/queries/establishmentSearch.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { plansOf } from '#test/support/plans.ts';

const now = '2026-11-24T01:00:00.000Z';
const trades = ['製菓', '建設', '運輸', '食品', '電機', '薬局', '不動産', '介護'];

/** Two offices with as many establishments each, as the store writes them. */
async function fill({ writer }: TestDatabase, each: number): Promise<void> {
  const offices = ['office-1', 'office-2'];
  for (const [n, id] of offices.entries())
    await writer('office').insert({
      id,
      code: `990${n}1`,
      name: `見本所${n}`,
      phone: '0300009001',
      postal: '1000001',
      address: '架空県架空野市見本町1',
      prefecture: '11',
    });
  const establishments: Record<string, unknown>[] = [];
  const parts: Record<string, unknown>[] = [];
  for (const office_id of offices)
    for (let n = 0; n < each; n += 1) {
      const id = `${office_id}-${n}`;
      const name = `見本${trades[n % trades.length]}第${n}工場`;
      const keys = {
        name: searchKey(name),
        kana: searchKey(`ミホンダイ${n}`),
        places: [searchKey('架空野市')],
      };
      const columns = {
        number: null,
        corporateNumber: null,
        phone: `03${String(n * 7919).padStart(8, '0')}`,
      };
      establishments.push({
        id,
        office_id,
        state: 'registered',
        name,
        name_kana: keys.kana,
        phone: columns.phone,
        details: '{}',
        search_name: keys.name,
        search_kana: keys.kana,
        version: 1,
        created_at: now,
      });
      for (const part of searchPartsOf(columns, keys)) parts.push({ office_id, part, establishment_id: id });
    }
  await writer.transaction(async (transaction) => {
    await transaction.batchInsert('establishment', establishments, 400);
    await transaction.batchInsert('establishment_search_part', parts, 400);
  });
  await writer.raw('analyze');
}

const clerk: StaffActor = {
  kind: 'staff',
  id: '00000000-0000-7000-8000-000000000001',
  name: '窓口 花子（見本）',
  role: 'clerk',
  officeId: 'office-1',
};

describeOnEveryDatabase('The one box among many establishments', (open) => {
  test('reads the parts that begin with each word, and the records that have them all', async () => {
    const database = await open();
    await fill(database, 2000);
    for (const text of ['1234工場', '製菓 1232', '0300007919', '1101-012345-6']) {
      const plans = await plansOf(database, () =>
        establishmentSearch(database.reader, clerk, searchTerms(text), 1),
      );
      for (const plan of plans) {
        expect(plan).toMatch(/establishment_search_part_pkey|sqlite_autoindex_establishment_search_part_1/);
        expect(plan).not.toMatch(
          /SCAN establishment\b|Seq Scan on establishment\b|Seq Scan on establishment_search_part/,
        );
      }
    }
    const { rows } = await establishmentSearch(database.reader, clerk, searchTerms('製菓 1232'), 1);
    expect(rows[0]?.name).toBe('見本製菓第1232工場');
  }, 60_000);
});
