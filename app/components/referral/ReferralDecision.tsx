import { canReferralMove } from '#app/domain/referral.ts';
import { type FormDefinition, fieldsOf } from '#app/forms/field.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { paths } from '#app/web/paths.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ReferralRecord, type ReferralRecordProps } from './ReferralRecord.tsx';
import { referralTrail } from './trails.ts';

export type ReferralDecisionProps = ReferralRecordProps & {
  act: keyof typeof referralsText.acts;
  form: FormDefinition;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

const events = { result: 'hire', cancel: 'cancel', reopen: 'reopen' } as const;

/** One act on a referral, one page: what it is about, its small form, what follows, one button. */
export function ReferralDecision({ act, form, idempotencyKey, answer, ...shown }: ReferralDecisionProps) {
  const { referral } = shown;
  const { title, submit, happens } = referralsText.acts[act];
  const back = { to: paths.staff.referral(referral.id), label: referralsText.back };
  const trail = [...referralTrail, { to: back.to, label: referralsText.over(referral.number) }];
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle title={title} trail={trail} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(form, answer)} />
      <ReferralRecord {...shown} />
      {canReferralMove(events[act], referral.state) ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          version={referral.version}
          submits={[{ label: submit, intent: act, kind: act === 'result' ? 'primary' : 'danger' }]}
          cancel={back}
        >
          {form.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={section}
              typed={answer?.typed ?? {}}
              messages={messages}
              fields={fieldsOf(form)}
            />
          ))}
          <WhatHappens lines={happens} />
        </FormFrame>
      ) : (
        <>
          <p>{referralsText.notPossible}</p>
          <ButtonRow>
            <ButtonLink to={back.to}>{back.label}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}
