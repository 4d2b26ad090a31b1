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
  purpose: 'start' | 'register' | 'forgot';
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

/** A key that no trying will make work again: the way on is another one. */
const spentCodes: readonly string[] = ['key-expired', 'key-used', 'key-voided'];

/** Leaflet ④⑤: the key from the mail, and what to do when it does not come or no longer works. */
export function KeyForm(props: KeyFormProps) {
  const { email, purpose, minutes, enterKey, answer } = props;
  const messages = errorMessages(fieldsOf(keyForm), answer?.errors ?? []);
  const spent = spentCodes.includes(answer?.refusal?.code ?? '');
  const another = <AnotherKey {...props} main={spent} />;
  return (
    <StartFrame title={startText.titles.key} purpose={purpose} step={2} hasErrors={answer !== undefined}>
      <ErrorSummary messages={messages} refusal={refusalSentence(answer)} />
      {spent ? another : <p>{startText.keyLead(minutes)}</p>}
      <DefinitionTable caption={startText.keySentTo} rows={[{ label: startText.account, value: email }]} />
      <FormFrame
        idempotencyKey={enterKey}
        action={paths.mypage.startKey()}
        submits={[{ label: startText.checkKey, intent: 'enter' }]}
      >
        <FieldSet section={keySection(minutes)} typed={answer?.typed} messages={messages} titleHidden />
      </FormFrame>
      {spent ? null : another}
    </StartFrame>
  );
}

/** What to do when the key does not come or no longer works; `main`: there is nothing else to do. */
function AnotherKey({ purpose, sender, resendKey, main }: KeyFormProps & { main: boolean }) {
  return (
    <section className={styles.card}>
      <h2>{startText.resendTitle}</h2>
      {main ? null : (
        <ul>
          {[...startText.notArrived, ...startText.notArrivedFor[purpose]].map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
          <li>{startText.allowSender(sender)}</li>
        </ul>
      )}
      <p>{startText.resendNote}</p>
      <FormFrame
        idempotencyKey={resendKey}
        action={paths.mypage.startKey()}
        submits={[{ label: startText.resend, intent: 'resend', kind: main ? 'primary' : 'secondary' }]}
      />
      <p>
        <Link to={paths.mypage[purpose]()}>{startText.startAgain}</Link>
      </p>
    </section>
  );
}
