import type { CalendarDate } from '#app/domain/calendar.ts';
import { partsOf, type ReportPeriod } from '#app/domain/reportPeriod.ts';
import { type OfficeRecords, type PeriodReport, statisticsReport } from '#app/domain/statistics.ts';
import { calendarOf, type OwnDays } from '../office/openDays.ts';

/** 統計 of a period, from what the office's records hold, in open days of the office's own calendar. */
export const reportOf = (
  period: ReportPeriod,
  records: OfficeRecords,
  days: OwnDays,
  today: CalendarDate,
): PeriodReport => ({
  period,
  parts: partsOf(period),
  figures: statisticsReport(records, calendarOf(days), today),
});
