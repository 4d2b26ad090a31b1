import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AskedPosting } from './AskedPosting.tsx';
import { ReturnedAnswer } from './ReturnedAnswer.tsx';
import { refusalSentence, type ShownRefusal } from './refusal.ts';
import { postingTrail } from './trails.ts';

export type StartContentChangeProps = {
  posting: Pick<Posting, 'id' | 'jobTitle' | 'number' | 'validUntil' | 'version'>;
  /** The copy that was begun before; null the first time. */
  begun: Pick<ChangeRequest, 'state' | 'answer'> | null;
  idempotencyKey: string;
  answer: { refusal: ShownRefusal | null } | undefined;
};

/** 求人内容の変更: what happens, before the copy is made. */
export function StartContentChange({ posting, begun, idempotencyKey, answer }: StartContentChangeProps) {
  const text = changesText.content;
  return (
    <>
      <PageTitle title={text.title} trail={postingTrail(posting)} hasErrors={answer !== undefined} />
      {answer === undefined ? null : <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />}
      <ReturnedAnswer request={begun} />
      <p>{text.lead}</p>
      <ul>
        {text.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <AskedPosting posting={posting} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={posting.version}
        submits={[{ label: begun === null ? text.start : text.goOn, intent: 'start' }]}
        cancel={{ to: paths.mypage.posting(posting.id), label: changesText.record.toPosting }}
      />
    </>
  );
}
