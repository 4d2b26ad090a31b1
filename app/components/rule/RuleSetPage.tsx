import type { DescribedRule, DescribedRuleSet } from '#app/domain/explanation.ts';
import { featureNames } from '#app/text/features.ts';
import { longDate } from '#app/text/format.ts';
import { backTestsText } from '#app/text/staff/backTests.ts';
import { ruleChangesText } from '#app/text/staff/ruleChanges.ts';
import { outcomeWords, rulesText } from '#app/text/staff/rules.ts';
import { ruleTrialText } from '#app/text/staff/ruleTrial.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { ConditionTree } from './ConditionTree.tsx';
import { RuleSource } from './RuleSource.tsx';
import styles from './Rules.module.css';

type Parameter = DescribedRuleSet['parameters'][number];
type Example = DescribedRuleSet['examples'][number];

const parameterColumns: readonly Column<Parameter>[] = [
  { key: 'label', label: rulesText.parameters.label, heading: true, cell: ({ label }) => label },
  { key: 'value', label: rulesText.parameters.value, end: true, cell: ({ value }) => value },
  { key: 'bounds', label: rulesText.parameters.bounds, cell: ({ bounds }) => bounds },
  { key: 'source', label: rulesText.parameters.source, cell: ({ source }) => `「${source.quote}」` },
];

const exampleColumns = (ruleSet: string): readonly Column<Example>[] => [
  { key: 'title', label: rulesText.examples.title, heading: true, cell: ({ title }) => title },
  {
    key: 'outcome',
    label: rulesText.examples.outcome,
    cell: ({ outcome }) => outcomeWords(ruleSet, outcome),
  },
  {
    key: 'rules',
    label: rulesText.examples.rules,
    cell: ({ rules }) => rules.join('、') || rulesText.noneFires,
  },
];

/** A rule set as people read it: sentence by sentence with its quote, figures with units, examples. */
export type RuleSetPageProps = {
  ruleSet: DescribedRuleSet;
  /** Whether this person may change rules, or only try them. */
  changes: boolean;
  tries: boolean;
};

export function RuleSetPage({ ruleSet, changes, tries }: RuleSetPageProps) {
  const { id, title, summary, version, owner, effective, appliesWhen, rules, parameters, examples } = ruleSet;
  const period =
    effective.to === null
      ? rulesText.from(longDate(effective.from))
      : rulesText.fromTo(longDate(effective.from), longDate(effective.to));
  return (
    <>
      <PageTitle title={title} over={rulesText.title}>
        <span>{rulesText.version(version)}</span> <span>{period}</span> <span>{owner}</span>
      </PageTitle>
      <p>{summary}</p>
      <p className={styles.links}>
        <Link to={paths.staff.rules()}>{rulesText.back}</Link>
        <Link to={paths.staff.ruleFacts()}>{rulesText.facts}</Link>
        {changes ? (
          <Link to={paths.staff.ruleChangeStart(id)}>{ruleChangesText.start}</Link>
        ) : (
          <Link to={paths.staff.ruleChanges({ of: id })}>{ruleChangesText.title}</Link>
        )}
        {tries ? (
          <>
            <Link to={paths.staff.ruleTry(id)}>{ruleTrialText.open}</Link>
            <Link to={paths.staff.backTestStart(id)}>{backTestsText.open}</Link>
          </>
        ) : null}
      </p>
      {changes ? null : <p className={styles.weak}>{ruleChangesText.notSupervisor}</p>}
      {appliesWhen === null ? null : (
        <section className={styles.section}>
          <h2>{rulesText.appliesTitle}</h2>
          <ConditionTree condition={appliesWhen} />
        </section>
      )}
      {rules.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{rulesText.rulesTitle}</h2>
          <ul className={styles.rules}>
            {rules.map((rule) => (
              <RuleRead key={rule.rule} {...rule} />
            ))}
          </ul>
        </section>
      )}
      {parameters.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{rulesText.parametersTitle}</h2>
          <PlainTable
            caption={rulesText.parametersTitle}
            captionHidden
            columns={parameterColumns}
            rows={parameters}
            rowKey={({ name }) => name}
            empty={null}
          />
        </section>
      )}
      {examples.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{rulesText.examplesTitle}</h2>
          <p>{rulesText.examplesLead}</p>
          <PlainTable
            caption={rulesText.examplesTitle}
            captionHidden
            columns={exampleColumns(ruleSet.id)}
            rows={examples}
            rowKey={({ id }) => id}
            empty={null}
          />
        </section>
      )}
    </>
  );
}

function RuleRead({ rule, title, source, condition, message, severity, deny }: DescribedRule) {
  return (
    <li className={styles.rule}>
      <div className={styles.head}>
        <h3>
          {rule} {title}
        </h3>
        {severity === null ? null : <span className={styles.state}>{rulesText.severity[severity]}</span>}
      </div>
      <RuleSource source={source} />
      <div>
        <p className={styles.weak}>{rulesText.condition}</p>
        <ConditionTree condition={condition} />
      </div>
      <div>
        <p className={styles.weak}>{rulesText.message}</p>
        <p>{message}</p>
      </div>
      {deny.length === 0 ? null : (
        <div>
          <p className={styles.weak}>{rulesText.deny}</p>
          <p>{deny.map((feature) => featureNames[feature]).join('、')}</p>
        </div>
      )}
    </li>
  );
}
