import type { Account } from '#app/domain/account.ts';
import { longDate, timeOfInstant } from '#app/text/format.ts';
import { cardText } from '#app/text/staff/establishment.ts';
import { accountMarks, type Mark } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

export type AccountRow = Pick<Account, 'id' | 'email' | 'state' | 'openedBy' | 'openedOn'> & {
  /** Until when a live key works; null when there is none. */
  keyUntil: string | null;
};

/** The status word of an account: a live key or a visit still to come says more than the stored state. */
export function accountMarkOf({ state, openedOn, keyUntil }: AccountRow): Mark {
  if (keyUntil !== null) return accountMarks.key_sent;
  return state === 'active' && openedOn === null ? accountMarks.awaiting_counter : accountMarks[state];
}

/** E-mail accounts of an establishment with where each stands on the way to an open MyPage. */
export function AccountTable({
  accounts,
  prints,
  empty,
}: {
  accounts: readonly AccountRow[];
  /** Whether this person prints opening guides, which accounts of the counter have. */
  prints: boolean;
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
        ...(prints
          ? [
              {
                key: 'actions',
                label: accountColumns.actions,
                cell: ({ id, openedBy }: AccountRow) =>
                  openedBy === 'counter' ? (
                    <Link to={paths.print.openingGuide(id)}>{cardText.printGuide}</Link>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
