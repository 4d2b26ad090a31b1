import { accountText, confusableWords } from '#app/text/staff/account.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { FormFrame } from '../ui/FormFrame.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { submitForm } from '../ui/keys/pageKeys.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { EmailNotes } from './EmailNotes.tsx';
import { accountIntents } from './intents.ts';
import styles from './ReadBack.module.css';

export type ReadBackProps = {
  email: string;
  establishmentName: string;
  idempotencyKey: string;
  /** What else goes with the address, and the version of what it changes. */
  hidden?: Readonly<Record<string, string>>;
  version?: number;
};

/** Each character of an address with its place, counted from 1, and in words where it is taken for another. */
const lettersOf = (email: string) =>
  [...email].map((letter, index) => ({ letter, place: index + 1, words: confusableWords[letter] }));

/** 読み合わせ: the address as large as the employer can read it across the counter. Nothing is saved yet. */
export function ReadBack({ email, establishmentName, idempotencyKey, hidden, version }: ReadBackProps) {
  useCommands(commandsOf('readBack', { confirm: submitForm }));
  const letters = lettersOf(email);
  const confusable = letters.filter(({ words }) => words !== undefined);
  return (
    <>
      <PageTitle title={accountText.readBackTitle} over={establishmentName} />
      <p>{accountText.readBackLead}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        hidden={{ ...hidden, email }}
        {...(version === undefined ? {} : { version })}
        submits={[
          {
            label: accountText.confirmed,
            intent: accountIntents.register,
            shortcut: keyTable.readBack.keys.confirm[0],
          },
          { label: accountText.edit, intent: accountIntents.edit, kind: 'secondary' },
        ]}
      >
        <section className={styles.sheet}>
          <h2>{accountText.readBackLabel}</h2>
          <p className={styles.email} translate="no">
            {letters.map(({ letter, place, words }) =>
              words === undefined ? (
                <span key={place}>{letter}</span>
              ) : (
                <mark key={place} className={styles.confusable}>
                  {letter}
                </mark>
              ),
            )}
          </p>
          <p>{accountText.characters(letters.length)}</p>
          {confusable.length === 0 ? null : (
            <>
              <h3>{accountText.spelled}</h3>
              <ul className={styles.words}>
                {confusable.map(({ letter, place, words }) => (
                  <li key={place}>
                    {accountText.place(place)} <span className={styles.letter}>{letter}</span> {words}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <EmailNotes email={email} />
      </FormFrame>
    </>
  );
}
