import type { DescribedRule } from '#app/domain/explanation.ts';
import { ruleVersionsText as text } from '#app/text/staff/ruleVersions.ts';
import styles from './DecisionTable.module.css';
import { decisionsOf } from './decisionTable.ts';

/** The rules as a decision table: a row for each way in which a rule may apply, a column for each fact. */
export function DecisionTable({ rules }: { rules: readonly DescribedRule[] }) {
  const decisions = decisionsOf(rules);
  if (decisions === null) return <p>{text.tableUnreadable}</p>;
  let row = 0;
  return (
    <>
      <p>{text.tableLead}</p>
      <table className={styles.decisions}>
        <caption className="visually-hidden">{text.tableTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{text.tableRule}</th>
            {decisions.subjects.map((subject) => (
              <th key={subject} scope="col">
                {subject}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decisions.rows.map(({ rule, title, cells }) => {
            row += 1;
            return (
              <tr key={row}>
                <th scope="row">
                  {rule} {title}
                </th>
                {decisions.subjects.map((subject) => (
                  <td key={subject} data-label={subject} data-looked={cells.has(subject)}>
                    {cells.get(subject)?.map((line) => <div key={line}>{line}</div>) ?? '―'}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
