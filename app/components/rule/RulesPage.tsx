import type { DescribedRuleSet } from '#app/domain/explanation.ts';
import { longDate } from '#app/text/format.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import styles from './Rules.module.css';

export type ListedRuleSet = Pick<
  DescribedRuleSet,
  'id' | 'title' | 'summary' | 'version' | 'owner' | 'effective'
> & {
  rules: number;
};

const columns: readonly Column<ListedRuleSet>[] = [
  {
    key: 'title',
    label: rulesText.columns.title,
    heading: true,
    cell: ({ id, title, summary }) => (
      <>
        <Link to={paths.staff.ruleSet(id)}>{title}</Link>
        <p className={styles.weak}>{summary}</p>
      </>
    ),
  },
  {
    key: 'version',
    label: rulesText.columns.version,
    cell: ({ version }) => <span className={styles.short}>{version}</span>,
  },
  { key: 'from', label: rulesText.columns.from, cell: ({ effective }) => longDate(effective.from) },
  {
    key: 'rules',
    label: rulesText.columns.rules,
    end: true,
    cell: ({ rules }) => (
      <span className={styles.short}>{rules === 0 ? rulesText.noRules : rulesText.ruleCount(rules)}</span>
    ),
  },
  { key: 'owner', label: rulesText.columns.owner, cell: ({ owner }) => owner },
];

/** 規則: every rule set in force today. */
export function RulesPage({ ruleSets }: { ruleSets: readonly ListedRuleSet[] }) {
  return (
    <>
      <PageTitle title={rulesText.title} />
      <p>{rulesText.lead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleFacts()}>{rulesText.facts}</Link>
        <Link to={paths.staff.minimumWages()}>{rulesText.minimumWages}</Link>
      </p>
      <PlainTable
        caption={rulesText.title}
        captionHidden
        columns={columns}
        rows={ruleSets}
        rowKey={({ id }) => id}
        empty={<EmptyState title={rulesText.empty} />}
      />
    </>
  );
}
