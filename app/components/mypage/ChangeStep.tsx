import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { fieldsOf, type Section, type TypedText } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ChangeIndicator } from './ChangeIndicator.tsx';
import { errorMessages } from './messages.ts';
import { refusalSentence } from './refusal.ts';
import { postingTrail } from './trails.ts';

export type ChangeStepProps = {
  request: Pick<ChangeRequest, 'id' | 'version' | 'after'>;
  posting: Pick<Posting, 'id' | 'jobTitle'>;
  step: number;
  section: Section;
  typed: TypedText;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** One of the eight screens of the application, over the copy that is to become the content. */
export function ChangeStep({
  request,
  posting,
  step,
  section,
  typed,
  idempotencyKey,
  answer,
}: ChangeStepProps) {
  const messages = errorMessages(section.fields, answer?.errors ?? []);
  return (
    <>
      <ChangeIndicator requestId={request.id} current={step} />
      <PageTitle
        title={postingText.step.title(step, section.title)}
        trail={postingTrail(posting)}
        over={changesText.content.title}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary
        messages={messages}
        refusal={messages.length === 0 ? refusalSentence(answer) : undefined}
      />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={request.version}
        submits={[
          { label: common.next, intent: 'next' },
          { label: common.save, intent: 'save' },
        ]}
        cancel={{ to: paths.mypage.changeConfirm(request.id), label: postingText.step.toConfirm }}
      >
        <FieldSet
          section={section}
          typed={typed}
          messages={messages}
          known={request.after}
          fields={fieldsOf(postingForm)}
          titleHidden
        />
      </FormFrame>
    </>
  );
}
