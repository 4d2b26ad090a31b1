import type { Instant } from '#app/domain/clock.ts';
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
  erasureDays: number;
  limit: number;
  now: Instant;
  issuer: string;
};

/** 月間一覧 of the dates of a month. */
export function DeadlineSheet({
  asked: { month, kind },
  rows,
  erasureDays,
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
      <DeadlineTable caption={`${title} ${what}`} rows={rows} erasureDays={erasureDays} />
      {rows.length < limit ? null : <p>{deadlinesText.sheetLimit(limit)}</p>}
    </PrintFrame>
  );
}
