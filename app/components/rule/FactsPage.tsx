import type { DescribedFact } from '#app/domain/explanation.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import styles from './Rules.module.css';

export type FactsOfRuleSet = { id: string; title: string; facts: readonly DescribedFact[] };

const columns: readonly Column<DescribedFact>[] = [
  {
    key: 'label',
    label: rulesText.factColumns.label,
    heading: true,
    cell: ({ label, name }) => (
      // One element, so that a narrow screen keeps both beside their heading.
      <div>
        {label}
        <p className={styles.weak}>
          <code>{name}</code>
        </p>
      </div>
    ),
  },
  {
    key: 'type',
    label: rulesText.factColumns.type,
    cell: ({ type, unit }) => (unit === null ? rulesText.types[type] : rulesText.integerIn[unit]),
  },
  { key: 'choices', label: rulesText.factColumns.choices, cell: ({ choices }) => choices.join('、') || '―' },
  {
    key: 'whenNull',
    label: rulesText.factColumns.whenNull,
    cell: ({ whenNull }) => whenNull ?? rulesText.always,
  },
  { key: 'origin', label: rulesText.factColumns.origin, cell: ({ origin }) => <code>{origin}</code> },
  {
    key: 'used',
    label: rulesText.factColumns.used,
    cell: ({ used }) => <span className={styles.short}>{used ? rulesText.used : rulesText.unused}</span>,
  },
];

/** 事実の一覧: what the rules of each set may look at, from the catalogue that builds it. */
export function FactsPage({ ruleSets }: { ruleSets: readonly FactsOfRuleSet[] }) {
  return (
    <>
      <PageTitle title={rulesText.facts} over={rulesText.title} />
      <p>{rulesText.factsLead}</p>
      <p className={styles.links}>
        <Link to={paths.staff.rules()}>{rulesText.back}</Link>
      </p>
      {ruleSets.map(({ id, title, facts }) => (
        <section key={id} className={styles.section}>
          <h2>
            <Link to={paths.staff.ruleSet(id)}>{title}</Link>
          </h2>
          <PlainTable
            caption={title}
            captionHidden
            columns={columns}
            rows={facts}
            rowKey={({ name }) => name}
            empty={null}
          />
        </section>
      ))}
    </>
  );
}
