import { type FormAnswer, messagesOf } from '#app/components/review/formAnswer.ts';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { PublicFrame } from '#app/components/ui/PublicFrame.tsx';
import { loginForm } from '#app/forms/account.ts';
import { loginText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Card.module.css';
import { refusalSentence } from './refusal.ts';

/** 見本 account that signs in with one click; in demo mode only. */
export type DemoSignIn = { name: string; about: string; email: string; password: string; key: string };

export type LoginFormProps = { idempotencyKey: string; demo: readonly DemoSignIn[]; answer?: FormAnswer };

/** ログイン of the 求人者マイページ, and the ways to an account. */
export function LoginForm({ idempotencyKey, demo, answer }: LoginFormProps) {
  const messages = messagesOf(loginForm, answer);
  return (
    <PublicFrame site="mypage">
      <PageTitle title={loginText.title} hasErrors={answer !== undefined} />
      <ErrorSummary messages={messages} refusal={refusalSentence(answer)} secret />
      <FormFrame idempotencyKey={idempotencyKey} submits={[{ label: loginText.submit, intent: 'sign-in' }]}>
        {loginForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed}
            messages={messages}
            titleHidden
          />
        ))}
      </FormFrame>
      <ul className={styles.plain}>
        <li>
          {loginText.forgotten}：<Link to={paths.mypage.forgot()}>{loginText.toForgot}</Link>
        </li>
        <li>
          {loginText.noPassword}：<Link to={paths.mypage.start()}>{loginText.toStart}</Link>
        </li>
        <li>
          {loginText.noAccount}：<Link to={paths.mypage.register()}>{loginText.toRegister}</Link>
        </li>
      </ul>
      {demo.length === 0 ? null : <DemoAccounts accounts={demo} />}
    </PublicFrame>
  );
}

function DemoAccounts({ accounts }: { accounts: readonly DemoSignIn[] }) {
  return (
    <section className={styles.card}>
      <h2>{loginText.demoTitle}</h2>
      <p>{loginText.demoHelp}</p>
      {accounts.map(({ name, about, email, password, key }) => (
        <div key={email} className={styles.things}>
          <p>{about}</p>
          <FormFrame
            idempotencyKey={key}
            hidden={{ email, password }}
            submits={[{ label: loginText.demoButton(name), intent: 'sign-in', kind: 'secondary' }]}
          />
        </div>
      ))}
    </section>
  );
}
