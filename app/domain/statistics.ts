import { addDays, type CalendarDate, isOpenDay, type OfficeCalendar } from './calendar.ts';
import type { PostingState, stateGroups } from './posting.ts';
import type { PeriodPart, ReportPeriod } from './reportPeriod.ts';

/**
 * The smallest value that at least `percent` of them do not exceed (nearest rank): always one that occurred.
 * null where there are none.
 */
export function percentile(values: readonly number[], percent: number): number | null {
  const rank = Math.ceil((percent / 100) * values.length);
  return values.toSorted((a, b) => a - b)[Math.max(rank, 1) - 1] ?? null;
}

/** Open days after one day up to and including another, as `countOpenDays` counts them, for many pairs of days. */
export type OpenDayDistance = (from: CalendarDate, until: CalendarDate) => number;

/** Counts the days from `first` to `last` once; distances are asked between days within. */
export function openDayDistances(
  calendar: OfficeCalendar,
  first: CalendarDate,
  last: CalendarDate,
): OpenDayDistance {
  const openUpTo = new Map<CalendarDate, number>();
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isOpenDay(day, calendar)) count += 1;
    openUpTo.set(day, count);
  }
  const numberOf = (date: CalendarDate): number => {
    const number = openUpTo.get(date);
    if (number === undefined) throw new RangeError(`not between ${first} and ${last}: ${date}`);
    return number;
  };
  return (from, until) => Math.max(0, numberOf(until) - numberOf(from));
}

/** One number for each month of a period. */
export type Counts = readonly number[];

/** One thing that was received and then decided. */
export type Handling = {
  /** The month it was decided in, counted from 0. */
  part: number;
  from: CalendarDate;
  until: CalendarDate;
  /** Hours in between, nights and closed days included; null where only the days are known. */
  hours: number | null;
};

/** How a kind of application went: what came in, how it ended, how long that took. */
export type Flow<End extends string = string> = {
  received: Counts;
  ends: Readonly<Record<End, Counts>>;
  handled: readonly Handling[];
};

export type QueuedSince = { state: PostingState; since: CalendarDate };
export type ReasonCount = { code: string; count: number };
export type TemplateCount = { id: string; title: string; retired: boolean; count: number };

/** What the records of an office hold about a period, as db/queries/statistics.ts reads them. */
export type OfficeRecords = {
  postings: Flow<'accepted' | 'returned' | 'refused'>;
  changes: Flow<'accepted' | 'returned' | 'rejected'>;
  images: Flow<'published' | 'returned'>;
  /** 差戻し of postings in the period. */
  reasons: readonly ReasonCount[];
  templates: readonly TemplateCount[];
  visits: { registered: Counts; late: Counts };
  restrictions: { begun: Counts; released: Counts };
  /** As it is now, whatever the period. */
  now: { queue: readonly QueuedSince[]; overdueVisits: number; restricted: number };
};

export type FigureUnit = 'count' | 'percent' | 'openDays' | 'hours';

/** One line of a report: a value for each month and one for the whole period; null is none. */
export type FigureRow = {
  name: string;
  unit: FigureUnit;
  parts: readonly (number | null)[];
  total: number | null;
};

/** A range of open days; `until` null is open-ended. */
export type BacklogRow = {
  from: number;
  until: number | null;
  counts: Readonly<Record<QueueState, number>>;
  total: number;
};
export type QueueState = (typeof stateGroups.queue)[number];

export type Shares<Row> = readonly (Row & { share: number })[];

export type Statistics = {
  postings: readonly FigureRow[];
  changes: readonly FigureRow[];
  images: readonly FigureRow[];
  visits: readonly FigureRow[];
  restrictions: readonly FigureRow[];
  reasons: Shares<ReasonCount>;
  templates: Shares<TemplateCount>;
  backlog: {
    rows: readonly BacklogRow[];
    total: number;
    median: number | null;
    p90: number | null;
    longest: number | null;
  };
  now: { overdueVisits: number; restricted: number };
  /** Nothing came in, ended or happened in the period. */
  empty: boolean;
};

/** The figures of an office over a period, month by month. */
export type PeriodReport = {
  period: ReportPeriod;
  parts: readonly PeriodPart[];
  figures: Statistics;
};

const sum = (counts: Counts): number => counts.reduce((total, count) => total + count, 0);

const counted = (name: string, counts: Counts): FigureRow => ({
  name,
  unit: 'count',
  parts: counts,
  total: sum(counts),
});

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** 差戻し率: of all decisions, those that gave it back. */
function returnRate<End extends string>({ ends }: Flow<End | 'returned'>): FigureRow {
  const all: Counts[] = Object.values(ends);
  const decided = ends.returned.map((_, part) => sum(all.map((counts) => counts[part] ?? 0)));
  return {
    name: 'returnRate',
    unit: 'percent',
    parts: ends.returned.map((count, part) => percent(count, decided[part] ?? 0)),
    total: percent(sum(ends.returned), sum(decided)),
  };
}

/** The median and the 90th percentile of what `measure` makes of each case, by month and in all. */
function spread(
  name: string,
  unit: FigureUnit,
  { received, handled }: Flow,
  measure: (one: Handling) => number | null,
): FigureRow[] {
  const values: number[][] = received.map(() => []);
  for (const one of handled) {
    const value = measure(one);
    if (value !== null) values[one.part]?.push(value);
  }
  const all = values.flat();
  const row = (suffix: string, share: number): FigureRow => ({
    name: `${name}${suffix}`,
    unit,
    parts: values.map((ofPart) => percentile(ofPart, share)),
    total: percentile(all, share),
  });
  return [row('Median', 50), row('P90', 90)];
}

const rounded = (hours: number | null): number | null =>
  hours === null ? null : Math.round(hours * 10) / 10;

const flowRows = (flow: Flow<string>, distance: OpenDayDistance): FigureRow[] => [
  counted('received', flow.received),
  ...Object.entries(flow.ends).map(([end, counts]) => counted(end, counts)),
  returnRate(flow as Flow<'returned'>),
  ...spread('openDays', 'openDays', flow, ({ from, until }) => distance(from, until)),
  ...spread('hours', 'hours', flow, ({ hours }) => rounded(hours)),
];

/** Lower ends of the ranges that the backlog is shown in; the last is open-ended. */
const backlogRanges = [0, 1, 2, 3, 6, 11, 21] as const;

function backlogOf(
  queue: readonly QueuedSince[],
  today: CalendarDate,
  distance: OpenDayDistance,
): Statistics['backlog'] {
  const waits = queue.map(({ state, since }) => ({ state, days: distance(since, today) }));
  const rows = backlogRanges.map((from, index) => {
    const next = backlogRanges[index + 1];
    const inRange = waits.filter(({ days }) => days >= from && (next === undefined || days < next));
    const countOf = (state: QueueState) => inRange.filter((one) => one.state === state).length;
    return {
      from,
      until: next === undefined ? null : next - 1,
      counts: {
        awaiting_visit: countOf('awaiting_visit'),
        under_review: countOf('under_review'),
        refusal_proposed: countOf('refusal_proposed'),
      },
      total: inRange.length,
    };
  });
  const days = waits.map((one) => one.days);
  return {
    rows,
    total: waits.length,
    median: percentile(days, 50),
    p90: percentile(days, 90),
    longest: percentile(days, 100),
  };
}

/** The most frequent first, each with its share of the 差戻し of the period in percent. */
const ranked = <Row extends { count: number }>(rows: readonly Row[], returns: number): Shares<Row> =>
  rows
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map((row) => ({ ...row, share: percent(row.count, returns) ?? 0 }));

/** The figures of an office over a period, from what its records hold. */
export function statisticsReport(
  records: OfficeRecords,
  calendar: OfficeCalendar,
  today: CalendarDate,
): Statistics {
  const { postings, changes, images, visits, restrictions, now } = records;
  const flows = [postings, changes, images];
  const days = [
    today,
    ...now.queue.map(({ since }) => since),
    ...flows.flatMap(({ handled }) => handled.flatMap(({ from, until }) => [from, until])),
  ].toSorted();
  const distance = openDayDistances(calendar, days[0] ?? today, days.at(-1) ?? today);
  const report = {
    postings: flowRows(postings, distance),
    changes: flowRows(changes, distance),
    images: flowRows(images, distance),
    visits: [counted('registered', visits.registered), counted('late', visits.late)],
    restrictions: [counted('begun', restrictions.begun), counted('released', restrictions.released)],
  };
  const returns = sum(postings.ends.returned);
  return {
    ...report,
    reasons: ranked(records.reasons, returns),
    templates: ranked(records.templates, returns),
    backlog: backlogOf(now.queue, today, distance),
    now: { overdueVisits: now.overdueVisits, restricted: now.restricted },
    empty: Object.values(report).every((rows) =>
      rows.every(({ unit, total }) => unit !== 'count' || total === 0),
    ),
  };
}
