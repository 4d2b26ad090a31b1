import type { FieldChange } from '#app/domain/ruleComparison.ts';
import type { Feature } from '#app/domain/verdict.ts';
import { featureNames } from '#app/text/features.ts';
import { outcomeWords, rulesText } from '#app/text/staff/rules.ts';
import { ruleVersionsText as text } from '#app/text/staff/ruleVersions.ts';
import styles from './Comparison.module.css';
import { linePairs, type Piece } from './wordDiff.ts';

const wordFor = (ruleSet: string, codes: FieldChange['codes'], line: string): string => {
  switch (codes) {
    case 'outcome':
      return outcomeWords(ruleSet, line);
    case 'feature':
      return featureNames[line as Feature] ?? line;
    case 'severity':
      return rulesText.severity[line as 'error' | 'warning'] ?? line;
    case undefined:
      return line;
  }
};

const linesOf = (
  ruleSet: string,
  lines: readonly string[] | null,
  codes: FieldChange['codes'],
): readonly string[] => (lines ?? []).map((line) => wordFor(ruleSet, codes, line));

/** Changes of one part after the other, in their order. */
const partsOf = (changes: readonly FieldChange[]): readonly (readonly [string, readonly FieldChange[]])[] => {
  const parts = new Map<string, FieldChange[]>();
  for (const change of changes) parts.set(change.part, [...(parts.get(change.part) ?? []), change]);
  return [...parts];
};

export type ComparisonTableProps = {
  /** The id of the rule set, for the words of its outcomes. */
  ruleSet: string;
  changes: readonly FieldChange[];
  /** What stands over each side: 「改正前」 with the number of the version. */
  before: string;
  after: string;
};

/** 新旧対照表: only what differs, the older text beside the newer one, words that are on one side only marked. */
export function ComparisonTable({ ruleSet, changes, before, after }: ComparisonTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{text.compare}</caption>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      {partsOf(changes).map(([part, fields]) => (
        <tbody key={part}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={styles.part}>
              {part}
            </th>
          </tr>
          {fields.map((change) => (
            <Row key={change.field} ruleSet={ruleSet} change={change} before={before} after={after} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({
  ruleSet,
  change,
  before,
  after,
}: Pick<ComparisonTableProps, 'ruleSet' | 'before' | 'after'> & { change: FieldChange }) {
  const { field, codes } = change;
  const pairs = linePairs(linesOf(ruleSet, change.before, codes), linesOf(ruleSet, change.after, codes));
  return (
    <tr>
      <th scope="row">{field}</th>
      <td data-label={before}>
        {change.before === null ? text.absent : <Side lines={pairs.map((pair) => pair.before)} mark="del" />}
      </td>
      <td data-label={after}>
        {change.after === null ? text.absent : <Side lines={pairs.map((pair) => pair.after)} mark="ins" />}
      </td>
    </tr>
  );
}

function Side({ lines, mark }: { lines: readonly (readonly Piece[] | null)[]; mark: 'ins' | 'del' }) {
  const Mark = mark;
  let place = 0;
  return (
    <div className={styles.lines}>
      {lines.map((line) => {
        place += 1;
        if (line === null) return null;
        let at = 0;
        return (
          <p key={place}>
            {line.map((piece) => {
              at += 1;
              return piece.only ? <Mark key={at}>{piece.text}</Mark> : piece.text;
            })}
          </p>
        );
      })}
    </div>
  );
}
