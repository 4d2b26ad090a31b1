import { changePasswordForm } from '#app/forms/account.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { startText } from '#app/text/mypage/start.ts';
import styles from '../mypage/Card.module.css';
import type { FormAnswer } from '../review/formAnswer.ts';
import { AccountForm } from './AccountForm.tsx';

export type ChangePasswordFormProps = {
  email: string;
  min: number;
  max: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** パスワードの変更, its rules said before it is typed. */
export function ChangePasswordForm({ email, min, max, ...form }: ChangePasswordFormProps) {
  const { title, lead, submit } = accountText.password;
  return (
    <AccountForm
      {...form}
      title={title}
      form={changePasswordForm}
      submit={{ label: submit }}
      username={email}
    >
      <p>{lead}</p>
      <section className={styles.card}>
        <h2>{startText.passwordRulesTitle}</h2>
        <ul>
          {startText.passwordRules(min, max).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </AccountForm>
  );
}
