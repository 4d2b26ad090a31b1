import type { Posting } from '#app/domain/posting.ts';
import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { Choice } from '#app/forms/field.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { TemplatePicker } from '../template/TemplatePicker.tsx';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import type { ShownDraft } from './Draft.tsx';
import type { FormAnswer } from './formAnswer.ts';
import styles from './ReturnPage.module.css';
import { foundFields, otherFields, returnDraft, returnFormFor } from './returnDraft.ts';

export type ReturnPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  /** The content checks, judged now: what they found is suggested. */
  checks: Verdict;
  templates: readonly ReasonTemplate[];
  idempotencyKey: string;
  draft: ShownDraft;
  answer: FormAnswer | undefined;
};

/** 差戻し: reasons, the fields the employer is led to, and the message they read. */
export function ReturnPage({
  posting,
  establishment,
  checks,
  templates,
  idempotencyKey,
  draft,
  answer,
}: ReturnPageProps) {
  const text = decisionText.return;
  const found = foundFields(checks);
  const typed = returnDraft(checks);
  const picked = (answer?.typed ?? draft.kept?.typed ?? typed).fields ?? [];
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={returnFormFor(found)}
      typed={typed}
      answer={answer}
      draft={draft}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit }}
      happens={text.happens}
    >
      <TemplatePicker templates={templates} field="message" />
      {found.length === 0 ? <p>{text.noFailing}</p> : null}
      <MoreFields found={found} picked={picked} />
    </DecisionForm>
  );
}

/** All other fields of the posting, step by step; a step is folded away until one of its fields is meant. */
function MoreFields({ found, picked }: { found: readonly Choice[]; picked: string | readonly string[] }) {
  const { moreFields, picked: pickedText } = decisionText.return;
  return (
    <fieldset className={styles.steps}>
      <legend>{moreFields(found.length > 0)}</legend>
      {otherFields(found).map(({ title, fields }) => {
        const count = fields.filter(({ name }) => picked.includes(name)).length;
        return fields.length === 0 ? null : (
          <details key={title} open={count > 0}>
            <summary>
              {title}
              {count === 0 ? null : `（${pickedText(count)}）`}
            </summary>
            <ul className={styles.fields}>
              {fields.map(({ name, label }) => (
                <li key={name}>
                  <label>
                    <input
                      type="checkbox"
                      name="fields"
                      value={name}
                      defaultChecked={picked.includes(name)}
                    />{' '}
                    {label}
                  </label>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </fieldset>
  );
}
