import type { Establishment } from '#app/domain/establishment.ts';
import { emailForm } from '#app/forms/account.ts';
import type { TypedText } from '#app/forms/field.ts';
import { accountText } from '#app/text/staff/account.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { paths } from '#app/web/paths.ts';
import styles from '../establishment/EstablishmentCard.module.css';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type AccountRow, AccountTable } from './AccountTable.tsx';
import { EmailNotes } from './EmailNotes.tsx';
import { accountIntents } from './intents.ts';

export type AccountPageProps = {
  establishment: Pick<Establishment, 'id' | 'name' | 'state'>;
  accounts: readonly AccountRow[];
  /** Whether this person helps with accounts. */
  helps: boolean;
  idempotencyKey: string;
  /** What was typed before 訂正; nothing on a fresh page. */
  typed: TypedText;
  answer: FormAnswer | undefined;
};

const pressReadBack = (): void =>
  document
    .querySelector<HTMLButtonElement>(`main button[name="_intent"][value="${accountIntents.readBack}"]`)
    ?.click();

/** Leaflet ①: the accounts of an establishment and the form for a further address. */
export function AccountPage(props: AccountPageProps) {
  const { establishment, accounts, helps, idempotencyKey, typed, answer } = props;
  const { id, name, state } = establishment;
  const messages = messagesOf(emailForm, answer);
  useCommands(commandsOf('account', { readBack: pressReadBack }));
  const unopened = accounts.findLast((one) => one.openedBy === 'counter' && one.state === 'mail_registered');
  return (
    <>
      <PageTitle
        title={accountText.title}
        trail={[{ to: paths.staff.establishment(id), label: name }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(emailForm, answer)} />
      <section className={styles.part}>
        <h2>{accountText.existing}</h2>
        <AccountTable
          accounts={accounts}
          prints
          helpFor={helps ? id : null}
          empty={accountText.existingEmpty}
        />
      </section>
      {unopened === undefined ? null : (
        <ButtonRow>
          <ButtonLink to={paths.print.openingGuide(unopened.id)} kind="primary">
            {accountText.printGuide(unopened.email)}
          </ButtonLink>
        </ButtonRow>
      )}
      {state === 'provisional' ? (
        <>
          <p>{accountText.provisional}</p>
          <ButtonRow>
            <ButtonLink to={paths.staff.registration(id)} kind="primary">
              {accountText.toRegistration}
            </ButtonLink>
            <ButtonLink to={paths.staff.establishment(id)}>{accountText.back}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <FormFrame
          idempotencyKey={idempotencyKey}
          submits={[
            {
              label: accountText.next,
              intent: accountIntents.readBack,
              kind: unopened === undefined ? 'primary' : 'secondary',
              shortcut: keyTable.account.keys.readBack[0],
            },
          ]}
          cancel={{ to: paths.staff.establishment(id), label: accountText.back }}
        >
          <p>{accountText.lead}</p>
          {typeof typed.email === 'string' ? <EmailNotes email={typed.email} /> : null}
          {emailForm.sections.map((section) => (
            <FieldSet key={section.id} section={section} typed={answer?.typed ?? typed} messages={messages} />
          ))}
        </FormFrame>
      )}
    </>
  );
}
