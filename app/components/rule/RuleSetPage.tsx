import type { DescribedRule, DescribedRuleSet } from '#app/domain/explanation.ts';
import type { LabelledValue } from '#app/domain/ruleComparison.ts';
import type { RuleVersionState } from '#app/domain/ruleVersion.ts';
import { featureNames } from '#app/text/features.ts';
import { longDate } from '#app/text/format.ts';
import { backTestsText } from '#app/text/staff/backTests.ts';
import { ruleChangesText } from '#app/text/staff/ruleChanges.ts';
import { outcomeWords, rulesText } from '#app/text/staff/rules.ts';
import { ruleTrialText } from '#app/text/staff/ruleTrial.ts';
import { ruleVersionsText as versionsText } from '#app/text/staff/ruleVersions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { ConditionTree } from './ConditionTree.tsx';
import { DecisionTable } from './DecisionTable.tsx';
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

const exampleColumns = (
  ruleSet: string,
  situations: NonNullable<RuleSetPageProps['situations']>,
): readonly Column<Example>[] => [
  {
    key: 'title',
    label: rulesText.examples.title,
    heading: true,
    cell: ({ id, title }) => <ExampleRead title={title} situation={situations[id]} />,
  },
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

export type RuleSetPageProps = {
  ruleSet: DescribedRuleSet;
  /** The case of each example in words, by its id. */
  situations?: Readonly<Record<string, readonly LabelledValue[] | null>>;
  /** What the version is today; the address of another than the one in force names it. */
  state?: RuleVersionState;
  view?: 'sentences' | 'table';
  /** Whether this person may change rules, or only try them. */
  changes?: boolean;
  tries?: boolean;
};

/** A rule set as people read it: sentence by sentence with its quote, figures with units, examples. */
export function RuleSetPage({
  ruleSet,
  situations = {},
  state = 'current',
  view = 'sentences',
  changes = false,
  tries = false,
}: RuleSetPageProps) {
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
        <Link to={paths.staff.ruleHistory(id)}>{versionsText.history}</Link>
        <Link to={paths.staff.ruleVersionText(id, version)}>{versionsText.text}</Link>
        {tries ? (
          <>
            <Link to={paths.staff.ruleTry(id)}>{ruleTrialText.open}</Link>
            <Link to={paths.staff.backTestStart(id)}>{backTestsText.open}</Link>
          </>
        ) : null}
        <Link to={paths.staff.ruleChanges({ of: id })}>{ruleChangesText.title}</Link>
        {changes ? <Link to={paths.staff.ruleChangeStart(id)}>{ruleChangesText.start}</Link> : null}
      </p>
      {state === 'current' ? null : (
        <Banner kind="info" title={versionsText.notNow[state]}>
          <Link to={paths.staff.ruleSet(id)}>{versionsText.toCurrent}</Link>
        </Banner>
      )}
      {appliesWhen === null ? null : (
        <section className={styles.section}>
          <h2>{rulesText.appliesTitle}</h2>
          <ConditionTree condition={appliesWhen} />
        </section>
      )}
      {rules.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{rulesText.rulesTitle}</h2>
          <p className={styles.links}>
            {view === 'table' ? (
              <Link to="?">{versionsText.asText}</Link>
            ) : (
              <Link to="?view=table">{versionsText.asTable}</Link>
            )}
          </p>
          {view === 'table' ? (
            <DecisionTable rules={rules} />
          ) : (
            <ul className={styles.rules}>
              {rules.map((rule) => (
                <RuleRead key={rule.rule} {...rule} />
              ))}
            </ul>
          )}
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
            columns={exampleColumns(ruleSet.id, situations)}
            rows={examples}
            rowKey={({ id }) => id}
            empty={null}
          />
        </section>
      )}
    </>
  );
}

function ExampleRead({
  title,
  situation,
}: {
  title: string;
  situation: readonly LabelledValue[] | null | undefined;
}) {
  return (
    <>
      {title}
      {situation === undefined ? null : (
        <details className={styles.weak}>
          <summary>{versionsText.situation}</summary>
          {situation === null ? (
            <p>{versionsText.situationUnread}</p>
          ) : (
            <ul>
              {situation.map(({ label, value }) => (
                <li key={label}>
                  {label}：{value}
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </>
  );
}

function RuleRead({ rule, title, source, condition, message, severity, deny }: DescribedRule) {
  return (
    <li className={styles.rule} id={rule} tabIndex={-1}>
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
