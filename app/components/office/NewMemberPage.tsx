import { memberForm } from '#app/forms/staff.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { InitialPassword } from './InitialPassword.tsx';

export type NewMemberPageProps = {
  idempotencyKey: string;
  /** Of the person who was just added. */
  added: { name: string; password: string } | undefined;
  answer: FormAnswer | undefined;
};

const text = officeText.members;

/** 職員の登録: name, 職員ID, role; then the initial password, once. */
export function NewMemberPage({ idempotencyKey, added, answer }: NewMemberPageProps) {
  return (
    <>
      <PageTitle
        title={text.addTitle}
        trail={[{ to: paths.staff.members(), label: text.title }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(memberForm, answer)} />
      {added === undefined ? (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[{ label: text.submitAdd, intent: 'add' }]}
          cancel={{ to: paths.staff.members(), label: text.back }}
        >
          {memberForm.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={section}
              typed={answer?.typed ?? {}}
              messages={messagesOf(memberForm, answer)}
            />
          ))}
        </FormFrame>
      ) : (
        <>
          <InitialPassword {...added} />
          <ButtonRow>
            <ButtonLink to={paths.staff.members()}>{text.back}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}
