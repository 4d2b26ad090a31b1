import type { Instant } from '#app/domain/clock.ts';
import type { PeriodReport } from '#app/domain/statistics.ts';
import type { PeriodAsked } from '#app/forms/statistics.ts';
import { periodText, statisticsText as text } from '#app/text/staff/statistics.ts';
import { paths } from '#app/web/paths.ts';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import { ReportTables } from './ReportTables.tsx';

export type StatisticsSheetProps = {
  asked: PeriodAsked;
  shown: PeriodReport;
  officeName: string;
  now: Instant;
  issuer: string;
};

/** 月報: the figures of a period on A4. */
export function StatisticsSheet({ asked, shown, officeName, now, issuer }: StatisticsSheetProps) {
  return (
    <PrintFrame
      title={text.sheetTitle}
      issuedAt={now}
      issuer={`${officeName}　${issuer}`}
      back={paths.staff.statistics(asked)}
    >
      <p>
        {officeName}　{periodText(shown.period)}
      </p>
      <ReportTables parts={shown.parts} figures={shown.figures} />
    </PrintFrame>
  );
}
