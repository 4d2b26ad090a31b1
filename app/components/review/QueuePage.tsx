import { sheetsText } from '#app/text/sheets.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { queueText } from '#app/text/staff/review.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link, useNavigate } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { focusOn, moveRow } from '../ui/keys/pageKeys.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { QueueFilters, type QueueFiltersProps } from './QueueFilters.tsx';
import { type QueueRow, type QueueSortKey, QueueTable, type QueueTableProps } from './QueueTable.tsx';

export type QueuePageProps = Omit<QueueFiltersProps, 'counts'> &
  Pick<QueueTableProps, 'today' | 'openDays' | 'holders'> & {
    queue: {
      rows: readonly QueueRow[];
      total: number;
      page: number;
      pages: number;
      counts: QueueFiltersProps['counts'];
    };
    /** How the rows are sorted, where the address says so. */
    sort: { by: QueueSortKey; down: boolean } | null;
    /** The posting to decide next, or null. */
    next: string | null;
  };

/** 審査の一覧: 次の1件, the filters, and the rows, due first. */
export function QueuePage(props: QueuePageProps) {
  const { search, state, due, q, queue, next, today, openDays, holders, sort } = props;
  const navigate = useNavigate();
  useCommands(
    commandsOf('queue', {
      down: () => moveRow(1),
      up: () => moveRow(-1),
      next: next === null ? undefined : () => void navigate(paths.staff.review(next)),
      filter: () => focusOn('main form[role="search"] input[type="search"]'),
    }),
  );
  const current = new URLSearchParams(search);
  current.delete('done');
  const query = current.toString();
  return (
    <>
      <PageTitle title={queueText.title} />
      {next === null ? (
        <p>{queueText.noNext}</p>
      ) : (
        <ButtonRow>
          <ButtonLink to={paths.staff.review(next)} kind="primary" shortcut={keyTable.queue.keys.next[0]}>
            {queueText.next}
          </ButtonLink>
        </ButtonRow>
      )}
      <p>
        <Link to={paths.print.reviews(query === '' ? '' : `?${query}`)}>{sheetsText.reviews.link}</Link>
      </p>
      <QueueFilters search={search} state={state} due={due} q={q} counts={queue.counts} />
      <QueueTable
        rows={queue.rows}
        today={today}
        openDays={openDays}
        holders={holders}
        sortOf={(by) => {
          const now = sort?.by !== by ? 'none' : sort.down ? 'descending' : 'ascending';
          const next = now === 'ascending' ? `-${by}` : by;
          return { href: changeQuery(current, paths.staff.reviews(), { sort: next, page: null }), now };
        }}
        unfiltered={state === 'all' && due === 'all' && q === '' ? null : paths.staff.reviews()}
      />
      {queue.total === 0 ? null : (
        <Pagination
          page={queue.page}
          pages={queue.pages}
          total={queue.total}
          href={(page) => changeQuery(current, paths.staff.reviews(), { page: page === 1 ? null : page })}
        />
      )}
    </>
  );
}
