import { changesText } from '#app/text/staff/changes.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import styles from './Differences.module.css';
import type { Piece, StepDifferences } from './differences.ts';

/** 変更前 and 変更後 side by side, section by section; what differs is marked by more than colour. */
export function Differences({ steps }: { steps: readonly StepDifferences[] }) {
  const text = changesText.record;
  if (steps.length === 0) return <p>{text.noDifference}</p>;
  return (
    <div className={styles.differences}>
      {steps.map(({ id, title, rows }) => (
        <PlainTable
          key={id}
          caption={title}
          rows={rows}
          rowKey={({ name }) => name}
          empty={null}
          columns={[
            { key: 'label', label: text.item, heading: true, cell: ({ label }) => label },
            { key: 'before', label: text.before, cell: ({ before }) => <Pieces pieces={before} /> },
            { key: 'after', label: text.after, cell: ({ after }) => <Pieces pieces={after} /> },
          ]}
        />
      ))}
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  if (pieces.length === 0) return <>{changesText.record.nothing}</>;
  let at = 0;
  return (
    <span>
      {pieces.map(({ text, kind }) => {
        at += text.length;
        if (kind === 'removed') return <del key={at}>{text}</del>;
        return kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>;
      })}
    </span>
  );
}
