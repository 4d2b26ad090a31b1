import type { ConditionInWords } from '#app/domain/explanation.ts';
import { whyText } from '#app/text/staff/rules.ts';
import styles from './ConditionTree.module.css';

/** A rule's conditions in words, one line each; ○ and × where something was judged. */
export function ConditionTree({ condition }: { condition: ConditionInWords }) {
  return (
    <ul className={styles.tree}>
      <Branch condition={condition} />
    </ul>
  );
}

const partsOf = (condition: ConditionInWords): readonly ConditionInWords[] => {
  if (condition.kind === 'comparison') return [];
  return condition.kind === 'not' ? [condition.part] : condition.parts;
};

function Branch({ condition }: { condition: ConditionInWords }) {
  const { kind, holds, title } = condition;
  const parts = partsOf(condition);
  // A group of one says the same as its one part.
  const [only] = parts;
  if (kind !== 'not' && parts.length === 1 && title === undefined && only) return <Branch condition={only} />;
  return (
    <li>
      {holds === null ? null : <Mark holds={holds} />}
      {title === undefined ? null : <span className={styles.title}>{title} </span>}
      <span>{sentence(condition)}</span>
      {parts.length === 0 ? null : (
        <ul>
          {parts.map((part) => (
            <Branch key={JSON.stringify(part)} condition={part} />
          ))}
        </ul>
      )}
    </li>
  );
}

function sentence(condition: ConditionInWords): string {
  if (condition.kind !== 'comparison') return whyText[condition.kind];
  const { subject, value, predicate } = condition;
  return `${value === null ? whyText.subject(subject) : whyText.seen(subject, value)}${predicate}`;
}

function Mark({ holds }: { holds: boolean }) {
  return (
    <span className={styles.mark} data-holds={holds}>
      <span aria-hidden="true">{holds ? '○' : '×'}</span>
      <span className="visually-hidden">{holds ? whyText.holds : whyText.holdsNot} </span>
    </span>
  );
}
