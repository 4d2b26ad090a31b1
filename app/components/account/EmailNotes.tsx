import { accountText } from '#app/text/staff/account.ts';
import { Banner } from '../ui/Banner.tsx';
import { emailHints } from './emailHints.ts';

/** What to ask the employer about the address before it is registered; nothing where there is nothing to ask. */
export function EmailNotes({ email }: { email: string }) {
  const { suggestion, freeMail } = emailHints(email);
  return (
    <>
      {suggestion === null ? null : <Banner kind="warning" title={accountText.typo(suggestion)} />}
      {freeMail === null ? null : <Banner kind="warning" title={accountText.freeMail(freeMail)} />}
    </>
  );
}
