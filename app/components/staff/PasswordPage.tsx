import { ownPasswordForm } from '#app/forms/staff.ts';
import { passwordText } from '#app/text/staff/login.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PublicFrame } from '../ui/PublicFrame.tsx';

export type PasswordPageProps = {
  min: number;
  max: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** パスワードの変更; whoever was given an initial one comes here first and gets no further without changing it. */
export function PasswordPage({ min, max, idempotencyKey, answer }: PasswordPageProps) {
  return (
    <PublicFrame site="staff">
      <PageTitle title={passwordText.title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(ownPasswordForm, answer)} secret />
      <p>{passwordText.lead(min, max)}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: passwordText.submit, intent: 'change' }]}
        cancel={{ to: paths.staff.today(), label: passwordText.back }}
      >
        {ownPasswordForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            messages={messagesOf(ownPasswordForm, answer)}
            titleHidden
          />
        ))}
      </FormFrame>
    </PublicFrame>
  );
}
