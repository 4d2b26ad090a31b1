import type { Instant } from '#app/domain/clock.ts';
import type { DeadlineDays } from '#app/domain/deadline.ts';
import { eraYear } from '#app/text/format.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { paths } from '#app/web/paths.ts';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import { DeadlineTable } from './DeadlineTable.tsx';
import type { ShownDeadline } from './how.ts';
import type { AskedDeadlines } from './month.ts';

export type DeadlineSheetProps = {
  asked: AskedDeadlines;
  rows: readonly ShownDeadline[];
  after: DeadlineDays;
  limit: number;
  now: Instant;
  issuer: string;
};

/** 月間一覧 of the dates of a month. */
export function DeadlineSheet({
  asked: { month, kind },
  rows,
  after,
  limit,
  now,
  issuer,
}: DeadlineSheetProps) {
  const title = deadlinesText.month(
    Number(month.slice(0, 4)),
    Number(month.slice(5)),
    eraYear(`${month}-01`),
  );
  const what = kind === null ? deadlinesText.title : deadlinesText.kinds[kind];
  return (
    <PrintFrame
      title={deadlinesText.sheetTitle}
      issuedAt={now}
      issuer={issuer}
      confidential
      back={paths.staff.deadlines({ month, kind })}
    >
      <h1>{deadlinesText.sheetTitle}</h1>
      <DeadlineTable caption={`${title} ${what}`} rows={rows} after={after} />
      {rows.length < limit ? null : <p>{deadlinesText.sheetLimit(limit)}</p>}
    </PrintFrame>
  );
}
