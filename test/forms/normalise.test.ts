import { describe, expect, test } from 'vitest';
import {
  codePointLength,
  compact,
  digitsOnly,
  findUnusableCharacter,
  foldEmail,
  isWidthFolded,
  keepAsTyped,
  numberText,
  toKatakana,
  widenHalfKana,
} from '#app/forms/normalise.ts';

describe('names are kept as typed', () => {
  test.each([
    ['U+FA19 神', '\uFA19社'],
    ['U+FA10 塚', '貝\uFA10'],
    ['㈱', '㈱見本'],
    ['①', '第①工場'],
    ['㍿', '㍿見本'],
    ['full-width letters', 'ＡＢＣ商会'],
    ['髙 and 﨑', '髙﨑'],
    ['a letter with a variation selector', '葛\u{E0100}飾'],
  ])('%s stays', (_, name) => {
    expect(keepAsTyped(name)).toBe(name);
  });

  test('only surrounding space goes and ﾊﾝｶｸ kana is widened', () => {
    expect(keepAsTyped('　 ﾐﾎﾝｶﾞｯｷ 商会 　')).toBe('ミホンガッキ 商会');
  });

  test('ﾞ and ﾟ join their letter, and stand alone in full width where they cannot', () => {
    expect(widenHalfKana('ﾊﾟﾋﾟﾌﾟ ｳﾞ ｶﾞｷﾞ')).toBe('パピプ ヴ ガギ');
    expect(widenHalfKana('ｱﾞ あﾞ ﾟ')).toBe('ア゛ あ゛ ゜');
    expect(widenHalfKana('｢ｶﾅ･ｶﾅ｣､ｰ｡')).toBe('「カナ・カナ」、ー。');
  });
});

describe('フリガナ', () => {
  test.each([
    ['みほんしょうかい', 'ミホンショウカイ'],
    ['ﾐﾎﾝｼｮｳｶｲ', 'ミホンショウカイ'],
    ['ﾊﾟｰﾄﾞ', 'パード'],
    ['ヴァイオリン ゔぁいおりん', 'ヴァイオリン　ヴァイオリン'],
    ['サ-ビス', 'サービス'],
    ['  みほん   たろう ', 'ミホン　タロウ'],
    ['か\u3099', 'ガ'],
    ['いすゞ', 'イスヾ'],
  ])('%j is read %j', (typed, katakana) => {
    expect(toKatakana(typed)).toBe(katakana);
  });
});

describe('codes and numbers of any width', () => {
  test.each([
    '03-1234-5678',
    '０３－１２３４－５６７８',
    '03ー1234ー5678',
    '03 1234 5678',
    '(03)1234‐5678',
    '０３−１２３４—５６７８',
  ])('the phone number %j is 0312345678', (typed) => {
    expect(digitsOnly(typed)).toBe('0312345678');
  });

  test.each(['123-4567', '１２３－４５６７', '〒123-4567', '1234567', '１２３　４５６７'])(
    'the postal code %j is 1234567',
    (typed) => {
      expect(digitsOnly(typed)).toBe('1234567');
    },
  );

  test.each([
    '1,234,567',
    '１，２３４，５６７',
    '1234567円',
    '￥1,234,567',
    '１、２３４、５６７円',
    ' 1234567 ',
  ])('the amount %j is 1234567', (typed) => {
    expect(numberText(typed)).toBe('1234567');
  });

  test('a minus sign and odd commas are not swallowed', () => {
    expect(numberText('-5')).toBe('-5');
    expect(numberText('1,5')).toBe('1,5');
    expect(numberText('20．5日', '日')).toBe('20.5');
  });

  test('an e-mail address keeps the case before @ only', () => {
    expect(foldEmail(' Ｓａｉｙｏ@EXAMPLE.co.jp ')).toBe('Saiyo@example.co.jp');
  });

  test('a code keeps its hyphens', () => {
    expect(compact('派１３ー１２３４５６')).toBe('派13-123456');
  });

  test('only changed letters and digits are worth telling', () => {
    expect(isWidthFolded('０３')).toBe(true);
    expect(isWidthFolded('03－1234')).toBe(false);
    expect(isWidthFolded('1,234円')).toBe(false);
  });
});

describe('characters that are never stored', () => {
  test.each([
    ['NUL', 'あ\u0000い', { position: 2, codePoint: 'U+0000' }],
    ['a tab', '𠮷\tい', { position: 2, codePoint: 'U+0009' }],
    ['an unpaired surrogate', 'あい\uD800', { position: 3, codePoint: 'U+D800' }],
    ['a mark that reverses direction', '\u202Etxt', { position: 1, codePoint: 'U+202E' }],
    ['a line end in one line', 'あ\nい', { position: 2, codePoint: 'U+000A' }],
  ])('%s is found', (_, text, found) => {
    expect(findUnusableCharacter(text)).toEqual(found);
  });

  test('line ends belong in a text of several lines; 𠮷 and 👪 everywhere', () => {
    expect(findUnusableCharacter('あ\nい', { newlines: true })).toBeNull();
    expect(findUnusableCharacter('𠮷野家👨‍👩‍👧')).toBeNull();
  });

  test('length counts code points', () => {
    expect(codePointLength('𠮷野')).toBe(2);
    expect(codePointLength('か\u3099')).toBe(2);
  });
});
