import type { DeviceSystem } from '#app/domain/device.ts';
import { longDate, shortInstant } from '#app/text/format.ts';
import { accountText, deviceWords } from '#app/text/mypage/account.ts';
import { accountMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from '../mypage/Card.module.css';
import { homeTrail } from '../mypage/trails.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { DataDownload } from './DataDownload.tsx';

/** An address of the establishment: an account, or one that has not answered yet. */
export type AddressLine = {
  id: string;
  email: string;
  state: 'mail_registered' | 'active' | 'invited';
  openedOn: string | null;
  lastSignInAt: string | null;
  own: boolean;
};

export type AccountOverviewProps = {
  addresses: readonly AddressLine[];
  /** How many there may be (rules/limits/account). */
  limit: number;
  /** Whether an address can be added now; the page behind the button says why not. */
  mayAdd: boolean;
  signIns: readonly { seq: number; at: string; email: string; device: DeviceSystem | null }[];
  sessions: readonly { begunAt: string; seenAt: string; device: DeviceSystem | null; own: boolean }[];
  sessionsKey: string;
  dataKey: string;
};

const deviceWord = (device: DeviceSystem | null): string =>
  device === null ? accountText.unknownDevice : deviceWords[device];

/** アカウント: who signs in, when and where from, and the ways to change it. */
export function AccountOverview(props: AccountOverviewProps) {
  return (
    <>
      <PageTitle title={accountText.title} trail={homeTrail} />
      <Addresses {...props} />
      <section className={styles.things}>
        <h2>{accountText.passwordTitle}</h2>
        <ButtonRow>
          <ButtonLink to={paths.mypage.accountPassword()}>{accountText.password.change}</ButtonLink>
        </ButtonRow>
      </section>
      <Sessions {...props} />
      <SignIns {...props} />
      <DataDownload idempotencyKey={props.dataKey} />
      <section className={styles.things}>
        <h2>{accountText.withdraw.section}</h2>
        <p>{accountText.withdraw.about}</p>
        <p>
          <Link to={paths.mypage.accountWithdraw()}>{accountText.withdraw.link}</Link>
        </p>
      </section>
    </>
  );
}

function Addresses({ addresses, limit, mayAdd }: AccountOverviewProps) {
  const { title, lead, columns, add, change, remove, removeOf, never, full } = accountText.addresses;
  return (
    <section className={styles.things}>
      <h2>{title}</h2>
      <p>{lead(limit)}</p>
      <PlainTable
        caption={title}
        captionHidden
        rows={addresses}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'email',
            label: columns.email,
            heading: true,
            cell: ({ email, own }) => (own ? `${email}${accountText.own}` : email),
          },
          {
            key: 'state',
            label: columns.state,
            cell: ({ state }) => <StatusBadge mark={accountMarks[state]} />,
          },
          {
            key: 'opened',
            label: columns.opened,
            cell: ({ openedOn }) => (openedOn === null ? null : longDate(openedOn)),
          },
          {
            key: 'last',
            label: columns.last,
            cell: ({ lastSignInAt }) => (lastSignInAt === null ? never : shortInstant(lastSignInAt)),
          },
          ...(addresses.length === 1
            ? []
            : [
                {
                  key: 'act',
                  label: columns.act,
                  cell: ({ id, email }: AddressLine) => (
                    <Link to={paths.mypage.accountAddressRemove(id)} aria-label={removeOf(email)}>
                      {remove}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      {addresses.length >= limit ? <p>{full(limit)}</p> : null}
      <ButtonRow>
        <ButtonLink to={paths.mypage.accountEmail()}>{change}</ButtonLink>
        {mayAdd ? <ButtonLink to={paths.mypage.accountAddressNew()}>{add}</ButtonLink> : null}
      </ButtonRow>
    </section>
  );
}

function Sessions({ sessions, sessionsKey }: AccountOverviewProps) {
  const { title, lead, columns, endOthers, none } = accountText.sessions;
  return (
    <section className={styles.things}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <PlainTable
        caption={title}
        captionHidden
        rows={sessions}
        rowKey={({ begunAt, seenAt, device, own }) => `${begunAt} ${seenAt} ${device} ${own}`}
        empty={null}
        columns={[
          {
            key: 'device',
            label: columns.device,
            heading: true,
            cell: ({ device, own }) =>
              own ? `${deviceWord(device)}（${accountText.thisDevice}）` : deviceWord(device),
          },
          { key: 'begun', label: columns.begun, cell: ({ begunAt }) => shortInstant(begunAt) },
          { key: 'seen', label: columns.seen, cell: ({ seenAt }) => shortInstant(seenAt) },
        ]}
      />
      {sessions.every(({ own }) => own) ? (
        <p>{none}</p>
      ) : (
        <FormFrame
          idempotencyKey={sessionsKey}
          action={paths.mypage.accountSessions()}
          submits={[{ label: endOthers, intent: 'end', kind: 'secondary' }]}
        />
      )}
    </section>
  );
}

function SignIns({ signIns }: AccountOverviewProps) {
  const { title, lead, columns, empty } = accountText.signIns;
  return (
    <section className={styles.things}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <PlainTable
        caption={title}
        captionHidden
        rows={signIns}
        rowKey={({ seq }) => String(seq)}
        empty={<p>{empty}</p>}
        columns={[
          { key: 'at', label: columns.at, heading: true, cell: ({ at }) => shortInstant(at) },
          { key: 'email', label: columns.email, cell: ({ email }) => email },
          { key: 'device', label: columns.device, cell: ({ device }) => deviceWord(device) },
        ]}
      />
    </section>
  );
}
