import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { Choice } from '#app/forms/field.ts';
import { decisionText } from '#app/text/staff/review.ts';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import type { FormAnswer } from './formAnswer.ts';
import styles from './ReturnPage.module.css';
import { returnDraft, returnFormFor, splitFields } from './returnDraft.ts';

export type ReturnPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  /** The content checks, judged now: what they found is suggested. */
  checks: Verdict;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 差戻し: reasons, the fields the employer is led to, and the message they read. */
export function ReturnPage({ posting, establishment, checks, idempotencyKey, answer }: ReturnPageProps) {
  const text = decisionText.return;
  const { found, others } = splitFields(checks);
  const typed = returnDraft(checks);
  const picked = (answer?.typed ?? typed).fields ?? [];
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={returnFormFor(found)}
      typed={typed}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit }}
      happens={text.happens}
    >
      {found.length === 0 ? <p>{text.noFailing}</p> : null}
      <MoreFields choices={others} picked={picked} />
    </DecisionForm>
  );
}

/** All other fields of the posting, folded away until one of them is meant. */
function MoreFields({ choices, picked }: { choices: readonly Choice[]; picked: string | readonly string[] }) {
  return (
    <details open={choices.some(({ value }) => picked.includes(value))}>
      <summary>{decisionText.return.moreFields}</summary>
      <ul className={styles.fields}>
        {choices.map(({ value, label }) => (
          <li key={value}>
            <label>
              <input type="checkbox" name="fields" value={value} defaultChecked={picked.includes(value)} />{' '}
              {label}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
