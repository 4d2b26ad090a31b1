import type { DraftProblem } from '#app/domain/ruleDraft.ts';
import { common } from '#app/text/common.ts';
import { ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { refusalSentence } from '../../mypage/refusal.ts';
import type { FormAnswer } from '../../review/formAnswer.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import styles from '../Rules.module.css';
import { RuleTextEditor } from './RuleTextEditor.tsx';

export type RuleChangeTextPageProps = {
  id: string;
  title: string;
  version: number;
  saved: { by: string; at: string };
  text: string;
  problems: readonly DraftProblem[];
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 文（JSON）の編集: the whole rule file, with its problems at line and column. */
export function RuleChangeTextPage(props: RuleChangeTextPageProps) {
  const { id, title, version, saved, problems, idempotencyKey, answer } = props;
  const typed = answer?.typed.text;
  return (
    <>
      <PageTitle title={text.textTitle(title)} hasErrors={answer !== undefined} />
      <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />
      <p>{text.editLead}</p>
      <p className={styles.weak}>{text.lastSaved(saved.by, saved.at)}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleChangeEdit(id)}>{text.edit}</Link>
      </p>
      <section className={styles.section} aria-live="polite">
        <p>{problems.length === 0 ? text.problemsNone : text.problemsSome(problems.length)}</p>
        {problems.length === 0 ? null : (
          <ul>
            {problems.map(({ line, column, message }) => (
              <li key={`${line}:${column}:${message}`}>
                {text.place(line, column)}：{message}
              </li>
            ))}
          </ul>
        )}
      </section>
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={version}
        withFile
        submits={[{ label: text.save, intent: 'save' }]}
        cancel={{ to: paths.staff.ruleChange(id), label: common.cancel }}
      >
        <RuleTextEditor
          name="text"
          label={text.textLabel}
          help={text.textHelp}
          text={typeof typed === 'string' ? typed : props.text}
          problems={problems}
        />
      </FormFrame>
    </>
  );
}
