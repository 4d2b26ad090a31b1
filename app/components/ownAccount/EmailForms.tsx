import { changeEmailForm, inviteForm, keyForm } from '#app/forms/account.ts';
import { type FormDefinition, fieldsOf } from '#app/forms/field.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { AccountForm } from './AccountForm.tsx';

type Answered = { idempotencyKey: string; answer: FormAnswer | undefined };

/** メールアドレスの変更: the new address and the password. */
export function ChangeEmailForm({ email, ...form }: Answered & { email: string }) {
  const { title, now, lead, told, submit } = accountText.email;
  return (
    <AccountForm {...form} title={title} form={changeEmailForm} submit={{ label: submit }}>
      <p>{lead}</p>
      <p>{told}</p>
      <DefinitionTable caption={now} rows={[{ label: startText.account, value: email }]} />
    </AccountForm>
  );
}

/** The catalogue's form with the figure in force in its support text. */
const keyFormWith = (minutes: number): FormDefinition => ({
  ...keyForm,
  sections: [
    {
      id: 'key',
      title: startText.titles.key,
      fields: fieldsOf(keyForm).map((field) => ({ ...field, help: startText.keyHelp(minutes) })),
    },
  ],
});

/** The key from the new address. */
export function EmailKeyForm({ minutes, ...form }: Answered & { minutes: number }) {
  const { keyTitle, keyLead, keySubmit, signsOut, notArrived, again } = accountText.email;
  return (
    <AccountForm {...form} title={keyTitle} form={keyFormWith(minutes)} submit={{ label: keySubmit }}>
      <p>{keyLead(minutes)}</p>
      <p>{signsOut}</p>
      <section>
        <h2>{startText.resendTitle}</h2>
        <ul>
          {notArrived.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
          <li>
            <Link to={paths.mypage.accountEmail()}>{again}</Link>
          </li>
        </ul>
      </section>
    </AccountForm>
  );
}

/** メールアドレスの追加: an address of a colleague and the password. */
export function InviteForm(form: Answered) {
  const { title, lead, notes, submit } = accountText.invite;
  return (
    <AccountForm {...form} title={title} form={inviteForm} submit={{ label: submit }}>
      <p>{lead}</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </AccountForm>
  );
}
