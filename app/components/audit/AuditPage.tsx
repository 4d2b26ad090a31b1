import type { Actor, Role } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { shortInstant } from '#app/text/format.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { actionWord, actorWords } from '#app/text/staff/timeline.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTabs } from './AuditTabs.tsx';
import { summaryOfDetail } from './details.ts';
import type { ShownFilter } from './filter.ts';
import { type Named, Subject } from './Subject.tsx';

export type AuditLine = {
  seq: number;
  at: Instant;
  actorKind: Actor['kind'];
  actorName: string | null;
  role: Role;
  action: string;
  subject: { type: string; id: string };
  named: Named | null;
  detail: Readonly<Record<string, unknown>>;
};

export type AuditPageProps = {
  /** The query of the page, which paging and the file keep. */
  search: string;
  filter: ShownFilter;
  people: readonly { id: string; name: string }[];
  log: { rows: readonly AuditLine[]; total: number; page: number; pages: number };
  fileRows: number;
};

/** Who did it, with the role of that day. */
export const whoWords = ({
  actorKind,
  actorName,
  role,
}: Pick<AuditLine, 'actorKind' | 'actorName' | 'role'>): string =>
  actorName === null ? actorWords[actorKind] : `${actorName}（${auditText.role(role)}）`;

/** 操作の記録: what was done, the newest first. */
export function AuditPage({ search, filter, people, log, fileRows }: AuditPageProps) {
  const current = new URLSearchParams(search);
  const file = changeQuery(current, paths.staff.auditFile(), { page: null });
  return (
    <>
      <PageTitle title={auditText.title} />
      <AuditTabs now={filter.of} />
      <p>{auditText.lead[filter.of]}</p>
      <AuditFilters action={paths.staff.audit()} filter={filter} people={people} withActs />
      <PlainTable
        caption={auditText.caption}
        captionHidden
        rows={log.rows}
        rowKey={({ seq }) => String(seq)}
        empty={<EmptyState title={auditText.empty} />}
        columns={columns}
      />
      {log.total === 0 ? null : (
        <>
          <Pagination {...log} href={(page) => changeQuery(current, paths.staff.audit(), { page })} />
          <p>
            <a href={file}>{auditText.file}</a> {auditText.fileLimit(fileRows)}
          </p>
        </>
      )}
    </>
  );
}

const columns: readonly Column<AuditLine>[] = [
  {
    key: 'at',
    label: auditText.columns.at,
    cell: ({ at }) => <time dateTime={at}>{shortInstant(at)}</time>,
  },
  { key: 'who', label: auditText.columns.who, cell: whoWords },
  {
    key: 'what',
    label: auditText.columns.what,
    heading: true,
    cell: ({ seq, action }) => <Link to={paths.staff.auditEntry(seq)}>{actionWord(action)}</Link>,
  },
  {
    key: 'subject',
    label: auditText.columns.subject,
    cell: ({ subject, named }) => <Subject type={subject.type} named={named} />,
  },
  { key: 'about', label: auditText.columns.about, cell: ({ detail }) => summaryOfDetail(detail) },
];
