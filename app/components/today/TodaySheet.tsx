import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { queueKindWords, queueText } from '#app/text/staff/queue.ts';
import { todayText as text } from '#app/text/staff/today.ts';
import { paths } from '#app/web/paths.ts';
import { titleOf } from '../queue/titleOf.ts';
import { DueDate } from '../ui/DueDate.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import { dayText, type OfficeDay, type TodayItem } from './boxes.ts';

type SheetItem = TodayItem & { number: string | null; establishmentNumber: string | null };

export type TodaySheetProps = OfficeDay & {
  items: { due: readonly SheetItem[]; own: readonly SheetItem[] };
  openDays: Readonly<Record<CalendarDate, number>>;
  now: Instant;
  issuer: string;
};

/** 本日の一覧 on paper. */
export function TodaySheet({ items, openDays, now, issuer, ...day }: TodaySheetProps) {
  const { columns } = queueText;
  const shown: readonly Column<SheetItem>[] = [
    { key: 'kind', label: columns.kind, cell: ({ kind }) => queueKindWords[kind] },
    {
      key: 'due',
      label: columns.due,
      cell: ({ due }) =>
        due === null ? (
          queueText.noDue
        ) : (
          <DueDate date={due} today={day.today} openDaysLeft={openDays[due] ?? 0} short />
        ),
    },
    {
      key: 'number',
      label: columns.number,
      cell: ({ number, establishmentNumber }) => number ?? establishmentNumber,
    },
    {
      key: 'establishment',
      label: columns.establishment,
      cell: ({ establishmentName }) => establishmentName,
    },
    { key: 'title', label: columns.title, heading: true, cell: titleOf },
  ];
  const table = (caption: string, rows: readonly SheetItem[], empty: string) => (
    <PlainTable
      caption={caption}
      rows={rows}
      rowKey={({ kind, id }) => `${kind}:${id}`}
      empty={
        <p>
          {caption}：{empty}
        </p>
      }
      columns={shown}
    />
  );
  return (
    <PrintFrame title={text.sheet} issuedAt={now} issuer={issuer} back={paths.staff.today()}>
      <p>{dayText(day)}</p>
      {table(text.sheetDue, items.due, text.emptySheetDue)}
      {table(text.sheetOwn, items.own, text.emptyAssigned)}
    </PrintFrame>
  );
}
