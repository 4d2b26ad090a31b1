import type { Instant } from '#app/domain/clock.ts';
import { shortInstant } from '#app/text/format.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTabs } from './AuditTabs.tsx';
import type { ShownFilter } from './filter.ts';
import { type Named, Subject } from './Subject.tsx';

export type ViewLine = {
  id: string;
  at: Instant;
  /** null for an employer, who has no name at the counter. */
  actorName: string | null;
  screen: string;
  named: Named | null;
};

export type ViewsPageProps = {
  search: string;
  filter: ShownFilter;
  people: readonly { id: string; name: string }[];
  views: { rows: readonly ViewLine[]; total: number; page: number; pages: number };
};

/** 閲覧の記録: who opened a page about whom, the newest first. */
export function ViewsPage({ search, filter, people, views }: ViewsPageProps) {
  const current = new URLSearchParams(search);
  return (
    <>
      <PageTitle title={auditText.viewsTitle} trail={[{ to: paths.staff.audit(), label: auditText.title }]} />
      <AuditTabs now="views" />
      <p>{auditText.lead.views}</p>
      <AuditFilters action={paths.staff.auditViews()} filter={filter} people={people} withActs={false} />
      <PlainTable
        caption={auditText.viewsTitle}
        captionHidden
        rows={views.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={auditText.empty} />}
        columns={columns}
      />
      {views.total === 0 ? null : (
        <Pagination {...views} href={(page) => changeQuery(current, paths.staff.auditViews(), { page })} />
      )}
    </>
  );
}

const columns: readonly Column<ViewLine>[] = [
  {
    key: 'at',
    label: auditText.columns.at,
    cell: ({ at }) => <time dateTime={at}>{shortInstant(at)}</time>,
  },
  {
    key: 'who',
    label: auditText.columns.viewer,
    heading: true,
    cell: ({ actorName }) => actorName ?? auditText.role('employer'),
  },
  { key: 'screen', label: auditText.columns.screen, cell: ({ screen }) => auditText.screen(screen) },
  {
    key: 'subject',
    label: auditText.columns.subject,
    cell: ({ named }) => (named === null ? auditText.gone : <Subject type={named.kind} named={named} />),
  },
];
