import type { Posting } from '#app/domain/posting.ts';
import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import { refusalForm } from '#app/forms/review.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { TemplatePicker } from '../template/TemplatePicker.tsx';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import type { ShownDraft } from './Draft.tsx';
import type { FormAnswer } from './formAnswer.ts';

export type RefusePageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  templates: readonly ReasonTemplate[];
  idempotencyKey: string;
  draft: ShownDraft;
  answer: FormAnswer | undefined;
};

/** 不受理の起案: one of the six legal grounds, and why it holds. */
export function RefusePage({
  posting,
  establishment,
  templates,
  idempotencyKey,
  draft,
  answer,
}: RefusePageProps) {
  const text = decisionText.refuse;
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={refusalForm}
      answer={answer}
      draft={draft}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit, danger: true }}
      happens={text.happens}
    >
      <TemplatePicker templates={templates} field="reason" />
    </DecisionForm>
  );
}
