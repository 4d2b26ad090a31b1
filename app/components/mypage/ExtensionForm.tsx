import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AskedPosting, type AskedPostingProps } from './AskedPosting.tsx';
import { ReturnedAnswer } from './ReturnedAnswer.tsx';
import { refusalSentence, type ShownRefusal } from './refusal.ts';
import { postingTrail } from './trails.ts';

export type ExtensionFormProps = AskedPostingProps & {
  /** The last day once it is extended. */
  until: CalendarDate;
  /** How often one posting can be extended. */
  times: number;
  /** The returned request that is gone on with; null the first time. */
  begun: Pick<ChangeRequest, 'state' | 'answer'> | null;
  idempotencyKey: string;
  answer: { refusal: ShownRefusal | null } | undefined;
};

/** 有効期間の延長の申込み: from which last day to which. */
export function ExtensionForm({ posting, until, times, begun, idempotencyKey, answer }: ExtensionFormProps) {
  const text = changesText.extension;
  return (
    <>
      <PageTitle title={text.title} trail={postingTrail(posting)} hasErrors={answer !== undefined} />
      <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />
      <ReturnedAnswer request={begun} />
      <p>{text.lead(posting.validUntil ?? until, until)}</p>
      <ul>
        {text.notes(times).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <AskedPosting posting={posting} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={posting.version}
        submits={[{ label: begun === null ? text.submit : text.resend, intent: 'ask' }]}
        cancel={{ to: paths.mypage.posting(posting.id), label: changesText.record.toPosting }}
      />
    </>
  );
}
