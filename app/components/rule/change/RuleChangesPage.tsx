import type { RuleChangeState } from '#app/domain/ruleChange.ts';
import { longDate, shortInstant } from '#app/text/format.ts';
import { ruleChangeMarks, ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../../ui/PlainTable.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import styles from '../Rules.module.css';

export type RuleChangeRow = {
  id: string;
  title: string;
  baseVersion: string;
  newVersion: string | null;
  state: RuleChangeState;
  effectiveFrom: string | null;
  updatedBy: string;
  updatedAt: string;
};

const columns: readonly Column<RuleChangeRow>[] = [
  {
    key: 'ruleSet',
    label: text.columns.ruleSet,
    heading: true,
    cell: ({ id, title }) => <Link to={paths.staff.ruleChange(id)}>{title}</Link>,
  },
  {
    key: 'state',
    label: text.columns.state,
    cell: ({ state }) => <StatusBadge mark={ruleChangeMarks[state]} />,
  },
  {
    key: 'versions',
    label: text.columns.versions,
    cell: ({ baseVersion, newVersion }) =>
      newVersion === null ? text.fromBase(baseVersion) : text.fromTo(baseVersion, newVersion),
  },
  {
    key: 'from',
    label: text.columns.from,
    cell: ({ effectiveFrom }) => (effectiveFrom === null ? text.noDate : longDate(effectiveFrom)),
  },
  {
    key: 'updated',
    label: text.columns.updated,
    cell: ({ updatedBy, updatedAt }) => text.updated(byWords(updatedBy), shortInstant(updatedAt)),
  },
];

/** Whoever is no member of staff is the command that took a file in. */
export const byWords = (name: string): string => (name === 'rules.import' ? text.importedBy : name);

/** 規則の変更: what is open first. */
export function RuleChangesPage({ rows }: { rows: readonly RuleChangeRow[] }) {
  return (
    <>
      <PageTitle title={text.title} />
      <p>{text.lead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.rules()}>{rulesText.back}</Link>
      </p>
      <PlainTable
        caption={text.title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={text.empty} />}
      />
    </>
  );
}
