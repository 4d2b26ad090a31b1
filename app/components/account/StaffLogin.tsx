import { staffLoginForm } from '#app/forms/account.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { loginText } from '#app/text/staff/login.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldInput } from '../ui/FieldInput.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PublicFrame } from '../ui/PublicFrame.tsx';
import styles from './StaffLogin.module.css';

export type StaffLoginProps = {
  idempotencyKey: string;
  /** Where to go afterwards; kept in the address of the form. */
  next: string;
  /** 見本 accounts; empty outside demo mode. */
  demo: readonly { loginName: string; name: string; about: string; password: string }[];
  answer: FormAnswer | undefined;
};

/** 職員ログイン; in demo mode each 見本 account signs in with one click, through the same form. */
export function StaffLogin({ idempotencyKey, next, demo, answer }: StaffLoginProps) {
  const action = paths.staff.login({ next });
  const messages = messagesOf(staffLoginForm, answer);
  const submit = { intent: 'sign-in', label: loginText.submit };
  return (
    <PublicFrame site="staff">
      <PageTitle title={loginText.title} hasErrors={answer !== undefined} />
      <ErrorSummary {...summaryOf(staffLoginForm, answer)} secret />
      {demo.length === 0 ? null : (
        <section className={styles.demo}>
          <h2>{loginText.demoTitle}</h2>
          <p>{loginText.demoLead}</p>
          {demo.map(({ loginName, name, about, password }) => (
            <FormFrame
              key={loginName}
              idempotencyKey={`${idempotencyKey}-${loginName}`}
              action={action}
              hidden={{ login_name: loginName, password }}
              submits={[{ ...submit, label: loginText.demoButton(name, about), kind: 'secondary' }]}
            />
          ))}
        </section>
      )}
      <p>{loginText.lead}</p>
      <FormFrame idempotencyKey={idempotencyKey} action={action} submits={[submit]}>
        {fieldsOf(staffLoginForm).map((field) => (
          <FieldInput key={field.name} field={field} typed={answer?.typed[field.name]} messages={messages} />
        ))}
      </FormFrame>
      <p>{loginText.forgotten}</p>
      <p>
        <Link to={paths.mypage.login()}>{loginText.toMypage}</Link>
      </p>
    </PublicFrame>
  );
}
