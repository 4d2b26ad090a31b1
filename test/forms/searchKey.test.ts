import { describe, expect, test } from 'vitest';
import { standardForms } from '#app/forms/kanjiVariants.ts';
import { matchedRange, searchKey, searchWords } from '#app/forms/searchKey.ts';

describe('What a name is searched by', () => {
  test.each([
    ['株式会社見本商会', '見本商会'],
    ['見本商会㈱', '見本商会'],
    ['（有）見本 商会', '見本商会'],
    ['㍿見本商会', '見本商会'],
    ['株式會社見本商會', '見本商会'],
    ['一般社団法人見本商会', '見本商会'],
    ['カブシキガイシャミホンショウカイ', 'ミホンシヨウカイ'],
    ['ﾐﾎﾝしょうかい', 'ミホンシヨウカイ'],
    ['見本コーヒー', '見本コヒ'],
    ['見本コ-ヒ－', '見本コヒ'],
    ['ＡＢＣ Ltd.', 'abcltd'],
    ['Ａ・Ｂ＆Ｃ', 'abc'],
    ['\uFA19社', '神社'],
    ['葛\u{E0100}飾', '葛飾'],
    ['髙﨑', '高崎'],
    ['渡邊', '渡辺'],
    ['澤と沢', '沢ト沢'],
    ['齋藤', '斎藤'],
    ['斉藤', '斎藤'],
    ['佐々木', '佐佐木'],
    ['霞が関', '霞ケ関'],
    ['霞ヶ関', '霞ケ関'],
    ['見本ガス', '見本ガス'],
    ['かなづち', 'カナズチ'],
    ['〒330-0801', '3300801'],
  ])('%s is %s', (name, key) => {
    expect(searchKey(name)).toBe(key);
  });

  test('a 法人格 alone stays, so that it finds something', () => {
    expect(searchKey('株式会社')).toBe('株式会社');
  });

  test('nothing but marks is nothing', () => {
    expect(searchKey('-・ー（）')).toBe('');
  });
});

describe('What is typed into the box', () => {
  test.each([
    ['製菓　見本', ['製菓', '見本']],
    ['株式会社 見本製菓', ['見本製菓']],
    ['株式会社', ['株式会社']],
    ['048-765-4321', ['0487654321']],
    ['　', []],
  ])('%s is read as parts', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });
});

describe('The part that is marked', () => {
  test.each([
    ['株式会社髙橋製作所', '高橋', { start: 4, end: 6 }],
    ['コーヒーの見本', 'コヒ', { start: 0, end: 3 }],
    ['𠮷野家', '吉野', { start: 0, end: 3 }],
    ['見本', '', null],
    ['見本', '別', null],
  ])('of %s by %s', (text, key, range) => {
    expect(matchedRange(text, key)).toEqual(range);
  });
});

describe('The table of kanji forms', () => {
  test('has each form once, and leaves to NFKC what NFKC does', () => {
    const standards = new Set(standardForms.values());
    expect([...standardForms.keys()].filter((letter) => standards.has(letter))).toEqual([]);
    expect([...standardForms.keys()].filter((letter) => letter.normalize('NFKC') !== letter)).toEqual([]);
  });
});
