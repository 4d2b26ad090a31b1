import type { FormAnswer } from '#app/components/review/formAnswer.ts';
import { DefinitionTable } from '#app/components/ui/DefinitionTable.tsx';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { FieldSet } from '#app/components/ui/FieldSet.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { keyForm } from '#app/forms/account.ts';
import { fieldsOf, type Section } from '#app/forms/field.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Card.module.css';
import { errorMessages } from './messages.ts';
import { refusalSentence } from './refusal.ts';
import { StartFrame } from './StartFrame.tsx';

export type KeyFormProps = {
  email: string;
  purpose: 'start' | 'register';
  /** How long a key lives (rules/limits/account). */
  minutes: number;
  sender: string;
  /** Two forms, two keys: entering a key, asking for another one. */
  enterKey: string;
  resendKey: string;
  answer?: FormAnswer;
};

/** The catalogue's section with the figure in force in its support text. */
const keySection = (minutes: number): Section => ({
  id: 'key',
  title: startText.titles.key,
  fields: fieldsOf(keyForm).map((field) => ({ ...field, help: startText.keyHelp(minutes) })),
});

/** Leaflet ④⑤: the key from the mail, and what to do when it does not come or no longer works. */
export function KeyForm(props: KeyFormProps) {
  const { email, purpose, minutes, sender, enterKey, resendKey, answer } = props;
  const messages = errorMessages(fieldsOf(keyForm), answer?.errors ?? []);
  return (
    <StartFrame title={startText.titles.key} purpose={purpose} step={2} hasErrors={answer !== undefined}>
      <ErrorSummary messages={messages} refusal={refusalSentence(answer)} />
      <p>{startText.keyLead(minutes)}</p>
      <DefinitionTable caption={startText.keySentTo} rows={[{ label: startText.account, value: email }]} />
      <FormFrame
        idempotencyKey={enterKey}
        action={paths.mypage.startKey()}
        submits={[{ label: startText.checkKey, intent: 'enter' }]}
      >
        <FieldSet section={keySection(minutes)} typed={answer?.typed} messages={messages} titleHidden />
      </FormFrame>
      <section className={styles.card}>
        <h2>{startText.resendTitle}</h2>
        <ul>
          {[...startText.notArrived, ...startText.notArrivedFor[purpose]].map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
          <li>{startText.allowSender(sender)}</li>
        </ul>
        <p>{startText.resendNote}</p>
        <FormFrame
          idempotencyKey={resendKey}
          action={paths.mypage.startKey()}
          submits={[{ label: startText.resend, intent: 'resend', kind: 'secondary' }]}
        />
        <p>
          <Link to={paths.mypage[purpose]()}>{startText.startAgain}</Link>
        </p>
      </section>
    </StartFrame>
  );
}
