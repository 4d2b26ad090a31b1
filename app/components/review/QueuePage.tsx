import { keyTable } from '#app/text/staff/keys.ts';
import { queueText } from '#app/text/staff/review.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { useNavigate } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { focusOn, moveRow } from '../ui/keys/pageKeys.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { QueueFilters, type QueueFiltersProps } from './QueueFilters.tsx';
import { type QueueRow, QueueTable, type QueueTableProps } from './QueueTable.tsx';

export type QueuePageProps = Omit<QueueFiltersProps, 'counts'> &
  Pick<QueueTableProps, 'today' | 'openDays' | 'holders'> & {
    queue: {
      rows: readonly QueueRow[];
      total: number;
      page: number;
      pages: number;
      counts: QueueFiltersProps['counts'];
    };
    /** The posting to decide next, or null. */
    next: string | null;
  };

/** 審査の一覧: 次の1件, the filters, and the rows, due first. */
export function QueuePage(props: QueuePageProps) {
  const { search, state, due, q, queue, next, today, openDays, holders } = props;
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
      <QueueFilters search={search} state={state} due={due} q={q} counts={queue.counts} />
      <QueueTable
        rows={queue.rows}
        today={today}
        openDays={openDays}
        holders={holders}
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
