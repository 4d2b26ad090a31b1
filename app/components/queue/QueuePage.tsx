import { useEffect } from 'react';
import type { Instant } from '#app/domain/clock.ts';
import { type QueueKind, typeOfKind } from '#app/domain/queue.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { queueKindWords, queueText } from '#app/text/staff/queue.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link, useNavigate } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { focusOn, moveRow, pickRow } from '../ui/keys/pageKeys.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { rememberList } from '../ui/wayBack.ts';
import type { QueueAddress, QueueSortKey } from './address.ts';
import { type BulkAnswer, BulkBar, type BulkBarProps, BulkResult } from './BulkBar.tsx';
import { NewsBar } from './NewsBar.tsx';
import { QueueFilters, type QueueFiltersProps } from './QueueFilters.tsx';
import { pickOf, QueueTable, type QueueTableProps, type QueueTableRow } from './QueueTable.tsx';
import { titleOf } from './titleOf.ts';
import { useNews } from './useNews.ts';

export type QueuePageProps = Pick<QueueTableProps, 'today' | 'openDays' | 'erasure'> & {
  /** The query of the page. */
  search: string;
  address: QueueAddress;
  queue: {
    rows: readonly QueueTableRow[];
    total: number;
    page: number;
    pages: number;
    counts: QueueFiltersProps['counts'];
    held: number;
  };
  /** Where the item to decide next is decided, or null. */
  next: string | null;
  /** When the page was made. */
  madeAt: Instant;
  /** What is needed to do something to several items; null where the person may not. */
  bulk: Pick<BulkBarProps, 'idempotencyKey' | 'colleagues' | 'self'> | null;
  answer?: BulkAnswer | undefined;
};

/** 審査キュー: 次の1件, the tabs and filters, and the rows of all kinds, due first. */
export function QueuePage(props: QueuePageProps) {
  const { search, address, queue, next, today, openDays, erasure, madeAt, bulk, answer } = props;
  const { kind, sort } = address;
  const navigate = useNavigate();
  useCommands(
    commandsOf('queue', {
      down: () => moveRow(1),
      up: () => moveRow(-1),
      select: pickRow,
      next: next === null ? undefined : () => void navigate(next),
      filter: () => focusOn('main form[role="search"] input[type="search"]'),
    }),
  );
  const query = new URLSearchParams(search);
  query.delete('done');
  query.delete('index');
  const here = changeQuery(query, paths.staff.reviews(), {});
  useEffect(() => rememberList(paths.staff.reviews(), here), [here]);

  const news = useNews(newsPath(address, madeAt, queue.rows));
  const rows =
    news === null
      ? queue.rows
      : queue.rows.map((row) => (isPosting(row) ? { ...row, holder: news.holders[row.id] ?? null } : row));
  const picks = bulk !== null && (kind === null || typeOfKind[kind] !== null);
  const filtered =
    address.due !== null || address.holder !== null || address.only !== null || address.q !== '';
  return (
    <>
      <PageTitle title={queueText.title} hasErrors={answer !== undefined} />
      {answer === undefined ? null : (
        <BulkResult answer={answer} nameOf={(item) => rowNamed(queue.rows, item)} />
      )}
      <Next kind={kind} next={next} />
      <QueueFilters address={address} query={query} counts={queue.counts} held={queue.held} />
      {kind === 'withdrawal' ? <p>{queueText.withdrawn}</p> : null}
      <NewsBar arrived={news?.arrived ?? 0} />
      {!picks || queue.total === 0 ? null : <BulkBar {...bulk} answer={answer} />}
      <QueueTable
        rows={rows}
        tab={kind}
        today={today}
        openDays={openDays}
        erasure={erasure}
        picked={!picks ? null : new Set(answer?.picked)}
        empty={<Nothing filtered={filtered} kind={kind} />}
        sortOf={(by) => sortLink(query, by, sort)}
      />
      {queue.total === 0 ? null : (
        <Pagination
          page={queue.page}
          pages={queue.pages}
          total={queue.total}
          href={(page) => changeQuery(query, paths.staff.reviews(), { page: page === 1 ? null : page })}
        />
      )}
      <p>
        <Link to={paths.print.reviews(query.size === 0 ? '' : `?${query}`)}>{sheetsText.reviews.link}</Link>
      </p>
      <p>
        <Link to={paths.staff.reviewsDone()}>{queueText.done}</Link>
      </p>
    </>
  );
}

function Next({ kind, next }: { kind: QueueKind | null; next: string | null }) {
  if (kind === 'withdrawal') return null;
  if (next === null) return <p>{queueText.noNext(kind === null ? null : queueKindWords[kind])}</p>;
  return (
    <ButtonRow>
      <ButtonLink to={next} kind="primary" shortcut={keyTable.queue.keys.next[0]}>
        {queueText.next}
      </ButtonLink>
    </ButtonRow>
  );
}

function Nothing({ filtered, kind }: { filtered: boolean; kind: QueueKind | null }) {
  return filtered ? (
    <EmptyState title={queueText.emptyFiltered}>
      <Link to={paths.staff.reviews(kind === null ? {} : { kind })}>{queueText.clear}</Link>
    </EmptyState>
  ) : (
    <EmptyState title={queueText.empty}>
      <Link to={paths.staff.reviewsDone()}>{queueText.toDone}</Link>
    </EmptyState>
  );
}

function sortLink(query: URLSearchParams, by: QueueSortKey, sort: QueueAddress['sort']) {
  const now =
    sort?.by !== by ? ('none' as const) : sort.down ? ('descending' as const) : ('ascending' as const);
  const next = now === 'ascending' ? `-${by}` : by;
  return { href: changeQuery(query, paths.staff.reviews(), { sort: next, page: null }), now };
}

const isPosting = ({ kind }: QueueTableRow): boolean => typeOfKind[kind] === 'posting';

const newsPath = (
  { kind, due, holder, only, q }: QueueAddress,
  since: Instant,
  rows: readonly QueueTableRow[],
): string =>
  paths.staff.reviewsNews({
    ...(kind === null ? {} : { kind }),
    ...(due === null ? {} : { due }),
    ...(holder === null ? {} : { holder }),
    ...(only === null ? {} : { only }),
    q,
    since,
    posting: rows.filter(isPosting).map(({ id }) => id),
  });

/** The row of a check box, in words. */
function rowNamed(rows: readonly QueueTableRow[], item: string): string {
  const row = rows.find((one) => pickOf(one) === item);
  return row === undefined ? queueText.bulk.unknown : `${titleOf(row)}（${row.establishmentName}）`;
}
