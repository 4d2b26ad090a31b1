import { type CalendarDate, plusMonths } from '#app/domain/calendar.ts';
import {
  mostMonths,
  periodAround,
  periodFrom,
  periodKinds,
  type ReportPeriod,
} from '#app/domain/reportPeriod.ts';
import { parseDate } from './dateTime.ts';

/** What stands in the address of 統計, as typed. */
export type PeriodAsked = { period: string; from: string; until: string };

/** What is wrong with the period asked for, or with which of its two days. */
export type PeriodProblem = 'unknown' | 'from' | 'until' | 'order' | 'too-long';

export type PeriodRead = {
  asked: PeriodAsked;
  period: ReportPeriod | null;
  problem: PeriodProblem | null;
};

/** The years that a day may lie in: those for which the holiday table says whether the office was open. */
const years = { first: '2000-01-01', last: '2049-12-31' } as const;

function dayOf(text: string): CalendarDate | null {
  const parsed = parseDate(text);
  return 'date' in parsed && parsed.date >= years.first && parsed.date <= years.last ? parsed.date : null;
}

function freePeriod(asked: PeriodAsked): ReportPeriod | PeriodProblem {
  const from = dayOf(asked.from);
  if (from === null) return 'from';
  const until = dayOf(asked.until);
  if (until === null) return 'until';
  if (until < from) return 'order';
  return until < plusMonths(from, mostMonths) ? { kind: 'free', from, until } : 'too-long';
}

/** The period in the address, by default the month of today. */
export function readPeriod(query: URLSearchParams, today: CalendarDate): PeriodRead {
  const typed = (name: string) => (query.get(name) ?? '').slice(0, 40);
  const asked = { period: typed('period'), from: typed('from'), until: typed('until') };
  if (asked.period === 'free') {
    const read = freePeriod(asked);
    return typeof read === 'string'
      ? { asked, period: null, problem: read }
      : { asked, period: read, problem: null };
  }
  const period = asked.period === '' ? periodAround('month', today) : periodFrom(asked.period);
  return { asked, period, problem: period === null ? 'unknown' : null };
}

/** How many periods of each kind the page offers, back from today; older ones are reached one by one. */
const offered = { month: 24, quarter: 8, year: 5 } as const;

/** The periods to choose from, the latest first. */
export const offeredPeriods = (today: CalendarDate): readonly ReportPeriod[] =>
  periodKinds.flatMap((kind) => {
    if (kind === 'free') return [];
    const length = { month: 1, quarter: 3, year: 12 }[kind];
    return Array.from({ length: offered[kind] }, (_, index) =>
      periodAround(kind, plusMonths(today, -index * length)),
    );
  });
