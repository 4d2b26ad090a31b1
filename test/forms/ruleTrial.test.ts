import { expect, test } from 'vitest';
import { caseText, readCase, type TriedFact } from '#app/forms/ruleTrial.ts';

const words = { title: '', asOf: '判定日', yes: 'はい', no: 'いいえ', empty: '', days: '' };
const fact = (name: string, type: TriedFact['type'], more: Partial<TriedFact> = {}): TriedFact => ({
  name,
  label: name,
  type,
  choices: {},
  whenNull: null,
  ...more,
});
const facts = [
  fact('a.flag', 'boolean'),
  fact('a.count', 'integer'),
  fact('a.day', 'date', { whenNull: '一度もない' }),
  fact('a.kind', 'enum', { choices: { one: '一', two: '二' } }),
  fact('a.kinds', 'enumList', { choices: { one: '一', two: '二' } }),
  fact('a.days', 'dateList'),
];
const whole = {
  as_of: '令和8年11月24日',
  'a.flag': 'false',
  'a.count': '５１',
  'a.day': '',
  'a.kind': 'two',
  'a.kinds': ['two', 'one'],
  'a.days': '2026-11-02\n\n2026-11-01\r\n',
};

test('a case is read with a value of its type for each fact', () => {
  expect(readCase(facts, words, whole)).toMatchObject({
    asOf: '2026-11-24',
    errors: [],
    facts: {
      'a.flag': false,
      'a.count': 51,
      'a.day': null,
      'a.kind': 'two',
      'a.kinds': ['one', 'two'],
      'a.days': ['2026-11-01', '2026-11-02'],
    },
  });
});

test('what is filled in from a known case is read back as the same case', () => {
  const { asOf, facts: known } = readCase(facts, words, whole);
  expect(readCase(facts, words, caseText(facts, asOf, known))).toMatchObject({ facts: known, errors: [] });
});

test('each field that is wrong says so, and an empty list is a value', () => {
  const { errors } = readCase(facts, words, {
    ...whole,
    'a.flag': '',
    'a.count': 'たくさん',
    'a.kind': 'three',
    'a.kinds': [],
    'a.days': '2026-11-01\n2026-02-30',
  });
  expect(errors.map(({ field }) => field)).toEqual(['a.flag', 'a.count', 'a.kind', 'a.days']);
  expect(errors.at(-1)?.params).toEqual({ read: '2026-02-30' });
});
