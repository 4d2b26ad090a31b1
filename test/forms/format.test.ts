import { expect, test } from 'vitest';
import type { Field, FieldKind } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { establishmentField, postingField } from './samples.ts';

const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name: 'x',
  label: '見本',
  kind,
  ...more,
});

test('a value is shown the Japanese way', () => {
  expect(formatValue(postingField('base_pay_min'), 1_234_567)).toBe('1,234,567円');
  expect(formatValue(field('yen'), 1234)).toBe('1,234円');
  expect(formatValue(field('date'), '2026-11-22')).toBe('2026年11月22日(日)');
  expect(formatValue(field('time'), '09:05')).toBe('9:05');
  expect(formatValue(field('postal'), '1000000')).toBe('〒100-0000');
  expect(formatValue(postingField('avg_work_days_month'), 20.5)).toBe('20.5日');
  expect(formatValue(postingField('holidays'), ['sat', 'sun'])).toBe('土曜日、日曜日');
  expect(formatValue(postingField('employment_form'), 'regular')).toBe('正社員');
  expect(formatValue(establishmentField('prefecture'), '01')).toBe('北海道');
  expect(formatValue(establishmentField('prefecture'), '47')).toBe('沖縄県');
});

test('a tick that has to be made is a confirmation, one that may be made is an answer', () => {
  expect(formatValue(postingField('establishment_confirmed'), true)).toBe('確認済み');
  expect(formatValue(establishmentField('sole_proprietor'), true)).toBe('はい');
  expect(formatValue(establishmentField('sole_proprietor'), false)).toBe('いいえ');
});

test.each([
  ['0312345678', '03-1234-5678'],
  ['09012345678', '090-1234-5678'],
  ['08001234567', '0800-123-4567'],
  ['0120123456', '0120-123-456'],
  ['0570077450', '0570-077450'],
  ['0451234567', '045-123-4567'],
])('the phone number %s is shown as %s', (digits, shown) => {
  expect(formatValue(field('phone'), digits)).toBe(shown);
});

test('nothing entered is nothing, and a password is never shown', () => {
  expect(formatValue(field('yen'), null)).toBe('');
  expect(formatValue(field('password'), 'secret')).toBe('');
});

test('a choice that is no longer offered shows what was stored', () => {
  expect(formatValue(postingField('employment_form'), 'gone')).toBe('gone');
});
