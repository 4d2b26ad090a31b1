import { describe, expect, test } from 'vitest';
import { wageLineFields } from '#app/forms/minimumWage.ts';
import { prefectureCode, readWageFile, wageFileText } from '#app/forms/minimumWageCsv.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { fileProblemText } from '#app/text/staff/minimumWages.ts';

const saitama = { prefecture: '11', yen: 1200, from: '2026-10-01' };

describe('a table of minimum wages', () => {
  test.each([
    ['with headings in any order', '発効日,都道府県,時間額(円)\n2026-10-01,埼玉県,1200', 2],
    [
      'with columns that are not needed',
      '番号,コード,都道府県,額,引上げ額,発効年月日\n1,11,埼玉,1200,59,R8.10.1',
      2,
    ],
    ['without headings, by name', '埼玉,"1,200円",2026/10/1', 1],
    ['without headings, by code', '11,1200,2026-10-01', 1],
    ['without headings, by code and name', '11,埼玉県,1200,2026-10-01', 1],
    ['in full width', '"１１","１，２００円","令和８年１０月１日"', 1],
    ['copied out of a spreadsheet', '都道府県\t時間額\t発効日\n埼玉県\t1,200\t2026/10/1', 2],
  ])('%s', (_, text, line) => {
    expect(readWageFile(text)).toEqual({ wages: [{ line, ...saitama }], problems: [] });
  });

  test.each([
    ['1', '01'],
    ['01', '01'],
    ['北海道', '01'],
    ['東京', '13'],
    ['東京都', '13'],
    ['京都', '26'],
    ['大阪府', '27'],
    ['　沖縄県 ', '47'],
    ['48', null],
    ['北海', null],
    ['', null],
  ])('%j is prefecture %s', (text, code) => expect(prefectureCode(text)).toBe(code));

  test('written and read again says the same', () => {
    const text = wageFileText([{ ...saitama, source: '官報' }]);
    expect(text).toBe(
      '\uFEFF都道府県コード,都道府県,時間額（円）,発効日,出典\r\n11,埼玉県,1200,2026-10-01,官報\r\n',
    );
    expect(readWageFile(text).wages).toEqual([{ line: 2, ...saitama }]);
  });
});

describe('a table with mistakes', () => {
  const told = (text: string): readonly string[] =>
    readWageFile(text).problems.map(
      (problem) =>
        `${problem.line}: ${fileProblemText(problem, (error) => {
          const field = wageLineFields.find(({ name }) => name === error.field);
          return field ? fieldErrorText(error, field) : '';
        })}`,
    );

  test('is told every one of them, with its line, what was read and what to do', () => {
    const text = [
      '都道府県,時間額,発効日',
      'さいたま,1200,2026-10-01',
      '東京都,120円,2026-10-01',
      '神奈川県,千二百円,2026-13-01',
      ',1200,2026-10-01',
      '千葉県,1200.5,',
      '青森県,1,100,2026-10-01',
      '岩手県,1100,2026-10-01',
      '岩手,1101,R8.10.1',
    ].join('\n');
    expect(told(text)).toEqual([
      '2: 「さいたま」という都道府県はありません。名称かコード（01〜47）を書いてください。',
      '3: 時間額は500円から入力できます。いまの入力：「120円」',
      '4: 時間額は数字で入力してください。いまの入力：「千二百円」',
      '4: 発効日の日付は暦にありません。年月日を確かめてください。いまの入力：「2026-13-01」',
      '5: 都道府県がありません。名称かコード（01〜47）を書いてください。',
      '6: 時間額は小数のない数字で入力してください。いまの入力：「1200.5」',
      '6: 発効日を入力してください。',
      '7: 4列あります。3列にしてください。金額の桁区切りの「,」は消してください。',
      '9: 8行目と、都道府県も発効日も同じです。どちらかを消してください。',
    ]);
  });

  test.each([
    ['', '1: 額が1行もありません。都道府県・時間額・発効日を1行に1件書いてください。'],
    [
      '都道府県,時間額,発効日\n',
      '1: 額が1行もありません。都道府県・時間額・発効日を1行に1件書いてください。',
    ],
    [
      '都道府県,引上げ額\n埼玉県,59',
      '1: 「時間額」「発効日」の列がありません。見出しを「都道府県」「時間額」「発効日」とするか、見出しを消してこの順に並べてください。',
    ],
    [
      '埼玉県,1200\n千葉県,"1200',
      '2: 「"」で始まるセルが、閉じられていません。「"」を消すか、もう1つ書いてください。',
    ],
    [
      '11,千葉県,1200,2026-10-01',
      '1: 都道府県コード「11」と都道府県「千葉県」が合いません。どちらかを直してください。',
    ],
    [
      Array.from({ length: 471 }, () => '11,1200,2026-10-01').join('\n'),
      '1: 一度に登録できるのは470行までです。分けて登録してください。',
    ],
  ])('%#: %s', (text, sentence) => expect(told(text)).toEqual([sentence]));
});
