import type { FormAnswer } from '#app/components/review/formAnswer.ts';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { passwordForm } from '#app/forms/account.ts';
import { fieldsOf, type Section } from '#app/forms/field.ts';
import { startText } from '#app/text/mypage/start.ts';
import styles from './Card.module.css';
import { errorMessages } from './messages.ts';
import { refusalSentence } from './refusal.ts';
import { StartFrame } from './StartFrame.tsx';

export type PasswordFormProps = {
  email: string;
  purpose: 'start' | 'register' | 'forgot';
  min: number;
  max: number;
  idempotencyKey: string;
  answer?: FormAnswer;
};

const passwordSection: Section = {
  id: 'password',
  title: startText.titles.password,
  fields: fieldsOf(passwordForm).map((field) => ({ ...field, help: startText.passwordHelp })),
};

/** Leaflet ⑥: the password, its rules said before it is typed. */
export function PasswordForm({ email, purpose, min, max, idempotencyKey, answer }: PasswordFormProps) {
  const messages = errorMessages(passwordSection.fields, answer?.errors ?? []);
  return (
    <StartFrame title={startText.titles.password} purpose={purpose} step={3} hasErrors={answer !== undefined}>
      <ErrorSummary messages={messages} refusal={refusalSentence(answer)} secret />
      <p>{startText.passwordLead}</p>
      <section className={styles.card}>
        <h2>{startText.passwordRulesTitle}</h2>
        <ul>
          {startText.passwordRules(min, max).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <FormFrame idempotencyKey={idempotencyKey} submits={[{ label: startText.setPassword, intent: 'set' }]}>
        <FieldSet section={passwordSection} messages={messages} titleHidden>
          {/* For password managers, which save the address with the password. */}
          <input type="email" name="_username" autoComplete="username" value={email} readOnly hidden />
        </FieldSet>
      </FormFrame>
    </StartFrame>
  );
}
