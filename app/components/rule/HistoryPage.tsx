import type { ListedRuleVersion, RuleVersionOrigin } from '#app/domain/ruleVersion.ts';
import { longDate } from '#app/text/format.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { ruleVersionsText as text } from '#app/text/staff/ruleVersions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import styles from './Rules.module.css';

type Row = ListedRuleVersion & { origin: RuleVersionOrigin | null; previous: string | null };

export type HistoryPageProps = {
  id: string;
  title: string;
  versions: readonly ListedRuleVersion[];
  origins: Readonly<Record<string, RuleVersionOrigin>>;
};

const columnsFor = (id: string): readonly Column<Row>[] => [
  {
    key: 'version',
    label: text.columns.version,
    heading: true,
    cell: ({ version }) => (
      <Link to={paths.staff.ruleVersion(id, version)} className={styles.short}>
        {rulesText.version(version)}
      </Link>
    ),
  },
  { key: 'state', label: text.columns.state, cell: ({ state }) => text.states[state] },
  {
    key: 'from',
    label: text.columns.from,
    cell: ({ effective: { from, to } }) =>
      to === null ? rulesText.from(longDate(from)) : rulesText.fromTo(longDate(from), longDate(to)),
  },
  {
    key: 'origin',
    label: text.columns.origin,
    cell: ({ origin }) => (origin === null ? '' : text.origins[origin]),
  },
  {
    key: 'compare',
    label: text.columns.compare,
    cell: ({ version, previous }) =>
      previous === null ? (
        '―'
      ) : (
        <Link to={paths.staff.ruleCompare(id, { from: previous, to: version })}>{text.compareBefore}</Link>
      ),
  },
];

/** 版の履歴: every version of one rule set, the newest first. */
export function HistoryPage({ id, title, versions, origins }: HistoryPageProps) {
  const rows = versions.map(
    (one, index): Row => ({
      ...one,
      origin: origins[one.version] ?? null,
      previous: versions[index + 1]?.version ?? null,
    }),
  );
  return (
    <>
      <PageTitle title={text.historyOf(title)} over={rulesText.title} />
      <p>{text.lead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleSet(id)}>{text.back}</Link>
        {rows.length < 2 ? null : <Link to={paths.staff.ruleCompare(id)}>{text.compare}</Link>}
      </p>
      <PlainTable
        caption={text.history}
        captionHidden
        columns={columnsFor(id)}
        rows={rows}
        rowKey={({ version }) => version}
        empty={null}
      />
      {rows.length < 2 ? <p>{text.onlyOne}</p> : null}
    </>
  );
}
