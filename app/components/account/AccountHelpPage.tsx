import { longDate, shortInstant } from '#app/text/format.ts';
import { accountHelpText } from '#app/text/staff/account.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { type AccountRow, accountMarkOf } from './AccountTable.tsx';

export type AccountHelpPageProps = {
  establishment: { id: string; name: string };
  account: Omit<AccountRow, 'keyUntil'>;
  keyUntil: string | null;
  lastSignInAt: string | null;
  sessions: number;
  former: readonly { email: string; replacedAt: string; by: 'holder' | 'counter' }[];
  /** What was counted against the address, beside its limits. */
  counted: { failures: number; guesses: number; mails: number };
  limits: { failures: number; minutes: number; guesses: number; mails: number };
};

export const accountActs = ['reissue-key', 'unlock', 'end-sessions', 'replace-email'] as const;
export type AccountAct = (typeof accountActs)[number];

/** Above a page about one account. */
export const accountTrail = ({ id, name }: { id: string; name: string }) => [
  { to: paths.staff.establishment(id), label: name },
];

/** アカウントの手続き: how an account stands and what the counter can do for its holder. */
export function AccountHelpPage(props: AccountHelpPageProps) {
  const { establishment, account, keyUntil, lastSignInAt, sessions, former, counted, limits } = props;
  const { rows, never, by } = accountHelpText;
  return (
    <>
      <PageTitle title={accountHelpText.title} trail={accountTrail(establishment)} over={account.email} />
      <DefinitionTable
        caption={accountHelpText.stateTitle}
        rows={[
          { label: rows.email, value: account.email },
          { label: rows.state, value: <StatusBadge mark={accountMarkOf({ ...account, keyUntil })} /> },
          { label: rows.opened, value: account.openedOn === null ? never : longDate(account.openedOn) },
          { label: rows.last, value: lastSignInAt === null ? never : shortInstant(lastSignInAt) },
          { label: rows.sessions, value: accountHelpText.sessions(sessions) },
          {
            label: rows.failures,
            value: accountHelpText.failures(counted.failures, limits.failures, limits.minutes),
          },
          { label: rows.guesses, value: accountHelpText.ofDay(counted.guesses, limits.guesses) },
          { label: rows.mails, value: accountHelpText.ofDay(counted.mails, limits.mails) },
          ...former.map((one) => ({
            id: one.replacedAt,
            label: rows.former,
            value: accountHelpText.former(one.email, shortInstant(one.replacedAt), by[one.by]),
          })),
        ]}
      />
      {account.withdrawnOn === null ? (
        <section>
          <h2>{accountHelpText.actsTitle}</h2>
          <ul>
            {accountActs.map((act) => (
              <li key={act}>
                <Link to={paths.staff.accountAct(establishment.id, account.id, act)}>
                  {accountHelpText.acts[act].link}
                </Link>
                ：{accountHelpText.acts[act].about}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Banner kind="info" title={accountHelpText.withdrawn(account.withdrawnOn)} />
      )}
      <ButtonRow>
        <ButtonLink to={paths.staff.establishment(establishment.id)}>{accountHelpText.toCard}</ButtonLink>
      </ButtonRow>
    </>
  );
}
