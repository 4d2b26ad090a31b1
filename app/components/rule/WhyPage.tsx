import type { ExplainedRule, Explanation } from '#app/domain/explanation.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { longDate } from '#app/text/format.ts';
import { outcomeWords, rulesText, whyText } from '#app/text/staff/rules.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ConditionTree } from './ConditionTree.tsx';
import { RuleSource } from './RuleSource.tsx';
import styles from './Rules.module.css';

export type ExplainedVerdict = {
  id: string;
  occasion: string;
  verdict: Verdict;
  /** null when the version that judged is not known any more. */
  explanation: Explanation | null;
  /** Title of the rule set today; its id where there is none of that name. */
  title: string;
};

export type WhyPageProps = {
  title: string;
  /** What it is about: the posting's 職種, the establishment. */
  over: string;
  lead: string;
  empty: string;
  back: { to: string; label: string };
  verdicts: readonly ExplainedVerdict[];
  /** Whether the rules that did not apply are unfolded: few of them, and what they saw is what is asked. */
  unfolded?: boolean;
};

/** なぜこの判定か: verdicts rule by rule, with what each condition saw. */
export function WhyPage({ title, over, lead, empty, back, verdicts, unfolded = false }: WhyPageProps) {
  return (
    <>
      <PageTitle title={title} over={over} />
      <p>{lead}</p>
      <p className={styles.links}>
        <Link to={back.to}>{back.label}</Link>
      </p>
      {verdicts.length === 0 ? <EmptyState title={empty} /> : null}
      {verdicts.map((one) => (
        <VerdictExplained key={one.id} {...one} unfolded={unfolded} />
      ))}
    </>
  );
}

type Shown = ExplainedVerdict & { unfolded?: boolean };

/** One verdict rule by rule. */
export function VerdictExplained({ occasion, verdict, explanation, title, unfolded = false }: Shown) {
  const { asOf, outcome, version, ruleSet } = verdict;
  const judged = whyText.judged(longDate(asOf), whyText.occasions[occasion] ?? occasion);
  return (
    <section className={styles.verdict} aria-label={`${title} ${judged}`}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <p className={styles.weak}>
          {judged}・{rulesText.version(version)}
        </p>
      </div>
      <p>
        {whyText.outcome}：<b>{outcomeWords(ruleSet, outcome)}</b>
      </p>
      {explanation === null ? (
        <Stored verdict={verdict} />
      ) : (
        <Rules explanation={explanation} unfolded={unfolded} />
      )}
    </section>
  );
}

/** What was kept with the verdict itself. */
function Stored({ verdict: { version, reasons } }: { verdict: Verdict }) {
  return (
    <>
      <p>{whyText.unknownVersion(version)}</p>
      <ul>
        {reasons.map(({ rule, message }) => (
          <li key={rule}>{message}</li>
        ))}
      </ul>
    </>
  );
}

function Rules({ explanation, unfolded }: { explanation: Explanation; unfolded: boolean }) {
  const { applicable, appliesWhen, rules } = explanation;
  const fired = rules.filter((rule) => rule.fired);
  const others = rules.filter((rule) => !rule.fired);
  return (
    <>
      {applicable || appliesWhen === null ? null : (
        <>
          <p>{whyText.notApplicable}</p>
          <ConditionTree condition={appliesWhen} />
        </>
      )}
      <p>{whyText.firedCount(fired.length, rules.length)}</p>
      <RuleList rules={fired} />
      {others.length === 0 ? null : (
        <details open={unfolded}>
          <summary>
            {whyText.notFired}（{rulesText.ruleCount(others.length)}）
          </summary>
          <RuleList rules={others} />
        </details>
      )}
    </>
  );
}

function RuleList({ rules }: { rules: readonly ExplainedRule[] }) {
  if (rules.length === 0) return null;
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <RuleExplained key={rule.rule} {...rule} />
      ))}
    </ul>
  );
}

function RuleExplained({ rule, title, source, fired, message, condition, otherwise }: ExplainedRule) {
  return (
    <li className={styles.rule} data-fired={fired}>
      <div className={styles.head}>
        <h3>
          {rule} {title}
        </h3>
        <span className={styles.state} data-fired={fired}>
          {fired ? whyText.fired : whyText.notFired}
        </span>
      </div>
      {message === null ? null : <p>{message}</p>}
      <ConditionTree condition={condition} />
      {otherwise.length === 0 ? null : (
        <div className={styles.otherwise}>
          <p>{fired ? whyText.otherwiseFired : whyText.otherwiseNotFired}</p>
          <ul>
            {otherwise.map((changes, index) => (
              <li key={changes.join()}>
                {index === 0 ? '' : `${whyText.or}、`}
                {changes.join('、かつ、')}
              </li>
            ))}
          </ul>
        </div>
      )}
      <RuleSource source={source} />
    </li>
  );
}
