import type { BehaviourChange, FieldChange } from '#app/domain/ruleComparison.ts';
import type { ListedRuleVersion } from '#app/domain/ruleVersion.ts';
import { longDate } from '#app/text/format.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { ruleVersionsText as text } from '#app/text/staff/ruleVersions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { SubmitButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SearchForm } from '../ui/SearchForm.tsx';
import { BehaviourList } from './BehaviourList.tsx';
import styles from './Comparison.module.css';
import { ComparisonTable } from './ComparisonTable.tsx';
import ruleStyles from './Rules.module.css';

export type ComparePageProps = {
  id: string;
  title: string;
  versions: readonly ListedRuleVersion[];
  /** The numbers of the two versions. */
  from: string;
  to: string;
  compared: { changes: readonly FieldChange[]; behaviour: readonly BehaviourChange[] };
};

/** 新旧対照表 of two versions of a rule set; A4 on paper. */
export function ComparePage({ id, title, versions, from, to, compared }: ComparePageProps) {
  const { changes, behaviour } = compared;
  const over = (side: string, number: string): string => `${side}（${rulesText.version(number)}）`;
  return (
    <>
      <PageTitle title={text.compareOf(title)} over={rulesText.title} />
      <p className={ruleStyles.links}>
        <Link to={paths.staff.ruleSet(id)}>{text.back}</Link>
        <Link to={paths.staff.ruleHistory(id)}>{text.history}</Link>
      </p>
      <SearchForm action={paths.staff.ruleCompare(id)} label={text.chooseLabel} className={styles.form}>
        <VersionSelect name="from" label={text.from} value={from} versions={versions} />
        <VersionSelect name="to" label={text.to} value={to} versions={versions} />
        <SubmitButton kind="secondary">{text.choose}</SubmitButton>
      </SearchForm>
      {from === to ? (
        <EmptyState title={text.sameVersion} />
      ) : (
        <>
          {changes.length === 0 ? (
            <EmptyState title={text.same} />
          ) : (
            <section className={ruleStyles.section}>
              <p>
                {text.changed(changes.length)}
                {text.marks}
              </p>
              <ComparisonTable
                ruleSet={id}
                changes={changes}
                before={over(text.from, from)}
                after={over(text.to, to)}
              />
            </section>
          )}
          <BehaviourList ruleSet={id} behaviour={behaviour} />
        </>
      )}
    </>
  );
}

export function VersionSelect({
  name,
  label,
  value,
  versions,
}: {
  name: string;
  label: string;
  value: string;
  versions: readonly ListedRuleVersion[];
}) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select name={name} defaultValue={value} key={value}>
        {versions.map(({ version, effective, state }) => (
          <option key={version} value={version}>
            {text.versionOption(version, longDate(effective.from), text.states[state])}
          </option>
        ))}
      </select>
    </label>
  );
}
