import { settleCheckForm } from '#app/forms/reviewDesk.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { type ShownSubject, SubjectAbout, subjectCancel, subjectTrail } from '../review/SubjectAbout.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import type { ShownCheck } from './AddedChecks.tsx';

export type SettleCheckPageProps = {
  check: ShownCheck &
    ShownSubject & { version: number; settled: { by: string; at: string; note: string | null } | null };
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 確認済み: what was to be looked at, and what came of it. */
export function SettleCheckPage({ check, idempotencyKey, answer }: SettleCheckPageProps) {
  const frame = { title: checkText.settleTitle, trail: subjectTrail(check) };
  const cancel = subjectCancel(check);
  const about = (
    <>
      <SubjectAbout subject={check} />
      <DefinitionTable
        caption={checkText.settleTitle}
        rows={[
          { label: checkText.reason, value: check.reason },
          { label: checkText.due, value: longDate(check.dueOn) },
          { label: checkText.by, value: `${check.by}　${longInstant(check.addedAt)}` },
        ]}
      />
    </>
  );
  if (check.settled !== null)
    return (
      <>
        <PageTitle {...frame} />
        {about}
        <p>{checkText.settled(check.settled.by, longInstant(check.settled.at))}</p>
        {check.settled.note === null ? null : <p>{check.settled.note}</p>}
        <ButtonRow>
          <ButtonLink to={cancel.to}>{cancel.label}</ButtonLink>
        </ButtonRow>
      </>
    );
  return (
    <FormPage
      {...frame}
      about={about}
      form={settleCheckForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={check.version}
      submits={[{ label: checkText.settle, intent: 'settle' }]}
      cancel={cancel}
      happens={checkText.settleHappens}
    />
  );
}
