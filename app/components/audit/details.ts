import { isCalendarDate } from '#app/domain/calendar.ts';
import { establishmentForm, provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { type Field, fieldsOf } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingFields } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { detailLabels as labels, detailWords as words } from '#app/text/staff/auditDetail.ts';

const fields: ReadonlyMap<string, Field> = new Map([
  ...postingFields,
  ...[...fieldsOf(provisionalEstablishmentForm), ...fieldsOf(establishmentForm)].map(
    (field): [string, Field] => [field.name, field],
  ),
]);

/** One fact of an entry: its name, and its value in words. */
export type DetailLine = { label: string; value: string };

const labelOf = (name: string): string => labels[name] ?? fields.get(name)?.label ?? name;

function wordsOf(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return common.none;
  const field = fields.get(name);
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (field !== undefined && labels[name] === undefined && (plain || isTexts(value)))
    return formatValue(field, value);
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'number') return value.toLocaleString('ja-JP');
  if (typeof value === 'string') {
    if (isCalendarDate(value)) return longDate(value);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return longInstant(value);
    return (Object.hasOwn(words, value) ? words[value] : fields.get(value)?.label) ?? value;
  }
  if (Array.isArray(value))
    return value.length === 0 ? common.none : value.map((one) => wordsOf('', one)).join('、');
  return linesOf(value as Record<string, unknown>)
    .map((line) => `${line.label}：${line.value}`)
    .join('／');
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an entry of the audit log carries, one line a fact; a record within it is named before its own facts. */
export function linesOf(detail: Readonly<Record<string, unknown>>): DetailLine[] {
  return Object.entries(detail).flatMap(([name, value]) =>
    isRecord(value)
      ? linesOf(value).map((line) => ({ label: `${labelOf(name)}・${line.label}`, value: line.value }))
      : [{ label: labelOf(name), value: wordsOf(name, value) }],
  );
}

/** Facts that only a machine reads: they stand on the page of the entry, and not in a list. */
const forMachines = ['hash', 'asOf', 'returnId', 'visitId', 'requestId', 'establishmentId', 'base', 'draft'];

/** The same in one line of a list, at most `limit` facts. */
export function summaryOfDetail(detail: Readonly<Record<string, unknown>>, limit = 4): string {
  const shown = Object.fromEntries(
    Object.entries(detail).filter(
      ([name, value]) => value !== null && !isRecord(value) && !forMachines.includes(name),
    ),
  );
  const lines = linesOf(shown);
  const text = lines.slice(0, limit).map(({ label, value }) => `${label}：${value}`);
  return [...text, ...(lines.length > limit ? [auditText.andMore] : [])].join('、');
}
