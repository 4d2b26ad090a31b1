import { describe, expect, test } from 'vitest';
import { establishmentForm } from '#app/forms/establishment.ts';
import { postingForm } from '#app/forms/posting.ts';
import { readForm } from '#app/forms/read.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';
import { conversionText } from '#app/text/fields.ts';
import { fieldOf, postingField, type Typed, typedEstablishment, typedPosting } from './samples.ts';

const postingText = (changes: Typed) =>
  readForm(postingForm, { ...typedPosting, ...changes }).errors.map((error) =>
    fieldErrorText(error, postingField(error.field)),
  );
const establishmentText = (changes: Typed) =>
  readForm(establishmentForm, { ...typedEstablishment, ...changes }).errors.map((error) =>
    fieldErrorText(error, fieldOf(establishmentForm, error.field)),
  );

describe('an error says the item, what was read and what to do', () => {
  test.each<[Typed, string]>([
    [{ job_title: '' }, '職種を入力してください。'],
    [{ work_time: '' }, 'フルタイム・パートの別を選んでください。'],
    [{ selection_methods: [] }, '選考方法を1つ以上選んでください。'],
    [
      { establishment_confirmed: '' },
      '「事業所情報に間違いがないことを確認しました」を確認し、チェックを入れてください。',
    ],
    [{ job_title: 'あ'.repeat(30) }, '職種は28文字までです。いま30文字です。'],
    [{ base_pay_min: '二十万' }, '基本給（下限）は数字で入力してください。いまの入力：「二十万」'],
    [{ hiring_count: '1000' }, '採用人数は999人まで入力できます。いまの入力：「1000」'],
    [
      { shift1_start: '朝' },
      '就業時間1（始業）は時刻で入力してください（例：8:30、17時半）。いまの入力：「朝」',
    ],
    [{ contact_phone: '03-0000' }, '担当者の電話番号は10〜11桁の数字です。いま6桁です。'],
    [
      { job_title: 'あ\u0000' },
      '職種の2文字目に、保存できない文字（U+0000）が入っています。その文字を消してください。',
    ],
  ])('%j', (changes, sentence) => {
    expect(postingText(changes)).toEqual([sentence]);
  });

  test('for numbers of a company', () => {
    expect(establishmentText({ corporate_number: '700001205000' })).toEqual([
      '法人番号は13桁の数字です。いま12桁です。',
    ]);
    expect(establishmentText({ corporate_number: '7000012050003' })).toEqual([
      '法人番号の検査数字が合いません。番号をもう一度ご確認ください。いまの入力：「7000012050003」',
    ]);
  });
});

test('an error of an unknown kind still names its item', () => {
  expect(fieldErrorText({ field: 'job_title', code: 'toString' }, postingField('job_title'))).toBe(
    '職種をもう一度ご確認ください。',
  );
});

test('a conversion is told without blame', () => {
  const { conversions } = readForm(postingForm, { ...typedPosting, contact_phone: '０３００００００００' });
  expect(conversions.map((one) => conversionText(one, postingField(one.field)))).toEqual([
    '担当者の電話番号の書き方を直しました：０３００００００００ → 0300000000',
  ]);
});
