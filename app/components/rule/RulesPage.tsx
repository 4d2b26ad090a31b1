import type { DescribedRuleSet } from '#app/domain/explanation.ts';
import type { RuleChangeState } from '#app/domain/ruleChange.ts';
import { grouped, longDate, shortInstant } from '#app/text/format.ts';
import { ruleChangeMarks, ruleChangesText } from '#app/text/staff/ruleChanges.ts';
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
  /** The next version that is scheduled. */
  next: { version: string; from: string } | null;
  lastChange: { id: string; state: RuleChangeState; at: string } | null;
  /** How often each rule has applied in the counted days, in file order. */
  fired: readonly { rule: string; count: number }[];
};

const columns = (countedDays: number): readonly Column<ListedRuleSet>[] => [
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
  {
    key: 'next',
    label: rulesText.columns.next,
    cell: ({ next }) =>
      next === null ? rulesText.noNext : rulesText.nextVersion(next.version, longDate(next.from)),
  },
  {
    key: 'change',
    label: rulesText.columns.change,
    cell: ({ lastChange }) =>
      lastChange === null ? (
        rulesText.noChange
      ) : (
        <Link to={paths.staff.ruleChange(lastChange.id)}>
          {ruleChangeMarks[lastChange.state].word} {shortInstant(lastChange.at)}
        </Link>
      ),
  },
  {
    key: 'fired',
    label: rulesText.columns.fired(countedDays),
    cell: ({ fired }) => <Fired fired={fired} />,
  },
  { key: 'owner', label: rulesText.columns.owner, cell: ({ owner }) => owner },
];

/** The sum, and each rule behind it. */
function Fired({ fired }: Pick<ListedRuleSet, 'fired'>) {
  const sum = fired.reduce((total, { count }) => total + count, 0);
  if (fired.length === 0 || sum === 0) return <span className={styles.short}>{rulesText.noneFired}</span>;
  return (
    <details>
      <summary className={styles.short}>{rulesText.firedTimes(grouped(sum))}</summary>
      <ul className={styles.plain}>
        {fired
          .filter(({ count }) => count > 0)
          .map(({ rule, count }) => (
            <li key={rule}>{rulesText.firedRule(rule, grouped(count))}</li>
          ))}
      </ul>
    </details>
  );
}

/** 規則: every rule set in force today. */
export function RulesPage({
  ruleSets,
  countedDays,
  openChanges,
}: {
  ruleSets: readonly ListedRuleSet[];
  countedDays: number;
  openChanges: number;
}) {
  return (
    <>
      <PageTitle title={rulesText.title} />
      <p>{rulesText.lead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleChanges()}>{ruleChangesText.openList(openChanges)}</Link>
        <Link to={paths.staff.ruleFacts()}>{rulesText.facts}</Link>
        <Link to={paths.staff.minimumWages()}>{rulesText.minimumWages}</Link>
      </p>
      <PlainTable
        caption={rulesText.title}
        captionHidden
        columns={columns(countedDays)}
        rows={ruleSets}
        rowKey={({ id }) => id}
        empty={<EmptyState title={rulesText.empty} />}
      />
    </>
  );
}
