import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { Differences } from '../change/Differences.tsx';
import type { StepDifferences } from '../change/differences.ts';
import { establishmentVersion as shownVersion } from '../change/shown.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ClosedFeature } from './ClosedFeature.tsx';
import { ReturnedAnswer } from './ReturnedAnswer.tsx';
import { closedBy, refusalSentence } from './refusal.ts';
import { establishmentTrail } from './trails.ts';

export type EstablishmentChangeConfirmProps = {
  request: Pick<ChangeRequest, 'id' | 'version' | 'state' | 'answer'>;
  /** Of the registered data that the differences are taken from. */
  establishmentVersion: number;
  differences: readonly StepDifferences[];
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 変更前 and 変更後 of 事業所情報 before the change is sent. */
export function EstablishmentChangeConfirm({
  request,
  establishmentVersion,
  differences,
  idempotencyKey,
  answer,
}: EstablishmentChangeConfirmProps) {
  const text = changesText.establishment.confirm;
  const closed = closedBy(answer, null);
  if (closed !== null) return <ClosedFeature title={text.title} closed={closed} tried />;
  const editing = { to: paths.mypage.establishmentChange(), label: text.edit };
  return (
    <>
      <PageTitle title={text.title} trail={establishmentTrail} hasErrors={answer !== undefined} />
      {answer === undefined ? null : <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />}
      <ReturnedAnswer request={request} />
      {differences.length === 0 ? (
        <>
          <p>{text.none}</p>
          <ButtonRow>
            <ButtonLink to={editing.to} kind="primary">
              {editing.label}
            </ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <>
          <p>{text.lead}</p>
          <Differences steps={differences} />
          <FormFrame
            idempotencyKey={idempotencyKey}
            version={request.version}
            hidden={{ request: request.id, [shownVersion]: String(establishmentVersion) }}
            submits={[{ label: request.state === 'returned' ? text.resend : text.submit, intent: 'submit' }]}
            cancel={editing}
          />
        </>
      )}
    </>
  );
}
