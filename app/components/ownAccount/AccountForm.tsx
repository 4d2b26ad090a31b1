import type { ReactNode } from 'react';
import type { FormDefinition } from '#app/forms/field.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import { homeTrail } from '../mypage/trails.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import type { ButtonKind } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export type AccountFormProps = {
  title: string;
  form: FormDefinition;
  submit: { label: string; kind?: ButtonKind };
  /** What the way out is called; back to アカウント. */
  cancel?: string;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
  /** Of who is signed in, for password managers, which save it with the password. */
  username?: string;
  /** What is said before the form. */
  children: ReactNode;
};

/** One act on one's own account, one page: what follows, the form, one button. */
export function AccountForm(props: AccountFormProps) {
  const {
    title,
    form,
    submit,
    cancel = accountText.title,
    idempotencyKey,
    answer,
    username,
    children,
  } = props;
  const messages = messagesOf(form, answer);
  return (
    <>
      <PageTitle
        title={title}
        trail={[...homeTrail, { to: paths.mypage.account(), label: accountText.title }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(form, answer)} secret />
      {children}
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ ...submit, intent: 'send' }]}
        cancel={{ to: paths.mypage.account(), label: cancel }}
      >
        {username === undefined ? null : (
          <input type="email" name="_username" autoComplete="username" value={username} readOnly hidden />
        )}
        {form.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed}
            messages={messages}
            titleHidden
          />
        ))}
      </FormFrame>
    </>
  );
}
