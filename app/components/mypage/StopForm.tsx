import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { stopForm } from '#app/forms/changes.ts';
import { fieldsOf, type TypedText } from '#app/forms/field.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AskedPosting, type AskedPostingProps } from './AskedPosting.tsx';
import { ReturnedAnswer } from './ReturnedAnswer.tsx';
import { postingTrail } from './trails.ts';

export type StopFormProps = AskedPostingProps & {
  /** The returned request that is gone on with; null the first time. */
  begun: Pick<ChangeRequest, 'state' | 'stopOn' | 'stopReason' | 'answer'> | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 募集停止の申込み: which posting, from when and why; results are registered first. */
export function StopForm({ posting, begun, idempotencyKey, answer }: StopFormProps) {
  const text = changesText.stop;
  const before: TypedText = {
    stop_on: begun?.stopOn ?? '',
    stop_reason: begun?.stopReason ?? '',
  };
  const messages = messagesOf(stopForm, answer);
  return (
    <>
      <PageTitle title={text.title} trail={postingTrail(posting)} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(stopForm, answer)} />
      <ReturnedAnswer request={begun} />
      <p>{text.lead}</p>
      <Banner kind="info" title={text.results} />
      <AskedPosting posting={posting} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={posting.version}
        submits={[{ label: begun === null ? text.submit : text.resend, intent: 'ask' }]}
        cancel={{ to: paths.mypage.posting(posting.id), label: changesText.record.toPosting }}
      >
        {stopForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed ?? before}
            messages={messages}
            fields={fieldsOf(stopForm)}
          />
        ))}
      </FormFrame>
    </>
  );
}
