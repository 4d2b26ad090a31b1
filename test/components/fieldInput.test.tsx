import { describe, expect, test } from 'vitest';
import { FieldInput } from '#app/components/ui/FieldInput.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import type { Field } from '#app/forms/field.ts';
import { htmlOf } from './render.tsx';

const jobTitle: Field = { name: 'jobTitle', label: '職種', kind: 'text', required: true, maxLength: 28 };
const dispatch: Field = {
  name: 'dispatchKind',
  label: '派遣・請負等',
  kind: 'choice',
  choices: [
    { value: 'none', label: '該当しない' },
    { value: 'dispatch', label: '派遣' },
  ],
};
const licence: Field = {
  name: 'licence',
  label: '許可番号',
  kind: 'code',
  required: { field: 'dispatchKind', in: ['dispatch'] },
  shownWhen: { field: 'dispatchKind', in: ['dispatch'] },
};

describe('one field of a catalogue', () => {
  test('says 必須 or 任意 in words and how long the text may be', () => {
    expect(htmlOf(<FieldInput field={jobTitle} />)).toMatch(/職種 .*※必須.*28文字まで/s);
    expect(htmlOf(<FieldInput field={{ ...jobTitle, required: undefined }} />)).toContain('※任意');
  });

  test('shows again exactly what was typed', () => {
    expect(htmlOf(<FieldInput field={jobTitle} typed="　ﾌﾟﾛｸﾞﾗﾏｰ" />)).toContain('value="　ﾌﾟﾛｸﾞﾗﾏｰ"');
  });

  test('ties an error to its input', () => {
    const html = htmlOf(
      <FieldInput field={jobTitle} messages={[{ field: 'jobTitle', message: '職種を入力してください。' }]} />,
    );
    expect(html).toContain('＊職種を入力してください。');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="f-jobTitle-errors f-jobTitle-help"');
    expect(html).toContain('id="f-jobTitle-errors"');
  });

  test('a warning asks, it does not make the input invalid', () => {
    const html = htmlOf(
      <FieldInput
        field={jobTitle}
        messages={[{ field: 'jobTitle', message: '確認：職種が短すぎます。', severity: 'warning' }]}
      />,
    );
    expect(html).toContain('確認：職種が短すぎます。');
    expect(html).toContain('aria-invalid="false"');
  });

  test('messages of other fields stay away', () => {
    expect(
      htmlOf(<FieldInput field={jobTitle} messages={[{ field: 'other', message: '別の項目です。' }]} />),
    ).not.toContain('別の項目です。');
  });

  test('a password is never shown again, and managers may fill it', () => {
    const html = htmlOf(
      <FieldInput
        field={{
          name: 'password',
          label: 'パスワード',
          kind: 'password',
          required: true,
          autocomplete: 'new-password',
        }}
        typed="himitsu-no-kotoba"
      />,
    );
    expect(html).not.toContain('himitsu');
    expect(html).toContain('autoComplete="new-password"');
    expect(html).not.toContain('表示する');
  });

  test('an optional choice can be left again', () => {
    const html = htmlOf(<FieldInput field={dispatch} typed="dispatch" />);
    expect(html).toContain('選択しない');
    expect(html).toMatch(/checked=""[^>]*value="dispatch"|value="dispatch"[^>]*checked=""/);
  });

  test('choices that are sentences stand one under the other', () => {
    const sentence = { value: 'a', label: '賃金の額を確認してください（最低賃金、下限と上限など）' };
    expect(htmlOf(<FieldInput field={dispatch} />)).not.toContain('data-sentences');
    expect(htmlOf(<FieldInput field={{ ...dispatch, choices: [sentence] }} />)).toContain('data-sentences');
  });

  test('more than six choices become a native select', () => {
    const choices = Array.from({ length: 7 }, (_, index) => ({
      value: String(index),
      label: `選択肢${index}`,
    }));
    expect(htmlOf(<FieldInput field={{ ...dispatch, choices }} typed="3" />)).toMatch(
      /<select.*value="3" selected=""/s,
    );
  });
});

describe('a field that only means something in some cases', () => {
  const section = { id: 'kind', title: '雇用', fields: [dispatch, licence] };

  test('is in the page whatever was chosen, and says when it applies', () => {
    const html = htmlOf(<FieldSet section={section} typed={{ dispatchKind: 'none' }} />);
    expect(html).toContain('「派遣・請負等」が「派遣」の場合に入力してください。');
    expect(html).toContain('※条件により必須');
    expect(html).toMatch(/data-shown="no".*name="licence"/s);
  });

  test('names a tick box by its tick, not by a choice it does not have', () => {
    const sole: Field = { name: 'sole', label: '個人事業主です', kind: 'confirm' };
    const number: Field = {
      name: 'number',
      label: '法人番号',
      kind: 'code',
      shownWhen: { field: 'sole', in: [false] },
    };
    expect(htmlOf(<FieldSet section={{ id: 'id', title: '基本', fields: [sole, number] }} />)).toContain(
      '「個人事業主です」にチェックを入れない場合に入力してください。',
    );
  });

  test('is marked as shown when it applies', () => {
    const html = htmlOf(<FieldSet section={section} typed={{ dispatchKind: 'dispatch' }} />);
    expect(html).not.toContain('data-shown="no"');
  });

  test('is never hidden while it has an error', () => {
    const html = htmlOf(
      <FieldSet
        section={section}
        typed={{ dispatchKind: 'none' }}
        messages={[{ field: 'licence', message: '許可番号を入力してください。' }]}
      />,
    );
    expect(html).not.toContain('data-shown="no"');
  });
});
