import type { BehaviourChange } from '#app/domain/ruleComparison.ts';
import { longDate } from '#app/text/format.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';
import { ruleVersionsText as text } from '#app/text/staff/ruleVersions.ts';
import styles from './Rules.module.css';

const without = (some: readonly string[], others: readonly string[]): string =>
  some.filter((rule) => !others.includes(rule)).join('、');

/** 判定の変わる事案: one case for each way in which two versions judge differently. */
export function BehaviourList({
  ruleSet,
  behaviour,
}: {
  ruleSet: string;
  behaviour: readonly BehaviourChange[];
}) {
  const [first] = behaviour;
  return (
    <section className={styles.section}>
      <h2>{text.behaviourTitle}</h2>
      {first === undefined ? (
        <p>{text.behaviourNone}</p>
      ) : (
        <>
          <p>{text.behaviourLead(longDate(first.asOf))}</p>
          <ul className={styles.rules}>
            {behaviour.map((change) => (
              <Change key={JSON.stringify(change)} ruleSet={ruleSet} change={change} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Change({
  ruleSet,
  change: { situation, before, after },
}: {
  ruleSet: string;
  change: BehaviourChange;
}) {
  const [was, is] = [before, after].map(({ outcome }) => outcomeWords(ruleSet, outcome));
  const gone = without(before.rules, after.rules);
  const come = without(after.rules, before.rules);
  return (
    <li className={styles.rule}>
      <p>{text.when(situation.map(({ label, value }) => text.is(label, value)).join('、'))}</p>
      <p>
        <b>{was === is ? text.stays(was ?? '') : text.fromTo(was ?? '', is ?? '')}</b>
      </p>
      {gone === '' ? null : <p className={styles.weak}>{text.gone(gone)}</p>}
      {come === '' ? null : <p className={styles.weak}>{text.come(come)}</p>}
    </li>
  );
}
