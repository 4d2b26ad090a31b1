import type { Account } from '#app/domain/account.ts';
import { longDate, timeOfInstant } from '#app/text/format.ts';
import { accountText } from '#app/text/staff/account.ts';
import { cardText } from '#app/text/staff/establishment.ts';
import { accountMarks, type Mark } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './AccountTable.module.css';

export type AccountRow = Pick<
  Account,
  'id' | 'email' | 'state' | 'openedBy' | 'openedOn' | 'suspendedOn' | 'withdrawnOn'
> & {
  /** Until when a live key works; null when there is none. */
  keyUntil: string | null;
};

/** The status word of an account: what closes it, a live key or a visit still to come says more than the stored state. */
export function accountMarkOf({ state, openedOn, suspendedOn, withdrawnOn, keyUntil }: AccountRow): Mark {
  if (withdrawnOn !== null) return accountMarks.withdrawn;
  if (suspendedOn !== null) return accountMarks.suspended;
  if (keyUntil !== null) return accountMarks.key_sent;
  return state === 'active' && openedOn === null ? accountMarks.awaiting_counter : accountMarks[state];
}

/** E-mail accounts of an establishment with where each stands on the way to an open MyPage. */
export function AccountTable({
  accounts,
  prints,
  helpFor,
  empty,
}: {
  accounts: readonly AccountRow[];
  /** Whether this person prints opening guides, which accounts of the counter have. */
  prints: boolean;
  /** The establishment, where this person helps with its accounts. */
  helpFor: string | null;
  empty: string;
}) {
  const { accountColumns } = cardText;
  return (
    <PlainTable
      caption={cardText.accounts}
      captionHidden
      rows={accounts}
      rowKey={(account) => account.id}
      empty={<p>{empty}</p>}
      columns={[
        { key: 'email', label: accountColumns.email, heading: true, cell: ({ email }) => email },
        {
          key: 'state',
          label: accountColumns.state,
          cell: (account) => (
            <span>
              <StatusBadge mark={accountMarkOf(account)} />{' '}
              {account.keyUntil === null ? null : cardText.keyUntil(timeOfInstant(account.keyUntil))}
            </span>
          ),
        },
        {
          key: 'opened',
          label: accountColumns.opened,
          cell: ({ openedOn, openedBy }) =>
            openedOn === null ? null : cardText.openedOn(longDate(openedOn), cardText.openedBy[openedBy]),
        },
        ...(prints || helpFor !== null
          ? [
              {
                key: 'actions',
                label: accountColumns.actions,
                cell: ({ id, email, openedBy }: AccountRow) => (
                  <span className={styles.acts}>
                    {prints && openedBy === 'counter' ? (
                      <Link to={paths.print.openingGuide(id)}>{cardText.printGuide}</Link>
                    ) : null}
                    {helpFor === null ? null : (
                      <Link to={paths.staff.accountHelp(helpFor, id)} aria-label={accountText.helpOf(email)}>
                        {accountText.help}
                      </Link>
                    )}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
