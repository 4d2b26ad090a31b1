import type { ReactNode } from 'react';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { type QueueKind, typeOfKind } from '#app/domain/queue.ts';
import type { ReviewHolder } from '#app/domain/reviewClaim.ts';
import { shortDate, shortInstant, timeOfInstant } from '#app/text/format.ts';
import { queueKindWords, queueText } from '#app/text/staff/queue.ts';
import { holderText } from '#app/text/staff/review.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { ADDED_CHECKS } from '../check/AddedChecks.tsx';
import { HoldMark } from '../review/HoldPanel.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { useFollow } from '../ui/useFollow.ts';
import { itemValue, type QueueSortKey } from './address.ts';
import { BULK } from './BulkBar.tsx';
import { itemPath } from './itemPath.ts';
import styles from './QueueTable.module.css';
import { addedWord, plainReasons, rejudgedWord } from './reasonWords.ts';
import { titleOf } from './titleOf.ts';

export type QueueTableRow = {
  kind: QueueKind;
  id: string;
  state: string;
  due: CalendarDate | null;
  /** An instant, or a day. */
  since: string | null;
  title: string | null;
  number: string | null;
  images: number;
  establishmentId: string;
  /** Of a check: the posting that is to be looked at, or null. */
  postingId: string | null;
  establishmentName: string;
  establishmentState: EstablishmentState;
  establishmentNumber: string | null;
  reasons: readonly { rule: string; title: string }[];
  /** What a new version of a rule set says otherwise. */
  rejudged: readonly { ruleSet: string; version: string; before: string; after: string }[];
  sentAgain: boolean;
  /** What staff added to it. */
  added: readonly { id: string; reason: string; dueOn: CalendarDate; by: string; addedAt: Instant }[];
  hold: { until: CalendarDate; reason: string } | null;
  /** Who reviews it now. */
  holder: ReviewHolder | null;
  assignee: { name: string; own: boolean } | null;
};

export type QueueTableProps = {
  rows: readonly QueueTableRow[];
  /** The tab that is shown. */
  tab: QueueKind | null;
  today: CalendarDate;
  /** Open days left to each due date. */
  openDays: Readonly<Record<CalendarDate, number>>;
  /** The day of erasure of each withdrawal that is shown, by its day. */
  erasure: Readonly<Record<CalendarDate, CalendarDate>>;
  /** The values of the boxes that are ticked; null where the person does nothing to several items. */
  picked: ReadonlySet<string> | null;
  empty: ReactNode;
  /** Where the name of a sortable column leads, and how the rows are sorted by it now. */
  sortOf: (by: QueueSortKey) => NonNullable<Column<QueueTableRow>['sort']>;
};

/** The value of the check box of a row; null where there is none. */
export function pickOf({ kind, id }: QueueTableRow): string | null {
  const type = typeOfKind[kind];
  return type === null ? null : itemValue({ type, id });
}

/**
 * The queue, due first. Cells are plain elements and links plain anchors: a component for each of them would cost more
 * than everything else on the page (docs/decisions/016).
 */
export function QueueTable(props: QueueTableProps) {
  const { rows, tab, today, openDays, erasure, picked, empty, sortOf } = props;
  const { columns } = queueText;
  const pick: Column<QueueTableRow> = {
    key: 'pick',
    label: columns.pick,
    cell: (row) => pickCell(row, picked),
  };
  return (
    <div className={styles.queue} {...useFollow()}>
      <PlainTable
        caption={queueText.caption}
        captionHidden
        rows={rows}
        rowKey={({ kind, id }) => `${kind}:${id}`}
        empty={empty}
        columns={[
          ...(picked === null ? [] : [pick]),
          { key: 'kind', label: columns.kind, sort: sortOf('kind'), cell: kindCell },
          {
            key: 'due',
            label: columns.due,
            sort: sortOf('due'),
            cell: ({ due }) => dueCell(due, today, openDays),
          },
          { key: 'number', label: columns.number, cell: numberCell },
          {
            key: 'establishment',
            label: columns.establishment,
            sort: sortOf('establishment'),
            cell: establishmentCell,
          },
          {
            key: 'title',
            label: columns.title,
            sort: sortOf('title'),
            heading: true,
            cell: (row) => titleCell(row, tab, erasure),
          },
          { key: 'reasons', label: columns.reasons, cell: (row) => reasonsCell(row, tab) },
          { key: 'holder', label: columns.holder, cell: holderCell },
          { key: 'since', label: columns.since, sort: sortOf('since'), cell: sinceCell },
        ]}
      />
    </div>
  );
}

function pickCell(row: QueueTableRow, picked: ReadonlySet<string> | null): ReactNode {
  const value = pickOf(row);
  if (value === null) return null;
  return (
    <label className={styles.pick}>
      <input
        type="checkbox"
        name="item"
        value={value}
        form={BULK}
        defaultChecked={picked?.has(value)}
        aria-label={queueText.bulk.pick(titleOf(row))}
      />
    </label>
  );
}

const kindCell = ({ kind, hold }: QueueTableRow): ReactNode => {
  const word = <span className={styles.kind}>{queueKindWords[kind]}</span>;
  if (hold === null) return word;
  return (
    <>
      {word}
      <HoldMark hold={hold} />
    </>
  );
};

const dueCell = (
  due: CalendarDate | null,
  today: CalendarDate,
  openDays: QueueTableProps['openDays'],
): ReactNode =>
  due === null ? (
    <span className={styles.none}>{queueText.noDue}</span>
  ) : (
    <DueDate date={due} today={today} openDaysLeft={openDays[due] ?? 0} short />
  );

const numberCell = ({ number, establishmentNumber }: QueueTableRow): ReactNode => (
  <span className={styles.number}>{number ?? establishmentNumber}</span>
);

const establishmentCell = (row: QueueTableRow): ReactNode => (
  <span>
    <a href={paths.staff.establishment(row.establishmentId)}>{row.establishmentName}</a>
    {row.establishmentState === 'provisional' ? (
      <span className={styles.chip}>{queueText.provisional}</span>
    ) : null}
  </span>
);

const titleCell = (
  row: QueueTableRow,
  tab: QueueKind | null,
  erasure: QueueTableProps['erasure'],
): ReactNode => (
  <span>
    <a href={itemPath(row, tab)}>{titleOf(row)}</a>
    {row.kind === 'withdrawal' && row.since !== null ? (
      <span className={styles.more}>
        {queueText.withdrawnOn(row.since)}・{queueText.erasedOn(erasure[row.since] ?? row.since)}
      </span>
    ) : null}
    {row.kind === 'check' ? row.added.map(addedBy) : null}
  </span>
);

const addedBy = ({ id, by, addedAt }: QueueTableRow['added'][number]): ReactNode => (
  <span key={id} className={styles.more}>
    {checkText.addedBy(by, shortInstant(addedAt))}
  </span>
);

function reasonsCell(row: QueueTableRow, tab: QueueKind | null): ReactNode {
  const { kind, id, reasons, rejudged, added } = row;
  const words = plainReasons(row);
  if (words.length + reasons.length + rejudged.length + added.length === 0)
    return <span className={styles.none}>{queueText.noReasons}</span>;
  return (
    <ul className={styles.chips}>
      {words.map((word) => (
        <li key={word} className={styles.chip}>
          {word}
        </li>
      ))}
      {added.map((check) => (
        <li key={check.id}>
          <a
            href={kind === 'check' ? itemPath(row, tab) : `${itemPath(row, tab)}#${ADDED_CHECKS}`}
            className={styles.chip}
            data-kind="added"
          >
            {addedWord(kind, check)}
          </a>
        </li>
      ))}
      {rejudged.map((one) => (
        <li key={one.ruleSet}>
          <a href={paths.staff.reviewWhy(id)} className={styles.chip} data-kind="rejudged">
            {rejudgedWord(one)}
          </a>
        </li>
      ))}
      {reasons.map(({ rule, title }) => (
        <li key={rule}>
          <a href={paths.staff.reviewWhy(id)} className={styles.chip}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function holderCell({ holder, assignee }: QueueTableRow): ReactNode {
  if (holder === null && assignee === null) return null;
  return (
    <span className={styles.holder}>
      {assignee === null ? null : <span>{assignee.own ? holderText.you : assignee.name}</span>}
      {holder === null ? null : (
        <span className={styles.more}>
          {queueText.reviewing}：{holder.own ? holderText.you : holder.name}{' '}
          <time dateTime={holder.begunAt}>{timeOfInstant(holder.begunAt)}</time>
        </span>
      )}
    </span>
  );
}

const sinceCell = ({ since }: QueueTableRow): ReactNode =>
  since === null ? null : (
    <time dateTime={since}>{since.length === 10 ? shortDate(since) : shortInstant(since)}</time>
  );
