import { isCalendarDate, weekday } from '#app/domain/calendar.ts';
import { phone } from '#app/domain/phone.ts';
import type { Field, FieldValue } from './field.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** 2026年11月22日(日) */
function formatDate(text: string): string {
  if (!isCalendarDate(text)) return text;
  const [year, month, day] = text.split('-').map(Number);
  return `${year}年${month}月${day}日(${weekdays[weekday(text)]})`;
}

/** 9:00 */
const formatTime = (text: string): string => text.replace(/^0/, '');

/** With separators, except for a calendar year. */
const formatNumber = (value: number, unit: string): string =>
  `${unit === '年' ? value : value.toLocaleString('ja-JP')}${unit}`;

/**
 * A stored value in the words of a page or a print: 1,234円, 2026年11月22日(日), the label of a choice.
 * Empty for null; a choice that is no longer in the catalogue shows its stored value.
 */
export function formatValue(field: Field, value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return tickWord(field, value);
  if (typeof value === 'number') return formatNumber(value, field.unit ?? (field.kind === 'yen' ? '円' : ''));
  if (typeof value !== 'string') return value.map((one) => labelOf(field, one)).join('、');
  switch (field.kind) {
    case 'choice':
      return labelOf(field, value);
    case 'date':
      return formatDate(value);
    case 'time':
      return formatTime(value);
    case 'phone':
      return phone(value);
    case 'postal':
      return `〒${value.slice(0, 3)}-${value.slice(3)}`;
    case 'password':
      return '';
    default:
      return value;
  }
}

/** A tick that has to be made was a confirmation; one that may be made answers a question. */
function tickWord({ required }: Field, ticked: boolean): string {
  if (required === true) return ticked ? '確認済み' : '未確認';
  return ticked ? 'はい' : 'いいえ';
}

const labelOf = (field: Field, value: string): string =>
  field.choices?.find((choice) => choice.value === value)?.label ?? value;
