import { confirmForm } from '#app/forms/account.ts';
import { accountText } from '#app/text/mypage/account.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { AccountForm } from './AccountForm.tsx';

export type RemoveAddressFormProps = {
  address: { email: string; kind: 'account' | 'invitation' };
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** The page before an address is taken away. */
export function RemoveAddressForm({ address: { email, kind }, ...form }: RemoveAddressFormProps) {
  const { title, lead, happens, invitation, submit } = accountText.remove;
  return (
    <AccountForm {...form} title={title} form={confirmForm} submit={{ label: submit, kind: 'danger' }}>
      {kind === 'invitation' ? (
        <p>{invitation(email)}</p>
      ) : (
        <>
          <p>{lead(email)}</p>
          <ul>
            {happens.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </AccountForm>
  );
}
