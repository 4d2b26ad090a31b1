import { describe, expect, test } from 'vitest';
import { addressLine } from '#app/components/address/candidate.ts';
import { lookupZip } from '#app/web/zip.server.ts';

describe('The addresses of a postal code', () => {
  test('one town', async () => {
    expect(await lookupZip('1040061')).toEqual([
      { prefecture: '13', prefectureName: '東京都', city: '中央区', town: '銀座' },
    ]);
  });

  test('are found however the code is typed', async () => {
    const found = await lookupZip('1040061');
    expect(await lookupZip('１０４－００６１')).toEqual(found);
    expect(await lookupZip('〒104 0061')).toEqual(found);
  });

  test('several towns are all listed', async () => {
    const towns = await lookupZip('452-0961');
    expect(towns.length).toBeGreaterThan(50);
    expect(towns.every((town) => town.city === '清須市')).toBe(true);
  });

  test('two prefectures under one code are both listed', async () => {
    expect((await lookupZip('4980000')).map(addressLine)).toEqual(['愛知県弥富市', '三重県桑名郡木曽岬町']);
  });

  test('an unknown code, or something that is no code, gives none', async () => {
    expect(await lookupZip('9999999')).toEqual([]);
    expect(await lookupZip('104')).toEqual([]);
    expect(await lookupZip('constructor')).toEqual([]);
    expect(await lookupZip('')).toEqual([]);
  });
});
