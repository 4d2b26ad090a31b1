import type { EditablePart } from '#app/domain/ruleDraft.ts';
import { ruleDraftForm, typedOfParts } from '#app/forms/ruleChange.ts';
import { common } from '#app/text/common.ts';
import { ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../../review/formAnswer.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { FormFrame } from '../../ui/FormFrame.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import styles from '../Rules.module.css';

export type RuleChangeEditPageProps = {
  id: string;
  title: string;
  version: number;
  /** Who saved last, and when, in words. */
  saved: { by: string; at: string };
  parts: readonly EditablePart[];
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 項目ごとの編集: figures, words, and the operator and value of every comparison. */
export function RuleChangeEditPage(props: RuleChangeEditPageProps) {
  const { id, title, version, saved, parts, idempotencyKey, answer } = props;
  const form = ruleDraftForm(parts);
  const messages = messagesOf(form, answer);
  const typed = { ...typedOfParts(parts), ...answer?.typed };
  return (
    <>
      <PageTitle title={text.editTitle(title)} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <p>{text.editLead}</p>
      <p className={styles.weak}>{text.lastSaved(saved.by, saved.at)}</p>
      <p className={styles.links}>
        <Link to={paths.staff.ruleChangeText(id)}>{text.editText}</Link>
      </p>
      {parts.length === 0 ? (
        <Banner kind="error" title={text.unreadable} />
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={version}
          withFile
          submits={[{ label: text.save, intent: 'save' }]}
          cancel={{ to: paths.staff.ruleChange(id), label: common.cancel }}
        >
          {form.sections.map((section) => (
            <FieldSet key={section.id} section={section} typed={typed} messages={messages} />
          ))}
        </FormFrame>
      )}
    </>
  );
}
