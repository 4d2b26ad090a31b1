import { describe, expect, test } from 'vitest';
import { seekerFields } from '#app/forms/jobSeeker.ts';
import { readSeekerFile } from '#app/forms/jobSeekerCsv.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { seekerProblemText } from '#app/text/staff/seekers.ts';

const head =
  '求職番号,氏名,氏名（カナ）,生年月日,求職情報の公開を希望している,希望する職種,希望する勤務地（都道府県）,希望する雇用形態,希望する働く時間';
const good = '見本　一恵,ﾐﾎﾝ ｶｽﾞｴ,S60.1.2,はい,一般事務,東京都,正社員,フルタイム';
const read = (...lines: string[]) => readSeekerFile([head, ...lines].join('\r\n'), 3);

const sentences = (...lines: string[]): string[] =>
  read(...lines).problems.map(
    (problem) =>
      `${problem.line}: ${seekerProblemText(problem, (error) => {
        const field = seekerFields.find(({ name }) => name === error.field);
        return field === undefined ? '' : fieldErrorText(error, field);
      })}`,
  );

describe('A file of job seekers', () => {
  test('is read in the words of the screen, in any width', () => {
    const { seekers, problems } = read(`,${good}`);
    expect(problems).toEqual([]);
    expect(seekers).toHaveLength(1);
    expect(seekers[0]).toMatchObject({
      line: 2,
      number: null,
      values: {
        seeker_name: '見本　一恵',
        seeker_name_kana: 'ミホン　カズエ',
        born_on: '1985-01-02',
        is_public: true,
        has_mypage: false,
        wished_prefecture: '13',
        wished_employment_form: 'regular',
        wished_work_time: 'full',
        appeal: null,
      },
    });
  });

  test('says every problem of every line, with the line and what was read', () => {
    const told = sentences(
      ',,ミホン,1985-02-30,はい,一般事務,東京都,正社員,フルタイム',
      ',見本　二郎,ミホン　ジロウ,1980-01-01,たぶん,一般事務,東京府,正社員,フルタイム',
    );
    expect(told.filter((one) => one.startsWith('2:'))).toEqual([
      expect.stringContaining('氏名を入力してください'),
      expect.stringContaining('1985-02-30'),
    ]);
    expect(told.filter((one) => one.startsWith('3:'))).toEqual([
      expect.stringContaining('「たぶん」を読み取れません。「はい」か「いいえ」'),
      expect.stringContaining('「東京府」を読み取れません'),
    ]);
  });

  test('refuses the same 求職番号 twice, too many columns, and too many rows', () => {
    const known = `99010-00000001,${good}`;
    expect(sentences(known, known)).toEqual([expect.stringMatching(/^3: 2行目と、求職番号が同じです/)]);
    expect(sentences(`,${good},余り`)).toEqual([expect.stringContaining('10列あります')]);
    expect(sentences(...Array<string>(4).fill(`,${good}`))).toEqual([expect.stringContaining('3人まで')]);
  });

  test('asks for the columns that are missing, for rows, and for closed quotes', () => {
    expect(readSeekerFile('氏名,生年月日\r\n見本,1985-01-01', 3).problems).toEqual([
      {
        line: 1,
        code: 'no-column',
        missing: [
          '氏名（カナ）',
          '希望する職種',
          '希望する勤務地（都道府県）',
          '希望する雇用形態',
          '希望する働く時間',
        ],
      },
    ]);
    expect(sentences()).toEqual([expect.stringContaining('1行もありません')]);
    expect(sentences('"閉じない')).toEqual([expect.stringContaining('閉じられていません')]);
  });
});
