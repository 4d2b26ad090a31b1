import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { TypedText } from '#app/forms/field.ts';
import { referralForm, referralSubjectForm } from '#app/forms/referral.ts';
import { longDate, phone as phoneText } from '#app/text/format.ts';
import { type RefusalCode, refusalText } from '#app/text/refusals.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SearchForm } from '../ui/SearchForm.tsx';
import { referralTrail } from './trails.ts';

/** A seeker and a posting that can come together. */
export type CheckedReferral = {
  seeker: { name: string; number: string };
  posting: {
    number: string;
    jobTitle: string | null;
    validUntil: CalendarDate | null;
    certainSeekers: boolean;
  };
  establishment: { name: string; phone: string; mypage: boolean };
  office: string;
};

export type ReferralNewPageProps = {
  /** The two numbers as they were typed. */
  typed: TypedText;
  /** Why the two cannot come together; null when they can, or nothing was asked yet. */
  obstacle: Pick<Refusal, 'code' | 'params'> | null;
  /** Numbers that cannot be read. */
  wrong: FormAnswer | undefined;
  checked: CheckedReferral | null;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 紹介: first who and to what, then what was agreed on. */
export function ReferralNewPage(props: ReferralNewPageProps) {
  const { checked, answer, obstacle, wrong } = props;
  const hasErrors = answer !== undefined || obstacle !== null || wrong !== undefined;
  return (
    <>
      <PageTitle title={referralsText.newTitle} trail={referralTrail} hasErrors={hasErrors} />
      {checked === null ? <Ask {...props} /> : <Refer {...props} checked={checked} />}
    </>
  );
}

function Ask({ typed, obstacle, wrong }: ReferralNewPageProps) {
  const messages = messagesOf(referralSubjectForm, wrong);
  const refusal = obstacle && refusalText(obstacle.code as RefusalCode, obstacle.params);
  return (
    <>
      <ErrorSummary messages={messages} {...(refusal === null ? {} : { refusal })} />
      <p>{referralsText.newLead}</p>
      <SearchForm action={paths.staff.referralNew()} label={referralSubjectForm.title}>
        {referralSubjectForm.sections.map((section) => (
          <FieldSet key={section.id} section={section} typed={typed} messages={messages} titleHidden />
        ))}
        <ButtonRow>
          <SubmitButton>{referralsText.check}</SubmitButton>
          <ButtonLink to={paths.staff.referrals()} kind="quiet">
            {referralsText.title}
          </ButtonLink>
        </ButtonRow>
      </SearchForm>
    </>
  );
}

function Refer({
  checked: { seeker, posting, establishment, office },
  idempotencyKey,
  answer,
}: ReferralNewPageProps & { checked: CheckedReferral }) {
  const messages = messagesOf(referralForm, answer);
  return (
    <>
      <ErrorSummary {...summaryOf(referralForm, answer)} />
      <DefinitionTable
        caption={referralsText.checked}
        rows={[
          { label: referralsText.checkedSeeker, value: `${seeker.name}　${seeker.number}` },
          {
            label: referralsText.checkedPosting,
            value: `${posting.jobTitle ?? referralsText.untitled}　${posting.number}`,
          },
          {
            label: referralsText.validUntil,
            value: posting.validUntil === null ? null : longDate(posting.validUntil),
          },
          {
            label: referralsText.fields.establishment,
            value: `${establishment.name}　${phoneText(establishment.phone)}`,
          },
          { label: referralsText.office, value: office },
        ]}
      />
      {posting.certainSeekers ? <Banner kind="warning" title={referralsText.certainSeekers} /> : null}
      {establishment.mypage ? null : <Banner kind="info" title={referralsText.noMypage} />}
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: referralsText.submit, intent: 'refer' }]}
        cancel={{
          to: paths.staff.referralNew({ seeker_number: seeker.number, posting_number: '' }),
          label: referralsText.change,
        }}
      >
        {referralForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={{
              ...section,
              fields: section.fields.filter(
                ({ name }) => name !== 'certain_seekers' || posting.certainSeekers,
              ),
            }}
            typed={answer?.typed ?? {}}
            messages={messages}
          />
        ))}
      </FormFrame>
    </>
  );
}
