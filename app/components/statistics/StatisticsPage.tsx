import type { ReportPeriod } from '#app/domain/reportPeriod.ts';
import type { PeriodReport } from '#app/domain/statistics.ts';
import type { PeriodAsked, PeriodProblem } from '#app/forms/statistics.ts';
import { periodText, statisticsText as text } from '#app/text/staff/statistics.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import { ReportTables } from './ReportTables.tsx';

export type StatisticsPageProps = {
  asked: PeriodAsked;
  problem: PeriodProblem | null;
  /** null where the period that was asked for is none. */
  shown: PeriodReport | null;
  offered: readonly ReportPeriod[];
  /** The periods beside it; null where there is none. */
  before: ReportPeriod | null;
  after: ReportPeriod | null;
};

/** 統計 of the office over a period, to read, to print and to take into a spreadsheet. */
export function StatisticsPage({ asked, problem, shown, offered, before, after }: StatisticsPageProps) {
  const wrong = problem === 'from' || problem === 'until' ? problem : problem === null ? null : 'until';
  return (
    <>
      <PageTitle title={text.title}>
        {shown === null ? undefined : <p>{periodText(shown.period)}</p>}
      </PageTitle>
      <p>{text.lead}</p>
      {problem === null ? null : (
        <div id="period-problem">
          <Banner kind="error" title={text.problems[problem]} />
        </div>
      )}
      <PeriodForm
        asked={asked}
        period={shown?.period ?? null}
        offered={offered}
        before={before}
        after={after}
        wrong={problem === 'unknown' ? null : wrong}
      />
      {shown === null ? null : (
        <>
          <ButtonRow>
            <ButtonLink to={paths.print.statistics(asked)} shortcut="p">
              {text.print}
            </ButtonLink>
            <Link to={paths.staff.statisticsFile(asked)} reloadDocument>
              {text.csv}
            </Link>
          </ButtonRow>
          <ReportTables parts={shown.parts} figures={shown.figures} />
        </>
      )}
    </>
  );
}
