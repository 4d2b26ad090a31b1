import { addDays, type CalendarDate, endOfMonth, plusMonths } from './calendar.ts';

/** What a report is about: a month, a quarter, a 年度, or days of somebody's choice. */
export const periodKinds = ['month', 'quarter', 'year', 'free'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The days of a report, both ends included. */
export type ReportPeriod = { kind: PeriodKind; from: CalendarDate; until: CalendarDate };

/** A calendar month of a period, or what of it lies within. */
export type PeriodPart = { from: CalendarDate; until: CalendarDate };

const monthsOf: Readonly<Record<Exclude<PeriodKind, 'free'>, number>> = { month: 1, quarter: 3, year: 12 };

/** A free period is at most a 年度 long: its months are the columns of a sheet of A4. */
export const mostMonths = monthsOf.year;

const beginningIn = (kind: Exclude<PeriodKind, 'free'>, from: CalendarDate): ReportPeriod => ({
  kind,
  from,
  until: endOfMonth(plusMonths(from, monthsOf[kind] - 1)),
});

/** The 年度 of a day by the year it begins in: 4/1–3/31 (財政法11条). */
export const fiscalYearOf = (date: CalendarDate): number =>
  Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);

/** The quarter of the 年度 a day lies in, 1 (April to June) to 4 (January to March). */
export const quarterOf = (date: CalendarDate): number =>
  ((Math.ceil(Number(date.slice(5, 7)) / 3) + 2) % 4) + 1;

/** The month, quarter or 年度 that a day lies in. */
export function periodAround(kind: Exclude<PeriodKind, 'free'>, date: CalendarDate): ReportPeriod {
  const april = `${String(fiscalYearOf(date)).padStart(4, '0')}-04-01`;
  if (kind === 'year') return beginningIn(kind, april);
  if (kind === 'quarter') return beginningIn(kind, plusMonths(april, (quarterOf(date) - 1) * 3));
  return beginningIn(kind, `${date.slice(0, 8)}01`);
}

/** The period before (-1) or after (1) one; null for days of somebody's choice. */
export const periodBeside = ({ kind, from }: ReportPeriod, by: -1 | 1): ReportPeriod | null =>
  kind === 'free' ? null : beginningIn(kind, plusMonths(from, by * monthsOf[kind]));

/** A period as it stands in an address: `2026-11`, `2026-q3`, `2026-fy`; `free` has its days beside it. */
export function periodCode({ kind, from }: ReportPeriod): string {
  if (kind === 'free') return 'free';
  if (kind === 'month') return from.slice(0, 7);
  return kind === 'year' ? `${fiscalYearOf(from)}-fy` : `${fiscalYearOf(from)}-q${quarterOf(from)}`;
}

/** The period of a code; null where it is none. Years 2000–2049: those the holiday table covers whole. */
export function periodFrom(code: string): ReportPeriod | null {
  const [, year = '', rest = ''] = /^(20[0-4]\d)-(0[1-9]|1[0-2]|q[1-4]|fy)$/.exec(code) ?? [];
  if (year === '') return null;
  const april = `${year}-04-01`;
  if (rest === 'fy') return periodAround('year', april);
  return rest.startsWith('q')
    ? periodAround('quarter', plusMonths(april, (Number(rest.slice(1)) - 1) * 3))
    : periodAround('month', `${year}-${rest}-01`);
}

/** The calendar months of a period, clipped to it, in order. */
export function partsOf({ from, until }: Pick<ReportPeriod, 'from' | 'until'>): readonly PeriodPart[] {
  const parts: PeriodPart[] = [];
  for (let first = from; first <= until; ) {
    const last = endOfMonth(first);
    parts.push({ from: first, until: last < until ? last : until });
    first = addDays(last, 1);
  }
  return parts;
}
